import { type ConversationForCase, conversationsForCases, type MessageForCase, messagesForCases, noteHint } from "#conversations"
import type { Fact, Tx } from "#platform"
import { conversationOfNumber } from "../case-number.ts"
import { changeStatus, standardStatus } from "../change-status.ts"
import { findDenied } from "../contradictions/find-contradictions.ts"
import { firstWords } from "../first-words.ts"
import { openCases } from "../open-case.ts"
import { refreshCase } from "../refresh-case.ts"
import { beginSilence } from "../silence.ts"
import type { CaseRow, Category } from "../tables.ts"
import { noteMessage, rowToChange } from "./note-message.ts"

/**
 * message.received: the words of customers find their cases, or open them. Their own words begin to wait, and open again what was
 * resolved, snoozed or waiting for them; an automatic mail is filed and does neither.
 */
export async function hear(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const conversations = await conversationsForCases(
    tx,
    facts.flatMap(({ about }) => about.conversation ?? []),
    true,
  )
  const messages = await messagesForCases(
    tx,
    facts.flatMap(({ about }) => about.message ?? []),
  )
  const said = facts.flatMap((fact): Said[] => {
    const [conversation, message] = [conversations.get(fact.about.conversation ?? ""), messages.get(fact.about.message ?? "")]
    if (!conversation || message?.direction !== "in") return []
    return [{ conversation, message, by: message.contactId ? `contact:${message.contactId}` : fact.actor }]
  })
  await hearFirst(
    tx,
    said.filter(({ conversation }) => conversation.caseId === null),
  )
  for (const { conversation, message, by } of said)
    if (conversation.caseId !== null) await hearMore(tx, conversation, conversation.caseId, message, by)
}

interface Said {
  conversation: ConversationForCase
  message: MessageForCase
  by: string
}

async function hearFirst(tx: Tx, said: readonly Said[]): Promise<void> {
  const rows = await openCases(
    tx,
    said.map(({ conversation, message, by }) => ({
      conversation,
      subject: conversation.subject || message.subject,
      contactId: message.contactId,
      words: firstWords(message.newText),
      direction: "in",
      waits: message.automatic === null,
      at: message.receivedAt,
      messageId: message.id,
      ownerId: null,
      by,
    })),
  )
  for (const [n, { conversation, message }] of said.entries()) {
    await hintAtNumber(tx, conversation.id, message.subject)
    if (message.automatic === null) await findDenied(tx, rows[n]!, message)
  }
}

async function hearMore(tx: Tx, conversation: ConversationForCase, caseId: string, message: MessageForCase, by: string): Promise<void> {
  const own = message.automatic === null
  const row = await rowToChange(tx, conversation, caseId)
  await noteMessage(tx, row.id, conversation, {
    direction: "in",
    words: firstWords(message.newText),
    at: message.receivedAt,
    heardAt: own ? message.receivedAt : null,
    answeredAt: null,
  })
  if (own && row.category !== "spam") {
    await beginSilence(tx, row.id, conversation.id, message.receivedAt)
    if (REOPENED.includes(row.category)) await reopen(tx, row, by, message.id)
  }
  const fresh = await refreshCase(tx, row.id)
  if (own) await findDenied(tx, fresh, message)
}

/** A first message that names a case's number may be about it. A number proves nothing: a person decides. */
async function hintAtNumber(tx: Tx, conversationId: string, subject: string): Promise<void> {
  const number = /#(\d{1,12})\b/.exec(subject)?.[1]
  const related = number ? await conversationOfNumber(tx, Number(number)) : null
  if (related) await noteHint(tx, conversationId, related, "number-in-subject")
}

const REOPENED: readonly Category[] = ["waiting", "snoozed", "resolved"]

async function reopen(tx: Tx, row: CaseRow, by: string, messageId: string): Promise<void> {
  await changeStatus(tx, row, await standardStatus(tx, "open"), { by, kind: "case.reopened", messageId })
}
