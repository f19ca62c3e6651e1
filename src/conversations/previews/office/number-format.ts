/** What a number format of Excel shows of a moment; null for a number that is none (ECMA-376, part 1, 18.8.30 and 18.8.31). */
export type Shows = { counts: "h" | "m" | "s"; parts: Parts } | { counts: null; parts: Parts }

export interface Parts {
  weekday?: "short" | "long"
  day?: true
  month?: "numeric" | "short" | "long"
  year?: true
  hour?: true
  minute?: true
  second?: true
}

/** Formats that files name by number alone. Those of East Asia and Thailand depend on the reader's machine: the nearest that all share. */
const DATE = "d/m/yyyy"
const KNOWN = new Map<number, string>([
  ...many([14, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58, 71], DATE),
  ...many([15, 72], "d-mmm-yy"),
  ...many([16, 73], "d-mmm"),
  ...many([17, 74], "mmm-yy"),
  ...many([18, 20, 32, 34, 75], "h:mm"),
  ...many([19, 21, 33, 35, 76], "h:mm:ss"),
  ...many([22, 77], `${DATE} h:mm`),
  ...many([45, 47, 78, 80], "mm:ss"),
  ...many([46, 79], "[h]:mm:ss"),
  [81, DATE],
])

export const knownFormat = (id: number): string | null => KNOWN.get(id) ?? null

/** Words in quotes, letters by themselves, gaps, fillings; what stands in brackets, but for time that is counted up. */
const SAID = /"[^"]*"?|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi
/** General, powers of ten; after noon. */
const NO_MOMENT = /general|e[+-]|am\/pm|a\/p/gi

export function showsOf(format: string): Shows | null {
  // What is above zero is shown by the first of up to four parts. A format has 255 letters at most.
  const bare = format.slice(0, 255).replace(SAID, " ").split(";", 1)[0]!.replace(NO_MOMENT, " ").toLowerCase()
  const parts: Parts = {}
  const runs = [...bare.matchAll(/\[[hms]+\]|y+|e+|m+|d+|h+|s+/g)].map(([run]) => run)
  if (runs.length === 0) return null
  for (const [n, run] of runs.entries()) {
    const letter = run.replace("[", "")[0]
    if (letter === "y" || letter === "e") parts.year = true
    else if (letter === "h") parts.hour = true
    else if (letter === "s") parts.second = true
    else if (letter === "d" && run.length > 2) parts.weekday = run.length === 3 ? "short" : "long"
    else if (letter === "d") parts.day = true
    else if (isMinute(runs, n)) parts.minute = true
    else parts.month = run.length < 3 ? "numeric" : run.length === 3 ? "short" : "long"
  }
  const counted = runs.find((run) => run.startsWith("["))?.[1]
  return { counts: counted === "h" || counted === "m" || counted === "s" ? counted : null, parts }
}

/** An `m` right after hours or right before seconds means minutes. */
function isMinute(runs: readonly string[], n: number): boolean {
  return runs[n]!.startsWith("[") || /^\[?h/.test(runs[n - 1] ?? "") || /^\[?s/.test(runs[n + 1] ?? "")
}

function many(ids: readonly number[], format: string): [number, string][] {
  return ids.map((id) => [id, format])
}
