const GREETING =
  /^(?:bonjour|bonsoir|salut|coucou|madame|monsieur|mesdames|messieurs|ch[eè]re?s?\s|hello|hi|hey|dear|good (?:morning|afternoon|evening)|greetings)\b[^.?!\n]{0,70}[,.!:]?\s*$/iu
/** A greeting that goes on in the same line: "Bonjour Camille, le transporteur …". */
const LEADING_GREETING =
  /^(?:bonjour|bonsoir|salut|hello|hi|hey|dear|ch[eè]re?s?|good (?:morning|afternoon|evening))(?:\s+[\p{L}'’.-]+){0,4}\s*[,!]\s+(?=\S)/iu
const CLOSING =
  /^(?:(?:bien\s|très\s)?cordialement|sincères salutations|salutations|(?:très\s)?(?:belle|bonne)\s(?:journée|soirée|semaine|fin de)|bien à vous|bien à toi|respectueusement|amicalement|à (?:très )?bientôt|je reste à votre disposition|nous restons à votre disposition|restant à votre disposition|n[’']hésitez pas à (?:nous|me) (?:écrire|recontacter|répondre)|veuillez (?:agréer|recevoir)|kind(?:est)? regards|best(?: regards| wishes)?|warm(?:est)? regards|regards|yours(?: sincerely| faithfully| truly)?|sincerely|all the best|cheers|take care|have a (?:nice|lovely|great|good)|please don[’']t hesitate|do not hesitate|thank you for your patience)(?![\p{L}])/iu
const MARK = /^--\s?$/

/** What an answer says, without how it greets and takes leave: those are for one person. */
export function withoutManners(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n")
  const body = withoutLeave(withoutGreeting(lines)).map((line) => line.trimEnd())
  return body
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

function withoutGreeting(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== "")
  if (first < 0) return []
  const line = lines[first]!.trim()
  if (GREETING.test(line)) return lines.slice(first + 1)
  const rest = line.replace(LEADING_GREETING, "")
  return rest === line ? lines.slice(first) : [rest.charAt(0).toUpperCase() + rest.slice(1), ...lines.slice(first + 1)]
}

/** From the first line of leave-taking among the last ten, or from the mark of a signature. */
function withoutLeave(lines: readonly string[]): string[] {
  const mark = lines.findIndex((line) => MARK.test(line))
  const told = mark < 0 ? lines : lines.slice(0, mark)
  const from = Math.max(1, told.length - 10)
  const leave = told.findIndex((line, i) => i >= from && CLOSING.test(line.trim()))
  return leave < 0 ? [...told] : told.slice(0, leave)
}

/** A subject without the marks of answers, numbers in brackets and stray ends: "Re: [#12] Bouquet" is "Bouquet". */
export function titleOf(subject: string): string {
  const plain = subject
    .replace(/^(?:\s*(?:re|fwd?|tr|aw|wg|réf?)\s*(?:\[\d+\])?\s*:\s*)+/iu, "")
    .replace(/\s*[[(]#?\d+[\])]\s*/g, " ")
    .replace(/\s+/g, " ")
    .trim()
  return plain.slice(0, 200)
}
