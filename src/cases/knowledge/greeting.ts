const GREETING =
  /^(?:bonjour|bonsoir|salut|coucou|madame|monsieur|mesdames|messieurs|ch[eè]re?s?\s|hello|hi|hey|dear|good (?:morning|afternoon|evening)|greetings)\b[^.?!\n]{0,70}[,.!:]?\s*$/iu
/** A greeting that goes on in the same line: "Bonjour Camille, le transporteur …". */
const LEADING_GREETING =
  /^(?:bonjour|bonsoir|salut|hello|hi|hey|dear|ch[eè]re?s?|good (?:morning|afternoon|evening))(?:\s+[\p{L}'’.-]+){0,4}\s*[,!]\s+(?=\S)/iu

/** From the first line that says something; what goes on in the line of the greeting stays. */
export function withoutGreeting(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== "")
  if (first < 0) return []
  const line = lines[first]!.trim()
  if (GREETING.test(line)) return lines.slice(first + 1)
  const rest = line.replace(LEADING_GREETING, "")
  return rest === line ? lines.slice(first) : [rest.charAt(0).toUpperCase() + rest.slice(1), ...lines.slice(first + 1)]
}
