import type { Actor } from "#people"
import { isId, NotFound, type Tx } from "#platform"
import { mayChange, standingCase } from "./access-case.ts"
import { recordOf } from "./record.ts"
import { room } from "./tables.ts"

/** A decision no longer holds, or was a slip: its words stay, with who took it back. Twice is once. @throws NotFound, Forbidden */
export async function withdrawDecision(actor: Actor, tx: Tx, decisionId: string): Promise<void> {
  const found = room(tx).selectFrom("decisions").selectAll().where("id", "=", decisionId)
  const decision = isId(decisionId) ? await found.forNoKeyUpdate().executeTakeFirst() : undefined
  if (!decision) throw new NotFound("cases.decision.notFound")
  const row = await standingCase(actor, tx, decision.case_id).catch((error: unknown) => {
    throw error instanceof NotFound ? new NotFound("cases.decision.notFound") : error
  })
  mayChange(actor)
  if (decision.withdrawn_at) return
  const back = { withdrawn_by: actor.ref, withdrawn_at: tx.now }
  await room(tx).updateTable("decisions").set(back).where("id", "=", decision.id).execute()
  await recordOf(tx, actor.ref, "case.decision-withdrawn", row, { decision: decision.id })
}
