import { type ConversationForCase, conversationForCase, type MessageForCase, messageForCase } from "#conversations"
import type { Fact, Tx } from "#platform"
import { changeStatus, standardStatus } from "../change-status.ts"
import { firstWords } from "../first-words.ts"
import { openCase } from "../open-case.ts"
import type { SuggestDeps } from "../promises/read-times.ts"
import { suggestPromises, suggestPromisesAnew } from "../promises/suggest.ts"
import { recordOf } from "../record.ts"
import { refreshCase } from "../refresh-case.ts"
import { endSilences } from "../silence.ts"
import { noteMessage, rowToChange } from "./note-message.ts"

/**
 * message.queued: a colleague has answered and the answer waits to leave. Nobody has been answered yet: the silence goes on. A new case
 * is open from now on, a conversation that we begin gets its case, and dates in the text are proposed as promises.
 */
export async function noteQueued(tx: Tx, fact: Fact, deps: SuggestDeps): Promise<void> {
  const found = await ours(tx, fact)
  if (!found) return
  const { conversation, message } = found
  const row =
    conversation.caseId === null
      ? await openCase(tx, {
          conversation,
          subject: conversation.subject || message.subject,
          contactId: message.contactId,
          words: firstWords(message.newText),
          direction: "out",
          waits: false,
          at: tx.now,
          messageId: message.id,
          ownerId: message.agentId,
          by: fact.actor,
        })
      : await rowToChange(tx, conversation, conversation.caseId)
  if (row.category === "new") {
    await changeStatus(tx, row, await standardStatus(tx, "open"), { by: fact.actor, messageId: message.id })
    await refreshCase(tx, row.id)
  }
  await suggestPromises(tx, row, message, leavesAt(fact, tx.now), deps)
}

/**
 * message.sent: the moment that counts. When the relay has taken a human's answer (or a colleague's own mail program has sent it), the
 * customer has waited until then; the first answer is given; the case waits for the customer. An answer that was written before the
 * customer's latest words doesn't answer those: the case stays open. A closed or snoozed case stays as it is.
 */
export async function noteSent(tx: Tx, fact: Fact, deps: SuggestDeps): Promise<void> {
  const found = await ours(tx, fact)
  if (!found || found.conversation.caseId === null) return
  const { conversation, message } = found
  const at = message.state === "sent" && fact.kind === "message.sent" ? (message.sentAt ?? tx.now) : message.receivedAt
  const row = await rowToChange(tx, conversation, found.conversation.caseId)
  await noteMessage(tx, row.id, conversation, { direction: "out", words: firstWords(message.newText), at, heardAt: null, answeredAt: at })
  await endSilences(tx, row.id, { messageId: message.id, writtenAt: message.receivedAt, at })
  const answered = await refreshCase(tx, row.id)
  const about = { conversation: conversation.id, message: message.id }
  const data = { at: at.toISOString(), since: row.waiting_since?.toISOString() ?? null, first: row.first_answered_at === null }
  await recordOf(tx, fact.actor, "case.answered", row, data, about)
  if (answered.waiting_since === null && (row.category === "new" || row.category === "open")) {
    await changeStatus(tx, answered, await standardStatus(tx, "waiting"), { by: fact.actor, messageId: message.id })
    await refreshCase(tx, row.id)
  }
  if (fact.kind === "message.sent") await suggestPromisesAnew(tx, row, message, at, deps)
}

async function ours(tx: Tx, fact: Fact): Promise<{ conversation: ConversationForCase; message: MessageForCase } | null> {
  const conversation = await conversationForCase(tx, fact.about.conversation!, true)
  const message = await messageForCase(tx, fact.about.message!)
  return conversation && message?.direction === "out" && message.automatic === null ? { conversation, message } : null
}

function leavesAt(fact: Fact, now: Date): Date {
  const due = fact.data?.["due"]
  return typeof due === "string" ? new Date(due) : now
}
