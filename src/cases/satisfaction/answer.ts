import { systemActor } from "#people"
import { DAY, type Keys, type Reader, type Tx } from "#platform"
import { standingCase } from "../access-case.ts"
import { changeStatus, isClosed, standardStatus } from "../change-status.ts"
import { recordOf } from "../record.ts"
import { refreshCase } from "../refresh-case.ts"
import { indexSatisfaction } from "../search/index-entry.ts"
import { beginSilence } from "../silence.ts"
import { type CaseRow, room } from "../tables.ts"
import type { Question } from "./ask.ts"
import { satisfaction } from "./tables.ts"
import { readQuestionToken } from "./token.ts"

/** A link is good for so long after it was sent, and an answer can be changed for so long after it was given. */
const GOOD = 60 * DAY
const CHANGEABLE = 7 * DAY
/** From here down, somebody isn't content. */
export const UNHAPPY = 2

/** What was asked by a link, and whether it can (still) be answered; null when Vigie gave out no such link. */
export async function questionOf(keys: Keys, reader: Reader, token: string): Promise<{ question: Question; open: boolean } | null> {
  const id = readQuestionToken(keys, token)
  const question = id && (await asked(reader).where("id", "=", id).executeTakeFirst())
  return question ? { question, open: isOpen(question, reader.now) } : null
}

function isOpen({ asked_at, answered_at }: Question, now: Date): boolean {
  const until = answered_at ? answered_at.getTime() + CHANGEABLE : asked_at!.getTime() + GOOD
  return now.getTime() <= until
}

export interface Answer {
  /** 1 (badly) to 5 (very well). */
  value: number
  words: string
}

/** Keeps what the customer says, or says instead. Nothing is kept once it can't be changed any more. */
export async function answerQuestion(tx: Tx, { id }: Question, { value, words }: Answer): Promise<void> {
  const question = await asked(tx).where("id", "=", id).forUpdate().executeTakeFirst()
  if (!question || !isOpen(question, tx.now)) return
  const same = question.value === value && question.words === words
  if (same) return
  await satisfaction(tx)
    .updateTable("satisfaction_questions")
    .set({ value, words, answered_at: question.answered_at ?? tx.now, changed_at: question.answered_at ? tx.now : null })
    .where("id", "=", id)
    .execute()
  const row = await standingCase(systemActor("satisfaction"), tx, question.case_id)
  if (question.conversation_id && (words || question.words))
    await indexSatisfaction(tx, { id, conversationId: question.conversation_id, at: tx.now, text: words })
  const data = { value, changed: question.answered_at !== null, words: words !== "" }
  await recordOf(tx, `contact:${question.contact_id}`, "case.satisfaction-told", row, data)
}

/** The customer says that it isn't settled: the case is open, and they wait for a human. Once for each question. */
export async function openAgain(tx: Tx, { id }: Question): Promise<void> {
  const question = await asked(tx).where("id", "=", id).forUpdate().executeTakeFirst()
  if (!question || question.reopened_at || question.value === null || question.value > UNHAPPY || !isOpen(question, tx.now)) return
  const { id: caseId } = await standingCase(systemActor("satisfaction"), tx, question.case_id)
  const row: CaseRow = await room(tx).selectFrom("cases").selectAll().where("id", "=", caseId).forNoKeyUpdate().executeTakeFirstOrThrow()
  await satisfaction(tx).updateTable("satisfaction_questions").set({ reopened_at: tx.now }).where("id", "=", id).execute()
  if (!isClosed(row.category)) return
  if (question.conversation_id) await beginSilence(tx, caseId, question.conversation_id, tx.now)
  const by = `contact:${question.contact_id}`
  await changeStatus(tx, row, await standardStatus(tx, "open"), { by, kind: "case.reopened" })
  await refreshCase(tx, caseId)
}

function asked(reader: Pick<Reader, "sql">) {
  return satisfaction(reader).selectFrom("satisfaction_questions").selectAll().where("asked_at", "is not", null)
}
