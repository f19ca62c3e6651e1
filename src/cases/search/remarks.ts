import type { Values } from "#platform"
import { type Language, say } from "#words"

/** What the reader should know of how the question was understood. */
export interface Remark {
  key:
    | "search.unknown"
    | "search.person"
    | "search.has"
    | "search.number"
    | "search.owner"
    | "search.status"
    | "search.date"
    | "search.onlyNot"
    | "search.instead"
  values: Values
}

export function readRemark(language: Language, { key, values }: Remark): { code: string; text: string } {
  return { code: key, text: say(language, key, values) }
}
