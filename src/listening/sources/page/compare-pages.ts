/** What a page says now and didn't before, and what it no longer says, in its own lines. */
export interface PageChange {
  added: string[]
  removed: string[]
}

/** Lines are the same where what they say is: `sayingOf`. A line that only moved isn't new. */
export function comparePages(before: readonly string[], now: readonly string[], sayingOf: (line: string) => string): PageChange {
  const [had, has] = [before.map(sayingOf), now.map(sayingOf)]
  return { added: beyond(now, has, had), removed: beyond(before, had, has) }
}

/** What stands in one line beyond that is no sentence that anybody reads. */
const LONGEST_LINE = 2_000

/** A line without a word says nothing. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.slice(0, LONGEST_LINE).replace(/\s+/g, " ").trim())
    .filter((line) => /\p{L}{2}/u.test(line))
}

/** The lines that come more often than they are said there. */
function beyond(lines: readonly string[], sayings: readonly string[], there: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const saying of there) left.set(saying, (left.get(saying) ?? 0) + 1)
  return lines.filter((_, n) => {
    const count = left.get(sayings[n]!) ?? 0
    left.set(sayings[n]!, count - 1)
    return count <= 0
  })
}
