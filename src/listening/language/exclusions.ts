import type { Query } from "./ast.ts"
import type { Problems } from "./problem.ts"

/**
 * Tells when a query, or a branch of an OR, only excludes: it would find nearly everything. What is wrong is told at the smallest such
 * branch.
 */
export function exclusionAlone(query: Query, problems: Problems): void {
  const found = onlyExcludes(query, false)
  if (found) problems.tell(found, "listening.query.onlyExcludes")
}

/** The branch for which a text without a single word would do, or null when there is none. */
function onlyExcludes(query: Query, negated: boolean): Query | null {
  if (query.kind === "not") return onlyExcludes(query.part, !negated) && query
  if (query.kind !== "and" && query.kind !== "or") return negated ? query : null
  const found = query.parts.map((part) => onlyExcludes(part, negated))
  const oneIsEnough = (query.kind === "or") !== negated
  if (oneIsEnough) return found.find((part) => part !== null) ?? null
  return found.every((part) => part !== null) ? query : null
}
