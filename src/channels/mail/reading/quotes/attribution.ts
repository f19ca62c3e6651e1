/**
 * The line above a quotation, as mail programs write it: "On Mon, Apr 2, 2012 at 6:26 PM, Megan <m@example.com> wrote:". By
 * language: how it begins and how it ends.
 */
const PATTERNS = [
  /^on\b.{3,}\bwrote\s*[:：]?$/i,
  /^le\b.{3,}\ba\s+écrit\s*[:：]?$/i,
  /^am\b.{3,}\bschrieb\b.*[:：]$/i,
  /^el\b.{3,}\b(?:escribió|ha escrito)\s*[:：]?$/i,
  /^(?:il|in data|il giorno)\b.{3,}\b(?:ha scritto|scrisse|scrive)\s*[:：]?$/i,
  /^(?:em|no dia|a|aos)\b.{3,}\bescreveu\s*[:：]?$/i,
  /^op\b.{3,}(?:\bschreef\b.*[:：]|\bgeschreven\s*[:：]?)$/i,
  /^(?:w dniu|dnia)\b.{3,}(?:napisał(?:a|\(a\))?|pisze|wrote)\s*[:：]?$/i,
  /^(?:den|på|op|d\.)\b.{3,}\bskrev\b.*[:：]$/i,
  /^(?:dne|v|ve)\b.{3,}\bnapsala?(?:\(a\))?\s*[:：]?$/i,
]

/** Those that begin with the date or the name, and can be told by their end only. They count when a digit stands in them. */
const ENDINGS = [
  /\b(?:wrote|schrieb|escribió|escreveu|schreef|skrev|kirjoitti|ha scritto)\b.{0,120}[:：]$/i,
  /a écrit\s*[:：]$/i,
  /(?:napisał(?:a|\(a\))?|napsala?(?:\(a\))?|odesílatel.{0,120}napsal)\s*[:：]$/i,
  /(?:написала?(?:\(а\))?|написал\(а\)|писала?|пишет)\s*[:：]$/i,
  /(?:さん(?:は|が)?書きました|は書きました|のメール|wrote|さんからのメッセージ)\s*[:：]$/,
  /(?:写道|寫道|写到|來信|来信)\s*[:：]$/,
  /^\d{4}年\d{1,2}月\d{1,2}日.{0,200}[<(][^<>\s]{1,100}@[^<>\s]{1,100}[>)]\s*[:：]$/,
]

/** A date, an address in brackets and a colon: an attribution in a language that isn't listed, when a quotation follows. */
const ANY_LANGUAGE = /\d.{0,300}[<([][^<>()\s]{1,100}@[^<>()\s]{1,100}[>)\]].{0,40}[:：]$/
const NAMED = /^.{1,80}\b(?:wrote|writes|said|a écrit|écrit|schrieb|schreibt|escribió|ha scritto|skrev|schreef|escreveu)\s*[:：]$/i

const LONGEST = 500
const MOST_LINES = 4

/**
 * How many lines from `at` on are one attribution, wrapped or not; 0 when none begins there. What is only likely to be one counts
 * when a quotation follows.
 */
export function attributionLines(lines: readonly string[], at: number): number {
  let text = ""
  for (let count = 1; count <= MOST_LINES && at + count <= lines.length; count++) {
    const line = lines[at + count - 1]!.trim()
    if (!line || line.startsWith(">") || line.length > LONGEST) return 0
    text = text ? `${text} ${line}` : line.replace(/^[*_]+/, "")
    if (text.length > LONGEST) return 0
    if (isAttribution(text, count)) return count
    if (isLikely(text, count) && isQuotation(lines, at + count)) return count > 1 && attributionLines(lines, at + 1) ? 0 : count
  }
  return 0
}

function isAttribution(text: string, lines: number): boolean {
  const bare = text.replace(/[*_\s\u00a0]+$/, "")
  if (!/\d/.test(bare)) return false
  if (PATTERNS.some((pattern) => pattern.test(bare))) return true
  return lines <= 2 && /^\S{0,12}\s?\S{0,3}\d/.test(bare) && ENDINGS.some((ending) => ending.test(bare))
}

function isLikely(text: string, lines: number): boolean {
  if (lines > 2) return false
  return ANY_LANGUAGE.test(text) || (lines === 1 && NAMED.test(text)) || (/\d/.test(text) && ENDINGS.some((ending) => ending.test(text)))
}

function isQuotation(lines: readonly string[], from: number): boolean {
  for (let at = from; at < Math.min(lines.length, from + 6); at++) {
    const line = lines[at]!.trim()
    if (line) return line.startsWith(">")
  }
  return false
}
