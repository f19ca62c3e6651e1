import { notify, standingCases } from "#cases"
import type { PublicAccount, PublicChannel } from "#conversations"
import { type Actor, requireRole } from "#people"
import { Conflict, Invalid, SECOND, type Tx } from "#platform"
import { say } from "#words"
import { decide } from "../decisions/decide.ts"
import { decisionsOf } from "../decisions/decisions-of.ts"
import { accessMention } from "../mentions/list-mentions.ts"
import { holdAnswer, requireState } from "./access-answer.ts"
import { approversOf, asksLeave, reachingAccount } from "./accounts.ts"
import { tooLongBy } from "./count-signs.ts"
import { guardAnswer, requireClean } from "./guard-answer.ts"
import { moveAnswer } from "./move-answer.ts"
import { requireAlone } from "./one-there.ts"
import type { PublicAnswer } from "./tables.ts"

export interface AnswerDeps {
  channel: PublicChannel
  undoSeconds: number
}

/** Why one speaks, to what end and in what tone: written down with the answer where nothing was decided yet. */
export interface Aims {
  aim: string
  tone: string
  reason: string
}

/**
 * Gives an answer on its way: it is queued, or leave is asked for where the account or the case needs it. The guard reads it first.
 * @throws Invalid with each private fact at its place, or how much too long it is; Conflict
 */
export async function submitAnswer(
  actor: Actor,
  tx: Tx,
  deps: AnswerDeps,
  id: string,
  { revision, aims }: { revision: number; aims: Aims | null },
): Promise<PublicAnswer> {
  requireRole(actor, "agent")
  const row = await holdAnswer(actor, tx, id)
  requireState(row, ["draft", "sent-back"], "answers.notDraft")
  if (row.revision !== revision) throw new Conflict("answers.changedMeanwhile")
  const mention = await accessMention(tx, row.mention_id)
  if (mention.gone_at) throw new Conflict("listening.decision.gone")
  const account = await reachingAccount(deps.channel, tx, mention, row.account_id)
  requireFits(row.text, account)
  await requireAlone(tx, row, account)
  const guarded = await guardAnswer(actor, tx, row)
  requireClean(guarded)
  const decision_id = await decisionFor(actor, tx, row, aims)
  const writers = [...new Set([...row.writers, actor.ref])]
  // Whoever can't see all of a case isn't the one to say that nothing of it stands here; nor is who wrote it, of one too long for the guard.
  const asks = (await asksLeave(tx, writers, account)) || guarded.unseen || guarded.unread
  if (!asks) return queueAnswer(actor.ref, tx, deps, { ...row, writers, decision_id }, "queued")
  const asked = await moveAnswer(
    actor.ref,
    tx,
    row,
    { state: "asked", reason: null, approved_by: null, decision_id, writers },
    { step: "asked", text: row.text },
  )
  const inboxIds = row.case_id === null ? null : ((await standingCases(tx, [row.case_id])).get(row.case_id)?.inboxIds ?? null)
  const news = { kind: "answer-asked", caseId: null, conversationId: null, mentionId: row.mention_id, inboxIds, by: actor.ref } as const
  await notify(tx, await approversOf(tx, account), news)
  return asked
}

/** Fixes the words and lets them wait as long as one may still undo. */
export function queueAnswer(
  by: string,
  tx: Tx,
  { channel, undoSeconds }: AnswerDeps,
  row: PublicAnswer,
  step: "queued" | "approved",
): Promise<PublicAnswer> {
  const due_at = new Date(tx.now.getTime() + undoSeconds * SECOND)
  const { writers, decision_id } = row
  const change = {
    state: "ready",
    reason: null,
    due_at,
    post_key: channel.newKey(tx.now),
    fixed: null,
    attempts: 0,
    writers,
    decision_id,
  } as const
  return moveAnswer(by, tx, row, step === "approved" ? { ...change, approved_by: by } : change, { step, text: row.text })
}

export function requireFits(text: string, { counting }: PublicAccount): void {
  const over = tooLongBy(text, counting)
  if (text.trim() === "") throw new Invalid("request.invalid", {}, [{ path: "text", key: "field.required" }])
  if (over > 0) throw new Invalid("request.invalid", {}, [{ path: "text", key: "answers.tooLong", values: { over, most: counting.most } }])
}

/** The decision that is answered by: the one that holds, or a new one. */
async function decisionFor(actor: Actor, tx: Tx, row: PublicAnswer, aims: Aims | null): Promise<string> {
  const [latest] = await decisionsOf(actor, tx, { mentions: [row.mention_id] })
  if (latest?.way === "public" && latest.undone_at === null && !aims) return latest.id
  const reason = aims?.reason.trim() || say(actor.kind === "system" ? "en" : actor.language, "answers.decided")
  const { id } = await decide(
    actor,
    tx,
    { mentionId: row.mention_id },
    {
      caseId: row.case_id,
      way: "public",
      aim: aims?.aim ?? "",
      tone: aims?.tone ?? "",
      reason,
      lookAgainAt: null,
    },
  )
  return id
}
