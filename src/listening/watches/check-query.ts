import { Invalid } from "#platform"
import type { Query } from "../language/ast.ts"
import { parseQuery } from "../language/parse-query.ts"

/** Reads a query that is to be kept. @throws Invalid with each problem at its place: characters of `query`, the first is 0 */
export function checkQuery(query: string): Query {
  const parsed = parseQuery(query)
  if (parsed.query) return parsed.query
  const fields = parsed.problems.map(({ start, end, key, values }) => ({ path: "query", key, values, at: { start, end } }))
  throw new Invalid("listening.watch.badQuery", {}, fields)
}
