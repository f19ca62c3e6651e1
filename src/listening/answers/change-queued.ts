import type { PublicChannel } from "#conversations"
import { type Actor, requireRole } from "#people"
import { Conflict, type Tx } from "#platform"
import { holdAnswer, requireState } from "./access-answer.ts"
import { moveAnswer } from "./move-answer.ts"
import { requireAlone } from "./one-there.ts"
import type { PublicAnswer } from "./tables.ts"

/** Takes an answer that surely isn't there back to where it is written; every word stays. @throws Conflict once it may have left */
export async function undoAnswer(actor: Actor, tx: Tx, id: string): Promise<PublicAnswer> {
  requireRole(actor, "agent")
  const row = await holdAnswer(actor, tx, id)
  requireState(row, ["asked", "ready", "retry", "failed"], "answers.tooLate")
  const change = { state: "draft", reason: null, due_at: null, post_key: null, fixed: null, approved_by: null } as const
  return moveAnswer(actor.ref, tx, row, change, { step: "undone" })
}

/** Deletes what stands there, as soon as the place lets us. @throws Conflict where nothing stands, or the place lets nobody */
export async function withdrawAnswer(
  actor: Actor,
  tx: Tx,
  channel: Pick<PublicChannel, "accounts">,
  id: string,
  reason: string,
): Promise<PublicAnswer> {
  requireRole(actor, "agent")
  const row = await holdAnswer(actor, tx, id)
  requireState(row, ["sent"], "answers.notSent")
  const account = (await channel.accounts(tx)).find((one) => one.id === row.account_id)
  if (account && !account.takesBack) throw new Conflict("answers.reason.stays")
  if (row.place === null) throw new Conflict("answers.byHand")
  if (account) await requireAlone(tx, row, account)
  const change = { state: "withdrawing", reason: null, due_at: tx.now, attempts: 0 } as const
  return moveAnswer(actor.ref, tx, row, change, { step: "withdrawing", reason: reason.trim() })
}

/** Asks the place again, now: whether it is there, or to delete it. */
export async function lookNow(actor: Actor, tx: Tx, id: string): Promise<PublicAnswer> {
  requireRole(actor, "agent")
  const row = await holdAnswer(actor, tx, id)
  requireState(row, ["uncertain", "retry", "withdrawing"], "answers.nothingToAsk")
  // The first attempt alone may send without asking.
  return moveAnswer(actor.ref, tx, row, { due_at: tx.now, attempts: 1 }, { step: "asked-again" })
}

/** A person looked there themselves. @throws Conflict where it is known already */
export async function sawThere(actor: Actor, tx: Tx, id: string, url: string | null): Promise<PublicAnswer> {
  requireRole(actor, "agent")
  const row = await holdAnswer(actor, tx, id)
  requireState(row, ["uncertain"], "answers.notUncertain")
  const change = { state: "sent", reason: null, due_at: null, url, sent_at: tx.now } as const
  return moveAnswer(actor.ref, tx, row, change, { step: "seen-there" })
}

/** A person looked, and it isn't there: it may be changed and given on its way again. @throws Conflict where it is known already */
export async function sawNothing(actor: Actor, tx: Tx, id: string): Promise<PublicAnswer> {
  requireRole(actor, "agent")
  const row = await holdAnswer(actor, tx, id)
  requireState(row, ["uncertain"], "answers.notUncertain")
  const change = { state: "draft", reason: null, due_at: null, post_key: null, fixed: null, approved_by: null } as const
  return moveAnswer(actor.ref, tx, row, change, { step: "seen-absent" })
}
