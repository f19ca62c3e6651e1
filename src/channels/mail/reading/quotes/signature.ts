import { isRuler } from "./history-marks.ts"

/** "Sent from my iPhone" and the like, that a program adds under the text, by language. Two or three words follow, no sentence. */
const DEVICE_LINES = [
  /^Sent (?:from|via|with|using) (?:my|the|Mail|Outlook|Yahoo|AOL|Gmail|Proton|Spark|Sparrow|Samsung|Windows|BlackBerry|iPhone|iPad|Android|Mailbird|Airmail|myMail|Front|Superhuman)\b.{0,60}$/i,
  /^Get Outlook for \S.{0,40}$/i,
  /^(?:Envoyé|Écrit|Transmis) (?:de(?:puis)?|à partir d[e’']|avec|via) ?(?:mon|ma|mail|outlook|yahoo|l['’]|la messagerie|proton|samsung|orange|courrier).{0,60}$/i,
  /^(?:Télécharge[rz]|Obtenir|Obtenez|Provenance) ?:? (?:Outlook|Courrier) pour .{1,30}$/i,
  /^(?:Von meinem|Von meiner|Gesendet (?:von|mit|aus)|Diese Nachricht wurde von meinem) .{1,60}$/i,
  /^(?:Holen Sie sich|Laden Sie) Outlook für .{1,30}$/i,
  /^Enviado (?:desde|do|pelo|a partir d[eo]|con|via) .{1,60}$/i,
  /^(?:Obtener|Obter|Obtenha o) Outlook para .{1,30}$/i,
  /^Inviato (?:da|dal|dalla|con) .{1,60}$/i,
  /^Ottieni Outlook per .{1,30}$/i,
  /^(?:Verzonden|Verstuurd) (?:vanaf|met|vanuit|via) .{1,60}$/i,
  /^Outlook voor .{1,20} downloaden$/i,
  /^Wysłan[eo] (?:z|ze|przy użyciu) .{1,60}$/i,
  /^Skickat från .{1,60}$/i,
  /^Sendt fra .{1,60}$/i,
  /^Lähetetty .{1,60}$/i,
  /^Odesláno (?:z|ze|pomocí) .{1,60}$/i,
  /^Отправлено (?:с|из|от) .{1,60}$/i,
  /^.{1,30}から送信$/,
  /^(?:发自我的|發自我的|從我的|从我的|發送自) ?.{1,40}$/,
]
const DELIMITER = /^\s{0,3}(?:--|—|–)\s*$/
const UNDERSCORES = /^__+\s*$/
const SIGNED = /^-[\p{Lu}][\p{L}'.-]*(?: [\p{Lu}][\p{L}'.-]*){0,3}$/u

const SHORT = 12
const LONG = 60

/**
 * Where the signature of a stretch of own words begins, or its length when it has none. After `-- ` (RFC 3676 § 4.3) everything is
 * signature; other marks count only when little follows, for they also stand in the middle of letters.
 */
export function signatureStart(lines: readonly string[]): number {
  const filled = filledFrom(lines)
  const found = lines.findIndex((line, at) => {
    const following = filled[at]!
    if (DELIMITER.test(line)) return following <= (line.trimEnd() === "--" || line.startsWith("-- ") ? LONG : SHORT) && following > 1
    if (UNDERSCORES.test(line)) return following <= SHORT
    if (SIGNED.test(line)) return following <= 3 || endsInSignature(lines, at + 1)
    return isDeviceLine(line) && (following <= 4 || endsInSignature(lines, at + 1))
  })
  return found < 0 ? lines.length : found
}

function isDeviceLine(line: string): boolean {
  const bare = line.trim().replace(/^[-*_<]+|[*_>]+$/g, "")
  if (bare.length > 110 || bare.length < 6 || /[,;!?]|\.$/.test(bare)) return false
  return bare.split(/\s+/).length <= 9 && DEVICE_LINES.some((pattern) => pattern.test(bare))
}

/** Only blank lines up to another mark of a signature. */
function endsInSignature(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from, from + 8).find((line) => line.trim())
  return next === undefined || DELIMITER.test(next) || UNDERSCORES.test(next) || isRuler(next)
}

/** For each line, how many lines with words stand from it on. */
function filledFrom(lines: readonly string[]): number[] {
  const counts = Array.from<number>({ length: lines.length + 1 }).fill(0)
  for (let at = lines.length - 1; at >= 0; at--) counts[at] = counts[at + 1]! + (lines[at]!.trim() ? 1 : 0)
  return counts
}
