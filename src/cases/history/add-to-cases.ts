import { addToConversations, conversationForCase, type PastMessage, type PlacedConversation } from "#conversations"
import type { Actor } from "#people"
import { idOf, type Tx } from "#platform"
import { noteMessage, rowToChange } from "../following/note-message.ts"
import { firstWords } from "../first-words.ts"
import { refreshCase } from "../refresh-case.ts"
import { beginSilence, endSilences } from "../silence.ts"
import { indexPast } from "./index-past.ts"

/**
 * Adds messages of the past to conversations that are here: the rest of a thread, found in another archive. The case keeps its state, for
 * somebody may have given it since; who waits, and what was said last, follows from all that was said. Gives the number of messages.
 */
export async function addToCases(
  actor: Actor,
  tx: Tx,
  source: string,
  additions: readonly { conversationId: string; messages: readonly PastMessage[] }[],
): Promise<number> {
  let added = 0
  const caseIds = new Set<string>()
  for (const { conversationId, messages } of additions) {
    const conversation = await conversationForCase(tx, conversationId, true)
    if (!conversation?.caseId || messages.length === 0) continue
    const placed: PlacedConversation = {
      key: conversationId,
      id: conversationId,
      channel: conversation.channel,
      inboxIds: conversation.inboxIds,
      subject: conversation.subject,
      messages: messages.map((one) => ({ ...one, id: idOf(one.at, source, "message", conversationId, one.key) })),
      notes: [],
    }
    const row = await rowToChange(tx, conversation, conversation.caseId)
    await addToConversations(tx, [placed])
    for (const message of placed.messages.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
      const own = !message.automatic && !(message.direction === "in" && message.agentId)
      const { direction, at } = message
      const heardAt = own && direction === "in" ? at : null
      const answeredAt = own && direction === "out" ? at : null
      const words = firstWords(message.newText ?? message.text)
      await noteMessage(tx, row.id, conversation, { direction, words, at, heardAt, answeredAt })
      // Of a closed case nobody waits, and who writes now opens it again: an old mail doesn't.
      const live = row.category !== "spam" && row.category !== "resolved"
      if (heardAt && live && at > (row.first_answered_at ?? new Date(0)) && at > row.last_at)
        await beginSilence(tx, row.id, conversationId, at)
      if (answeredAt) await endSilences(tx, row.id, { messageId: message.id, writtenAt: at, at })
    }
    await indexPast(tx, [{ conversations: [placed] }])
    await refreshCase(tx, row.id)
    added += messages.length
    caseIds.add(row.id)
  }
  if (added)
    await tx.record({
      kind: "history.imported",
      actor: actor.ref,
      about: {},
      audience: "audit",
      data: { source, messages: added, addedTo: [...caseIds] },
    })
  return added
}
