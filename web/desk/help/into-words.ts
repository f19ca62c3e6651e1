import type { Proposal } from "./use-help.ts"

/** Square brackets of a machine: a source it cites, or something it doesn't know. */
const BRACKETS = /\s?(?:\[([^[\]\n]{0,200})\]|【([^【】\n]{0,200})】)/g
const CITED = /^[\d\s,;–-]+$/
const NAMELESS = /^[\s.…_-]*$/

/**
 * A proposal as it goes into the text: without the numbers of its sources, and with what is left open as a gap that nothing leaves with.
 * What the agent had written in brackets stays as it was.
 */
export function intoWords({ text }: Pick<Proposal, "text">, own: string, nameless: string): string {
  return text
    .replaceAll(BRACKETS, (found: string, square?: string, other?: string) => {
      const inner = square ?? other ?? ""
      if (own.includes(found.trim())) return found
      if (CITED.test(inner)) return ""
      return `${/^\s/.exec(found)?.[0] ?? ""}⟦${NAMELESS.test(inner) ? nameless : inner.trim()}⟧`
    })
    .trim()
}
