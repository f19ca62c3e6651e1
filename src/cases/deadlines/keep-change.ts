import type { Actor } from "#people"
import { newId, type Tx } from "#platform"
import { type DeadlineName, room } from "../tables.ts"

/** Who moved a deadline, took it away or gave it back to the rules, for the timeline. */
export async function keepChange(
  actor: Actor,
  tx: Tx,
  caseId: string,
  deadline: DeadlineName,
  what: "moved" | "taken" | "rules",
  due: Date | null,
): Promise<void> {
  await room(tx)
    .insertInto("deadline_changes")
    .values({ id: newId(tx.now), case_id: caseId, deadline, what, due_at: due, by_actor: actor.ref, at: tx.now })
    .execute()
}
