/** What a page says now and didn't before, and what it no longer says, in its own lines. */
export interface PageChange {
  added: string[]
  removed: string[]
}

/** Lines are the same whatever they count: comments, days, views. A line that only moved isn't new. */
export function comparePages(before: readonly string[], now: readonly string[]): PageChange {
  const had = counted(before)
  const has = counted(now)
  return { added: beyond(now, had), removed: beyond(before, has) }
}

/** A line without a word says nothing. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => /\p{L}{2}/u.test(line))
}

const sameness = (line: string): string => line.toLowerCase().replace(/\d+/g, "#")

function counted(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(sameness(line), (counts.get(sameness(line)) ?? 0) + 1)
  return counts
}

/** The lines that come more often than they are counted there. */
function beyond(lines: readonly string[], there: ReadonlyMap<string, number>): string[] {
  const left = new Map(there)
  return lines.filter((line) => {
    const count = left.get(sameness(line)) ?? 0
    left.set(sameness(line), count - 1)
    return count <= 0
  })
}
