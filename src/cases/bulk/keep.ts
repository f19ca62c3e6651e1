import { isDeepStrictEqual } from "node:util"
import { sql } from "kysely"
import type { Tx } from "#platform"
import type { CaseRow, Priority } from "../tables.ts"
import type { BulkAction } from "./actions.ts"

/** The side of a case that an action touches. */
export type Side =
  | { owner: string | null; team: string | null }
  | { tags: string[] }
  | { priority: Priority }
  | { follows: boolean; agent: string }
  | Standing

/** Where a case stood: its last change of status, its snooze, and who waited. Moments as ISO text. */
export interface Standing {
  change: string | null
  snooze: { until: string; was_status: string; by_actor: string; at: string } | null
  silences: { conversation_id: string; began_at: string; ended_at: string | null; ended_by: string | null }[]
}

/** What a case was before and after, or the merge that took it away. */
export type Kept = { before: Side; after: Side } | { merge: string }

/** That side of a case as it is now. The row is held. */
export async function sideOf(tx: Tx, row: CaseRow, action: BulkAction, self: string): Promise<Side> {
  switch (action.do) {
    case "assign":
      return { owner: row.owner_id, team: row.team_id }
    case "tags":
      return { tags: row.tags }
    case "priority":
      return { priority: row.priority }
    case "follow":
    case "unfollow":
      return { follows: row.followers.includes(self), agent: self }
    case "status":
    case "resolve":
    case "reopen":
    case "spam":
    case "snooze":
    case "merge":
      return standingOf(tx, row.id)
  }
}

async function standingOf(tx: Tx, caseId: string): Promise<Standing> {
  const found = await sql<Standing>`
    select (select id from status_changes where case_id = ${caseId} order by seq desc limit 1) as change,
      (select json_build_object('until', until, 'was_status', was_status, 'by_actor', by_actor, 'at', at) from snoozes where case_id = ${caseId}) as snooze,
      coalesce((select json_agg(json_build_object('conversation_id', conversation_id, 'began_at', began_at, 'ended_at', ended_at, 'ended_by', ended_by)
        order by conversation_id, began_at) from silences where case_id = ${caseId}), '[]') as silences`.execute(tx.sql)
  return found.rows[0]!
}

/** Whether nobody has touched it since. Of who waited, only what the action changed counts: a new word of the customer's is no change of ours. */
export function isSame(now: Side, after: Side): boolean {
  if ("change" in now && "change" in after) return now.change === after.change && isDeepStrictEqual(now.snooze, after.snooze)
  return isDeepStrictEqual(now, after)
}
