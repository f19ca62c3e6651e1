import { conversationForCase, messageForCase, noteHint } from "#conversations"
import type { Fact, Tx } from "#platform"
import { conversationOfNumber } from "../case-number.ts"
import { changeStatus, standardStatus } from "../change-status.ts"
import { findDenied } from "../contradictions/find-contradictions.ts"
import { firstWords } from "../first-words.ts"
import { openCase } from "../open-case.ts"
import { refreshCase } from "../refresh-case.ts"
import { beginSilence } from "../silence.ts"
import type { CaseRow, Category } from "../tables.ts"
import { noteMessage, rowToChange } from "./note-message.ts"

/**
 * message.received: the words of a customer find their case, or open one. Their own words begin to wait, and open again what was
 * resolved, snoozed or waiting for them; an automatic mail is filed and does neither.
 */
export async function hear(tx: Tx, fact: Fact): Promise<void> {
  const conversation = await conversationForCase(tx, fact.about.conversation!, true)
  const message = await messageForCase(tx, fact.about.message!)
  if (!conversation || !message || message.direction !== "in") return
  const own = message.automatic === null
  const by = message.contactId ? `contact:${message.contactId}` : fact.actor
  const words = firstWords(message.newText)
  if (conversation.caseId === null) {
    const row = await openCase(tx, conversation, {
      subject: conversation.subject || message.subject,
      contactId: message.contactId,
      words,
      direction: "in",
      waits: own,
      at: message.receivedAt,
      messageId: message.id,
      ownerId: null,
      by,
    })
    await hintAtNumber(tx, conversation.id, message.subject)
    if (own) await findDenied(tx, row, message)
    return
  }
  const row = await rowToChange(tx, conversation, conversation.caseId)
  await noteMessage(tx, row.id, conversation, {
    direction: "in",
    words,
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
