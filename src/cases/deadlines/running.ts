import type { CaseRow, DeadlineName } from "../tables.ts"

/** Which deadlines of a case run now: those can be moved. */
export function runningDeadlines(row: Pick<CaseRow, "category" | "first_answered_at" | "waiting_since">): DeadlineName[] {
  if (row.category === "resolved" || row.category === "spam") return []
  return row.first_answered_at === null
    ? ["firstAnswer", "resolution"]
    : row.waiting_since === null
      ? ["resolution"]
      : ["nextAnswer", "resolution"]
}
