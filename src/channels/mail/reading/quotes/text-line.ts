/**
 * A line of a mail and what its format says it is: `own` when it says nothing, as plain text does, where only the words and the
 * `>` tell.
 */
export interface TextLine {
  text: string
  role: "own" | "quote" | "attribution" | "signature"
}

export function plainLines(text: string): TextLine[] {
  return text.split("\n").map((line) => ({ text: line, role: "own" }))
}

export function textOfLines(lines: readonly TextLine[]): string {
  return trimBlankLines(lines.map((line) => line.text)).join("\n")
}

export function trimBlankLines(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim())
  const last = lines.findLastIndex((line) => line.trim())
  return first < 0 ? [] : lines.slice(first, last + 1)
}
