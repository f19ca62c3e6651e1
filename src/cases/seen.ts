import { type Actor, requirePerson } from "#people"
import type { Reader, Tx } from "#platform"
import { accessCase } from "./access-case.ts"
import { room } from "./tables.ts"

/** The agent has read a case, as far as its last words. Told to their other windows; to nobody else is it any concern. */
export async function markSeen(actor: Actor, tx: Tx, caseId: string): Promise<void> {
  const { id: agent_id } = requirePerson(actor)
  const row = await accessCase(actor, tx, caseId)
  const until = row.last_at
  const written = await room(tx)
    .insertInto("seen")
    .values({ agent_id, case_id: row.id, until })
    .onConflict((on) => on.columns(["agent_id", "case_id"]).doUpdateSet({ until }).where("seen.until", "<", until))
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows) await tell(actor, tx, row.id, "case.seen")
}

/** They want to see it as new again. */
export async function markUnseen(actor: Actor, tx: Tx, caseId: string): Promise<void> {
  const { id: agent_id } = requirePerson(actor)
  const row = await accessCase(actor, tx, caseId)
  const gone = await room(tx).deleteFrom("seen").where("agent_id", "=", agent_id).where("case_id", "=", row.id).executeTakeFirst()
  if (gone.numDeletedRows) await tell(actor, tx, row.id, "case.unseen")
}

function tell(actor: Actor, tx: Tx, caseId: string, kind: "case.seen" | "case.unseen"): Promise<void> {
  const { id: agent, ref } = requirePerson(actor)
  return tx.record({ kind, actor: ref, about: { case: caseId, agent }, audience: { agent } })
}

/** Until when the actor has read each of these; null for who isn't a person. */
export async function seenUntil(actor: Actor, reader: Reader, ids: readonly string[]): Promise<Map<string, Date> | null> {
  if (actor.kind !== "agent") return null
  const found = await room(reader)
    .selectFrom("seen")
    .select(["case_id", "until"])
    .where("agent_id", "=", actor.id)
    .where("case_id", "in", [...ids])
    .execute()
  return new Map(found.map(({ case_id, until }) => [case_id, until]))
}
