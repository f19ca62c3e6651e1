import { accessAgent, type Actor } from "#people"
import { Invalid, NotFound, type Tx } from "#platform"
import { holdCase } from "./access-case.ts"
import { recordOf } from "./record.ts"
import { type CaseRow, room } from "./tables.ts"

/**
 * Lets colleagues hear of a case, or no longer. Those who follow already, or don't, stay as they are.
 * @throws Invalid when a colleague isn't there any more or can't see the case
 */
export async function changeFollowers(
  actor: Actor,
  tx: Tx,
  caseId: string,
  { add = [], remove = [] }: { add?: readonly string[] | undefined; remove?: readonly string[] | undefined },
): Promise<CaseRow> {
  const row = await holdCase(actor, tx, caseId)
  const fresh = [...new Set(add)].filter((id) => !row.followers.includes(id))
  const gone = row.followers.filter((id) => remove.includes(id) && !fresh.includes(id))
  for (const id of fresh) await refuseBlind(tx, row, id, add.indexOf(id))
  if (fresh.length === 0 && gone.length === 0) return row
  const followers = [...row.followers.filter((id) => !gone.includes(id)), ...fresh]
  const changed = await room(tx).updateTable("cases").set({ followers }).where("id", "=", row.id).returningAll().executeTakeFirstOrThrow()
  if (fresh.length) await recordOf(tx, actor.ref, "case.followed", row, { agents: fresh })
  if (gone.length) await recordOf(tx, actor.ref, "case.unfollowed", row, { agents: gone })
  return changed
}

async function refuseBlind(tx: Tx, row: CaseRow, agentId: string, place: number): Promise<void> {
  const path = `add.${place}`
  const agent = await accessAgent(tx, agentId).catch((error: unknown): never => {
    throw error instanceof NotFound ? new Invalid("request.invalid", {}, [{ path, key: "cases.owner.unknown" }]) : error
  })
  const values = { name: agent.name }
  if (agent.disabled) throw new Invalid("request.invalid", {}, [{ path, key: "cases.owner.disabled", values }])
  if (agent.inboxes !== "every" && !agent.inboxes.some((id) => row.inbox_ids.includes(id)))
    throw new Invalid("request.invalid", {}, [{ path, key: "cases.owner.cannotSee", values }])
}
