import type { Span } from "./ast.ts"

/** What is wrong in a query, where, and the words for it. */
export interface QueryProblem extends Span {
  key: string
  values: Readonly<Record<string, string | number>>
}

/** Longer than any query that was heard of (20,000), short enough to be read at once. */
export const MAX_LENGTH = 100_000
export const MAX_DEPTH = 100
export const MAX_DISTANCE = 100
const MAX_PROBLEMS = 20

/** Gathers problems while a query is read on. */
export class Problems {
  readonly list: QueryProblem[] = []

  tell({ start, end }: Span, key: string, values: QueryProblem["values"] = {}): null {
    const isTold = this.list.some((told) => told.start === start && told.end === end)
    if (!isTold && this.list.length < MAX_PROBLEMS) this.list.push({ start, end, key, values })
    return null
  }
}
