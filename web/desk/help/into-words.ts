import type { Proposal } from "./use-help.ts"

/** Square brackets of a machine: a source it cites, or something it doesn't know. */
const BRACKETS = /[ \t]?(?:\[([^[\]\n]{0,200})\]|【([^【】\n]{0,200})】)/g
const CITED = /^[\d\s,;–-]+$/
const NAMELESS = /^[\s.…_-]*$/

/**
 * A proposal as it goes into the text: without the numbers of the articles it was given, and with what is left open as a gap that nothing
 * leaves with. What the agent had written in brackets stays as it was, and so does a number that is none of an article's.
 */
export function intoWords({ text, articles }: Pick<Proposal, "text" | "articles">, own: string, nameless: string): string {
  return text
    .replaceAll(BRACKETS, (found: string, square?: string, other?: string) => {
      const inner = square ?? other ?? ""
      if (own.includes(found.trim())) return found
      if (CITED.test(inner) && /\d/.test(inner)) return isCited(inner, articles.length) ? "" : found
      return `${/^[ \t]/.exec(found)?.[0] ?? ""}⟦${NAMELESS.test(inner) ? nameless : inner.trim()}⟧`
    })
    .trim()
}

/** Articles are offered for an answer alone. */
function isCited(numbers: string, articles: number): boolean {
  return (numbers.match(/\d+/g) ?? []).every((number) => Number(number) >= 1 && Number(number) <= articles)
}
