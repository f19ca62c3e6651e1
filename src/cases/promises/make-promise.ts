import type { Actor } from "#people"
import { Invalid, newId, type Tx } from "#platform"
import { holdCase } from "../access-case.ts"
import { PROMISE_DUE } from "../job-names.ts"
import type { Later } from "../later.ts"
import { recordOf } from "../record.ts"
import { type Promised, room } from "../tables.ts"

export interface NewPromise {
  text: string
  dueAt: Date
  /** Where it was made. */
  messageId?: string | null | undefined
}

/**
 * Keeps a word given to a customer, with a clock that runs: a job looks at the due moment whether it was kept.
 * @throws Invalid when the moment has passed
 */
export async function makePromise(actor: Actor, tx: Tx, later: Later, caseId: string, promise: NewPromise): Promise<Promised> {
  const row = await holdCase(actor, tx, caseId)
  if (promise.dueAt <= tx.now) throw new Invalid("request.invalid", {}, [{ path: "dueAt", key: "cases.promise.past" }])
  const made = await room(tx)
    .insertInto("promises")
    .values({
      id: newId(tx.now),
      case_id: row.id,
      text: promise.text.trim(),
      due_at: promise.dueAt,
      message_id: promise.messageId ?? null,
      made_by: actor.ref,
      made_at: tx.now,
      kept_at: null,
      broken_at: null,
      withdrawn_at: null,
      settled_by: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await later.put(tx, PROMISE_DUE, { promiseId: made.id }, promise.dueAt)
  await recordOf(tx, actor.ref, "case.promise-made", row, { promise: made.id, due: promise.dueAt.toISOString() })
  return made
}
