import { notify } from "#cases"
import { type Actor, requireRole } from "#people"
import { Conflict, Forbidden, type Tx } from "#platform"
import { accessMention } from "../mentions/list-mentions.ts"
import { holdAnswer, requireState } from "./access-answer.ts"
import { mayApprove, reachingAccount } from "./accounts.ts"
import { guardAnswer, requireClean } from "./guard-answer.ts"
import { moveAnswer } from "./move-answer.ts"
import { requireAlone } from "./one-there.ts"
import { type AnswerDeps, queueAnswer, requireFits } from "./submit-answer.ts"
import type { PublicAnswer } from "./tables.ts"

/** Gives leave for these very words; the guard reads them again, as whoever gives leave sees. @throws Forbidden, Invalid, Conflict */
export async function approveAnswer(actor: Actor, tx: Tx, deps: AnswerDeps, id: string, revision: number): Promise<PublicAnswer> {
  const row = await judged(actor, tx, deps, id, revision)
  const account = await reachingAccount(deps.channel, tx, await accessMention(tx, row.mention_id), row.account_id)
  requireFits(row.text, account)
  await requireAlone(tx, row, account)
  const guarded = await guardAnswer(actor, tx, row)
  requireClean(guarded)
  if (guarded.unseen) throw new Forbidden("answers.hidden")
  return queueAnswer(actor.ref, tx, deps, row, "approved")
}

/** Doesn't, and says what would be right. @throws Forbidden, Conflict */
export async function sendBack(
  actor: Actor,
  tx: Tx,
  deps: AnswerDeps,
  id: string,
  revision: number,
  reason: string,
): Promise<PublicAnswer> {
  const row = await judged(actor, tx, deps, id, revision)
  const moved = await moveAnswer(actor.ref, tx, row, { state: "sent-back" }, { step: "sent-back", reason: reason.trim() })
  await tellWriters(tx, row, "answer-back", actor.ref)
  return moved
}

/** What waits, for somebody who may judge it: a second person, never one of those who wrote it. */
async function judged(actor: Actor, tx: Tx, { channel }: AnswerDeps, id: string, revision: number): Promise<PublicAnswer> {
  requireRole(actor, "agent")
  const row = await holdAnswer(actor, tx, id)
  const account = (await channel.accounts(tx)).find((one) => one.id === row.account_id)
  if (!account) throw new Conflict("answers.reason.account-gone")
  if (!mayApprove(actor, account)) throw new Forbidden("answers.notApprover")
  if (row.writers.includes(actor.ref)) throw new Forbidden("answers.ownWords")
  requireState(row, ["asked"], "answers.notAsked")
  if (row.revision !== revision) throw new Conflict("answers.changedMeanwhile")
  return row
}

/** Tells those whose words they are. */
export async function tellWriters(tx: Tx, row: PublicAnswer, kind: "answer-back" | "answer-failed", by: string): Promise<void> {
  const agents = row.writers.flatMap((ref) => (ref.startsWith("agent:") ? [ref.slice("agent:".length)] : []))
  await notify(tx, agents, { kind, caseId: null, conversationId: null, mentionId: row.mention_id, inboxIds: null, by })
}
