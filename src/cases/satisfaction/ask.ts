import { type Selectable, sql } from "kysely"
import { replyAutomatically, type Sending, undoSending } from "#conversations"
import { company, systemActor } from "#people"
import { Conflict, DAY, type Database, eachAlone, type Subscriber, type Tx } from "#platform"
import { say } from "#words"
import { recordOf } from "../record.ts"
import { room } from "../tables.ts"
import { standingResolution } from "./plan.ts"
import { satisfaction, type SatisfactionQuestionsTable } from "./tables.ts"
import { writeQuestionToken } from "./token.ts"

export interface AskDeps {
  sending: Sending
  /** Vigie's own address, as customers reach it. */
  url: URL
  /** Where the company is when it hasn't said. */
  timeZone: string
}

export type Question = Selectable<SatisfactionQuestionsTable>

/** One person is asked at most once in so long. */
const BETWEEN = 30 * DAY
/** A question that couldn't leave for so long comes too late. */
const STALE = 3 * DAY
const SYSTEM = systemActor("satisfaction")

/** Asks what is due, each in a transaction of its own. Called every minute; late or twice, it asks once. */
export async function askDue(db: Database, deps: AskDeps): Promise<void> {
  const due = await satisfaction(db.read)
    .selectFrom("satisfaction_questions")
    .select("id")
    .where("asked_at", "is", null)
    .where("dropped", "is", null)
    .where("due_at", "<=", db.read.now)
    .orderBy("due_at")
    .limit(200)
    .execute()
  await eachAlone(due, ({ id }) => db.transact((tx) => askOne(tx, deps, id)))
}

async function askOne(tx: Tx, deps: AskDeps, id: string): Promise<void> {
  const question = await satisfaction(tx)
    .selectFrom("satisfaction_questions")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst()
  if (!question || question.asked_at || question.dropped) return
  const dropped = await whyNot(tx, question)
  if (dropped) return drop(tx, id, dropped)
  const conversationId = await lastHeard(tx, question.case_id)
  if (!conversationId) return drop(tx, id, "nobody")
  const { name, timeZone } = await company(tx)
  const link = new URL(`/s/${writeQuestionToken(deps.sending.keys, id)}`, deps.url).href
  const sent = await replyAutomatically(tx, deps.sending, conversationId, {
    name: "satisfaction",
    timeZone: timeZone ?? deps.timeZone,
    write: ({ greeting, inbox, language }) => say(language, "cases.satisfaction.mail", { greeting, company: name || inbox, link }),
  })
  if ("unsent" in sent) {
    if (sent.unsent !== "later") return drop(tx, id, sent.unsent)
    await satisfaction(tx)
      .updateTable("satisfaction_questions")
      .set({ due_at: new Date(tx.now.getTime() + DAY) })
      .where("id", "=", id)
      .execute()
    return
  }
  await satisfaction(tx)
    .updateTable("satisfaction_questions")
    .set({ asked_at: tx.now, message_id: sent.messageId, conversation_id: conversationId, language: sent.language })
    .where("id", "=", id)
    .execute()
  const row = await room(tx).selectFrom("cases").selectAll().where("id", "=", question.case_id).executeTakeFirstOrThrow()
  await recordOf(tx, SYSTEM.ref, "case.satisfaction-asked", row, {}, { message: sent.messageId })
}

/** Why it isn't to be asked any more, in a code; null: it is. */
async function whyNot(tx: Tx, { case_id, change_id, contact_id, due_at, id }: Question): Promise<string | null> {
  if ((await standingResolution(tx, case_id)) !== change_id) return "open-again"
  const found = await sql<{ merged: boolean; asks: boolean; lately: boolean; planned: Date }>`
    select c.merged_into is not null as merged,
      exists (select from satisfaction_settings s where s.inbox_id = c.inbox_ids[1]) as asks,
      exists (select from satisfaction_questions q where q.contact_id = ${contact_id} and q.id <> ${id}
        and q.asked_at > ${new Date(tx.now.getTime() - BETWEEN)}) as lately,
      (select at from status_changes h where h.id = ${change_id}) as planned
    from cases c where c.id = ${case_id}`.execute(tx.sql)
  const { merged, asks, lately, planned } = found.rows[0]!
  if (merged) return "merged"
  if (!asks) return "off"
  if (lately) return "asked-lately"
  return due_at.getTime() - planned.getTime() > STALE ? "too-late" : null
}

async function lastHeard(tx: Tx, caseId: string): Promise<string | null> {
  const found = await room(tx)
    .selectFrom("case_conversations")
    .select("conversation_id")
    .where("case_id", "=", caseId)
    .where("heard_at", "is not", null)
    .orderBy("heard_at", "desc")
    .limit(1)
    .executeTakeFirst()
  return found?.conversation_id ?? null
}

async function drop(tx: Tx, id: string, dropped: string): Promise<void> {
  await satisfaction(tx).updateTable("satisfaction_questions").set({ dropped }).where("id", "=", id).execute()
}

/** The case is open again: a question that waits to leave stays here. */
export const takeQuestionBack: Subscriber = async (tx, { about }) => {
  if (!about.case) return
  const waiting = await satisfaction(tx)
    .selectFrom("satisfaction_questions")
    .select(["id", "message_id"])
    .where("case_id", "=", about.case)
    .where("asked_at", ">", new Date(tx.now.getTime() - STALE))
    .where("answered_at", "is", null)
    .execute()
  for (const { id, message_id } of waiting) {
    if (!message_id || !(await tookBack(tx, message_id))) continue
    await satisfaction(tx)
      .updateTable("satisfaction_questions")
      .set({ asked_at: null, dropped: "open-again" })
      .where("id", "=", id)
      .execute()
  }
}

/** Gives whether it was still here. */
async function tookBack(tx: Tx, messageId: string): Promise<boolean> {
  try {
    await undoSending(SYSTEM, tx, messageId)
    return true
  } catch (error) {
    if (error instanceof Conflict) return false
    throw error
  }
}
