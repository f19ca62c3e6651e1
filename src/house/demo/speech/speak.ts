import type { Random } from "../random.ts"

/** What the gaps of a pattern are filled with: `{amount}` → "49 €". */
export type Gaps = (name: string) => string

/** Says a pattern: `[this|that]` is one of them, `[maybe|]` may be nothing, `{gap}` is asked for. Alternatives may hold alternatives. */
export function speak(random: Random, pattern: string, gaps: Gaps): string {
  let at = 0
  const sequence = (inside: boolean): string => {
    let said = ""
    while (at < pattern.length) {
      const letter = pattern[at]!
      if (inside && (letter === "|" || letter === "]")) return said
      at++
      if (letter === "[") said += choice()
      else if (letter === "{") {
        const end = pattern.indexOf("}", at)
        said += gaps(pattern.slice(at, end))
        at = end + 1
      } else said += letter
    }
    return said
  }
  const choice = (): string => {
    const all = [sequence(true)]
    while (pattern[at] === "|") {
      at++
      all.push(sequence(true))
    }
    at++
    return random.of(all)
  }
  return tidy(sequence(false))
}

/** What an empty alternative leaves behind: two spaces, or one before a full stop. */
function tidy(text: string): string {
  return text
    .replace(/ {2,}/g, " ")
    .replace(/ +([.,])/g, "$1")
    .replace(/ *\n */g, "\n")
    .replace(/(^|[.!?]\s+|\n)(\p{Ll})/gu, (_, before: string, first: string) => before + first.toUpperCase())
    .trim()
}
