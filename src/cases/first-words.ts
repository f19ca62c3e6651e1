const LENGTH = 200

/** The beginning of a text on one line, for lists. */
export function firstWords(text: string): string {
  const line = text
    .slice(0, LENGTH * 4)
    .replace(/\s+/g, " ")
    .trim()
  return line.length <= LENGTH ? line : `${line.slice(0, LENGTH - 1).trimEnd()}…`
}
