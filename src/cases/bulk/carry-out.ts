import type { Actor } from "#people"
import type { Tx } from "#platform"
import { assignHeld } from "../assign.ts"
import { changeCase } from "../change-case.ts"
import { follow, unfollow } from "../follow.ts"
import type { Later } from "../later.ts"
import { refreshCase } from "../refresh-case.ts"
import { markSpam, reopen, resolve, setStatus } from "../set-status.ts"
import { snooze } from "../snooze.ts"
import type { CaseRow } from "../tables.ts"
import type { BulkAction } from "./actions.ts"
import { tagsAfter } from "./hindrance.ts"

/** Does to one case, which is held, what is done to many: by the same verbs as when it is done to it alone. */
export async function carryOut(
  actor: Actor,
  tx: Tx,
  later: Later,
  row: CaseRow,
  action: Exclude<BulkAction, { do: "merge" }>,
): Promise<CaseRow> {
  switch (action.do) {
    case "assign":
      await assignHeld(actor, tx, row, action)
      return refreshCase(tx, row.id)
    case "status":
      return setStatus(actor, tx, row.id, action)
    case "resolve":
      return resolve(actor, tx, row.id)
    case "reopen":
      return reopen(actor, tx, row.id)
    case "spam":
      return markSpam(actor, tx, row.id)
    case "snooze":
      return snooze(actor, tx, later, row.id, new Date(action.until))
    case "tags":
      return changeCase(actor, tx, row.id, { tags: tagsAfter(row, action) })
    case "priority":
      return changeCase(actor, tx, row.id, { priority: action.priority })
    case "follow":
      return follow(actor, tx, row.id)
    case "unfollow":
      return unfollow(actor, tx, row.id)
  }
}
