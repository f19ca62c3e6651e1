import { holdCase } from "#cases"
import type { PublicChannel } from "#conversations"
import { type Actor, requireRole, seesInbox } from "#people"
import { Conflict, newId, type Tx } from "#platform"
import { tiedCases } from "../decisions/decisions-of.ts"
import { accessMention } from "../mentions/list-mentions.ts"
import { holdAnswer, requireState } from "./access-answer.ts"
import { reachingAccount } from "./accounts.ts"
import { moveAnswer, noteStep } from "./move-answer.ts"
import { answerRoom, type PublicAnswer } from "./tables.ts"

export interface ToWrite {
  accountId: string
  text: string
  language: string | null
  /** With which case in sight, by id or number; left out: the one that the mention is tied to, if it is seen. */
  caseId: string | null
}

/** Begins an answer in the open. Nothing leaves. @throws Invalid where the account can't answer there, Conflict when it is gone */
export async function draftAnswer(actor: Actor, tx: Tx, channel: PublicChannel, mentionId: string, given: ToWrite): Promise<PublicAnswer> {
  requireRole(actor, "agent")
  const mention = await accessMention(tx, mentionId)
  if (mention.gone_at) throw new Conflict("listening.decision.gone")
  await reachingAccount(channel, tx, mention, given.accountId)
  const tied = (await tiedCases(tx, mention.id)).filter(({ inboxIds }) => seesInbox(actor, inboxIds))
  const caseId = given.caseId === null ? (tied[0]?.id ?? null) : (await holdCase(actor, tx, given.caseId)).id
  const row = await answerRoom(tx)
    .insertInto("public_answers")
    .values({
      id: newId(tx.now),
      mention_id: mention.id,
      account_id: given.accountId,
      case_id: caseId,
      text: plain(given.text),
      language: given.language ?? mention.language,
      writers: [actor.ref],
      state: "draft",
      state_since: tx.now,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await noteStep(actor.ref, tx, row, { step: "drafted" })
  return row
}

/** Changes words that nobody was asked about yet. Whoever changes them is one of their writers. @throws Conflict where others changed them meanwhile */
export async function changeDraft(
  actor: Actor,
  tx: Tx,
  channel: PublicChannel,
  id: string,
  { revision, text, accountId, language }: { revision: number; text?: string; accountId?: string; language?: string | null },
): Promise<PublicAnswer> {
  requireRole(actor, "agent")
  const row = await holdAnswer(actor, tx, id)
  requireState(row, ["draft", "sent-back"], "answers.notDraft")
  if (row.revision !== revision) throw new Conflict("answers.changedMeanwhile")
  if (accountId) await reachingAccount(channel, tx, await accessMention(tx, row.mention_id), accountId)
  const isNew = text !== undefined && plain(text) !== row.text
  const change = {
    revision: row.revision + 1,
    ...(isNew ? { text: plain(text), writers: [...new Set([...row.writers, actor.ref])] } : {}),
    ...(accountId ? { account_id: accountId } : {}),
    ...(language === undefined ? {} : { language }),
  }
  return answerRoom(tx)
    .updateTable("public_answers")
    .set({ ...change, updated_at: tx.now })
    .where("id", "=", row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Throws words away that never left. */
export async function discardAnswer(actor: Actor, tx: Tx, id: string): Promise<void> {
  requireRole(actor, "agent")
  const row = await holdAnswer(actor, tx, id)
  requireState(row, ["draft", "sent-back", "failed"], "answers.notDraft")
  await moveAnswer(actor.ref, tx, row, { state: "discarded", text: "" }, { step: "discarded" })
}

/** Line ends as everywhere, and nothing that no text has. */
const plain = (text: string): string => text.replace(/\r\n?/g, "\n").replaceAll("\0", "").toWellFormed()
