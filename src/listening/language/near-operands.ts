import type { Near, Query } from "./ast.ts"
import type { Problems } from "./problem.ts"

/** Tells what has no place in the text, and so can't be near to anything. */
export function tellNear(near: Near, operator: string, problems: Problems): void {
  for (const part of [near.left, near.right]) tellOperand(part, operator, problems)
}

function tellOperand(part: Query, operator: string, problems: Problems): void {
  if (part.kind === "or") for (const each of part.parts) tellOperand(each, operator, problems)
  else if (part.kind === "not") problems.tell(part, "listening.query.notInNear", { operator })
  else if (part.kind === "and") problems.tell(part, "listening.query.andInNear", { operator })
  else if (part.kind === "value" || part.kind === "range" || (part.kind === "words" && part.field !== null && part.field !== "title"))
    problems.tell(part, "listening.query.fieldInNear", { operator, field: part.field ?? "" })
}
