import { accessInbox, listInboxes } from "#conversations"
import { type Actor, requireRole } from "#people"
import type { Reader, Tx } from "#platform"
import { satisfaction } from "./tables.ts"

export interface Asking {
  inboxId: string
  /** Null: customers aren't asked. */
  choices: 3 | 5 | null
}

/** Which of the inboxes that the actor sees ask their customers how it went. */
export async function listAsking(actor: Actor, reader: Reader): Promise<Asking[]> {
  const inboxes = await listInboxes(actor, reader)
  const set = await satisfaction(reader).selectFrom("satisfaction_settings").select(["inbox_id", "choices"]).execute()
  return inboxes.map(({ id }) => ({ inboxId: id, choices: set.find((one) => one.inbox_id === id)?.choices ?? null }))
}

/** Has an inbox ask from now on, or no more. Questions that wait aren't asked either. */
export async function setAsking(actor: Actor, tx: Tx, inboxId: string, choices: 3 | 5 | null): Promise<Asking> {
  requireRole(actor, "admin")
  const { id } = await accessInbox(actor, tx, inboxId)
  if (choices === null) await satisfaction(tx).deleteFrom("satisfaction_settings").where("inbox_id", "=", id).execute()
  else {
    const set = { choices, set_by: actor.ref, set_at: tx.now }
    await satisfaction(tx)
      .insertInto("satisfaction_settings")
      .values({ inbox_id: id, ...set })
      .onConflict((conflict) => conflict.column("inbox_id").doUpdateSet(set))
      .execute()
  }
  await tx.record({ kind: "inbox.changed", actor: actor.ref, about: { inbox: id }, audience: "all", data: { fields: ["satisfaction"] } })
  return { inboxId: id, choices }
}
