import type { Actor } from "#people"
import { Invalid, newId, type Tx } from "#platform"
import { holdCase } from "./access-case.ts"
import { recordOf } from "./record.ts"
import { room } from "./tables.ts"

export interface Decision {
  id: string
  text: string
  at: Date
}

/** Writes down what was decided in a case, with who and when. It is never changed, but can be taken back. */
export async function decide(actor: Actor, tx: Tx, caseId: string, text: string): Promise<Decision> {
  const row = await holdCase(actor, tx, caseId)
  if (!text.trim()) throw new Invalid("request.invalid", {}, [{ path: "text", key: "field.required" }])
  const decision = { id: newId(tx.now), text: text.trim(), at: tx.now }
  await room(tx)
    .insertInto("decisions")
    .values({ ...decision, case_id: row.id, by_actor: actor.ref, withdrawn_by: null, withdrawn_at: null })
    .execute()
  await recordOf(tx, actor.ref, "case.decided", row, { decision: decision.id })
  return decision
}
