import { isDeepStrictEqual } from "node:util"
import type { Tx } from "#platform"
import type { CaseRow, Priority } from "../tables.ts"
import type { BulkAction } from "./actions.ts"
import { type Standing, standingOf } from "./standing.ts"

/** The side of a case that an action touches. */
export type Side =
  | { owner: string | null; team: string | null }
  | { tags: string[] }
  | { priority: Priority }
  | { follows: boolean; agent: string }
  | Standing

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

/** Whether nobody has touched it since. Of who waited, only what the action changed counts: a new word of the customer's is no change of ours. */
export function isSame(now: Side, after: Side): boolean {
  if ("change" in now && "change" in after) return now.change === after.change && isDeepStrictEqual(now.snooze, after.snooze)
  return isDeepStrictEqual(now, after)
}
