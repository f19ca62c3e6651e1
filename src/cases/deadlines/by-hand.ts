import { sql } from "kysely"
import type { Actor } from "#people"
import { type FieldProblem, Invalid, type Tx } from "#platform"
import { type CaseRow, DEADLINES, type DeadlineName, type DueByHand } from "../tables.ts"
import { keepChange } from "./keep-change.ts"
import { runningDeadlines } from "./running.ts"

/** A moment, null to take the deadline away, or "rules": what the rules say counts again. */
export type GivenDeadlines = Partial<Record<DeadlineName, string | null | undefined>>

/**
 * Writes down which deadlines a person moves or takes away on this one case, and who did. The case is held, and refreshed by the caller.
 * @throws Invalid beside each: it doesn't run, or its moment is over (unless it stood there before: then the change is being taken back)
 */
export async function setDeadlines(actor: Actor, tx: Tx, row: CaseRow, given: GivenDeadlines): Promise<DueByHand> {
  const running = runningDeadlines(row)
  const next: DueByHand = { ...row.due_by_hand }
  const problems: FieldProblem[] = []
  for (const deadline of DEADLINES) {
    const asked = given[deadline]
    if (asked === undefined) continue
    const path = `deadlines.${deadline}`
    if (asked === "rules") {
      if (!next[deadline]) continue
      delete next[deadline]
      await keepChange(actor, tx, row.id, deadline, "rules", null)
      continue
    }
    const at = asked === null ? null : new Date(asked)
    if (next[deadline] && same(next[deadline].at, at)) continue
    if (!running.includes(deadline)) problems.push({ path, key: `cases.deadline.still.${deadline}` })
    else if (at && at <= tx.now && !(await stoodAt(tx, row.id, deadline, at))) problems.push({ path, key: "cases.deadline.past" })
    else {
      next[deadline] = { at: at?.toISOString() ?? null, setAt: tx.now.toISOString() }
      await keepChange(actor, tx, row.id, deadline, at ? "moved" : "taken", at)
    }
  }
  if (problems.length) throw new Invalid("request.invalid", {}, problems)
  return next
}

/** Whether a deadline stands as it was set; what wasn't set stands anyhow. */
export function stoodByHand(now: DueByHand[DeadlineName], set: string | null | undefined): boolean {
  if (set === undefined) return true
  return set === "rules" ? !now : now !== undefined && same(now.at, set === null ? null : new Date(set))
}

const same = (text: string | null, at: Date | null): boolean => (text === null ? at === null : at?.getTime() === Date.parse(text))

async function stoodAt(tx: Tx, caseId: string, deadline: DeadlineName, at: Date): Promise<boolean> {
  const found = await sql`
    select 1 from deadline_changes where case_id = ${caseId} and deadline = ${deadline} and due_at = ${at} limit 1`.execute(tx.sql)
  return found.rows.length > 0
}
