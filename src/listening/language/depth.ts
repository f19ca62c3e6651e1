import type { Query } from "./ast.ts"
import { MAX_DEPTH, type Problems } from "./problem.ts"

/**
 * Tells a query whose parts lie deeper in each other than anybody reads (a chain of NEARs is one in the other). Walks without calling
 * itself; whoever comes after may.
 */
export function tellDepth(query: Query, problems: Problems): void {
  const open: { part: Query; depth: number }[] = [{ part: query, depth: 0 }]
  for (let top = open.pop(); top; top = open.pop()) {
    const { part, depth } = top
    if (depth > 2 * MAX_DEPTH) return void problems.tell(part, "listening.query.tooDeep", { max: MAX_DEPTH })
    for (const inner of partsOf(part)) open.push({ part: inner, depth: depth + 1 })
  }
}

function partsOf(query: Query): readonly Query[] {
  if (query.kind === "and" || query.kind === "or") return query.parts
  if (query.kind === "not") return [query.part]
  return query.kind === "near" ? [query.left, query.right] : []
}
