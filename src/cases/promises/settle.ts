import type { Actor } from "#people"
import { Conflict, isId, NotFound, type Tx } from "#platform"
import { mayChange, standingCase } from "../access-case.ts"
import { recordOf } from "../record.ts"
import { type CaseRow, type Promised, room } from "../tables.ts"

/**
 * The word was kept. One that the clock has broken can still be kept when a person says that it was done in time (`at`, not after
 * the due moment): nobody pressed the button, but the bouquet was there.
 * @throws Conflict when it is too late, or when it was settled otherwise
 */
export async function keepPromise(actor: Actor, tx: Tx, promiseId: string, options: { at?: Date | undefined } = {}): Promise<Promised> {
  const { promise, row } = await holdPromise(actor, tx, promiseId)
  if (promise.kept_at) return promise
  const at = options.at ?? tx.now
  if (promise.withdrawn_at) throw new Conflict("cases.promise.settled")
  if (at > promise.due_at) throw new Conflict("cases.promise.late")
  if (at < promise.made_at || at > tx.now) throw new Conflict("cases.promise.keptWhen")
  const corrected = promise.broken_at !== null
  return settle(tx, row, promise, actor.ref, "kept", { kept_at: at, broken_at: null }, { at: at.toISOString(), corrected })
}

/** A person sees before the clock does that it can't be kept. */
export async function breakPromise(actor: Actor, tx: Tx, promiseId: string): Promise<Promised> {
  const { promise, row } = await holdPromise(actor, tx, promiseId)
  if (promise.broken_at) return promise
  if (isSettled(promise)) throw new Conflict("cases.promise.settled")
  return settle(tx, row, promise, actor.ref, "broken", { broken_at: promise.due_at < tx.now ? promise.due_at : tx.now })
}

/** It no longer holds: the customer agreed to something else. What the clock has broken stays broken. */
export async function withdrawPromise(actor: Actor, tx: Tx, promiseId: string): Promise<Promised> {
  const { promise, row } = await holdPromise(actor, tx, promiseId)
  if (promise.withdrawn_at) return promise
  if (isSettled(promise)) throw new Conflict("cases.promise.settled")
  return settle(tx, row, promise, actor.ref, "withdrawn", { withdrawn_at: tx.now })
}

/** It was settled by mistake: the word is open again, for as long as it can be kept. @throws Conflict when its moment has passed */
export async function reopenPromise(actor: Actor, tx: Tx, promiseId: string): Promise<Promised> {
  const { promise, row } = await holdPromise(actor, tx, promiseId)
  if (!isSettled(promise)) return promise
  if (promise.due_at <= tx.now) throw new Conflict("cases.promise.over")
  return settle(tx, row, promise, actor.ref, "reopened", { kept_at: null, broken_at: null, withdrawn_at: null })
}

/** The answer in which they were made never left: they weren't given. */
export async function withdrawPromisesOf(tx: Tx, row: CaseRow, messageId: string, by: string): Promise<void> {
  const open = await room(tx)
    .selectFrom("promises")
    .selectAll()
    .where("message_id", "=", messageId)
    .where("kept_at", "is", null)
    .where("broken_at", "is", null)
    .where("withdrawn_at", "is", null)
    .forNoKeyUpdate()
    .execute()
  for (const promise of open) await settle(tx, row, promise, by, "withdrawn", { withdrawn_at: tx.now })
}

export function isSettled(promise: Promised): boolean {
  return promise.kept_at !== null || promise.broken_at !== null || promise.withdrawn_at !== null
}

type Settled = Partial<Pick<Promised, "kept_at" | "broken_at" | "withdrawn_at">>

export async function settle(
  tx: Tx,
  row: CaseRow,
  promise: Promised,
  by: string,
  how: "kept" | "broken" | "withdrawn" | "reopened",
  set: Settled,
  data: Record<string, string | boolean> = {},
): Promise<Promised> {
  const settled = await room(tx)
    .updateTable("promises")
    .set({ ...set, settled_by: by })
    .where("id", "=", promise.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordOf(tx, by, `case.promise-${how}`, row, { promise: promise.id, due: promise.due_at.toISOString(), ...data })
  return settled
}

/** A promise by its id, held, with the case that stands for it. @throws NotFound, Forbidden */
async function holdPromise(actor: Actor, tx: Tx, promiseId: string): Promise<{ promise: Promised; row: CaseRow }> {
  const promises = room(tx).selectFrom("promises").selectAll().where("id", "=", promiseId)
  const promise = isId(promiseId) ? await promises.forNoKeyUpdate().executeTakeFirst() : undefined
  if (!promise) throw new NotFound("cases.promise.notFound")
  const row = await standingCase(actor, tx, promise.case_id).catch((error: unknown) => {
    throw error instanceof NotFound ? new NotFound("cases.promise.notFound") : error
  })
  mayChange(actor)
  return { promise, row }
}
