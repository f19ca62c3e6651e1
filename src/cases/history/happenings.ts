import type { PlacedConversation } from "#conversations"
import type { PastCase } from "./past-case.types.ts"
import type { Statuses } from "./file-cases.ts"
import type { Happening } from "./replay.ts"

/** All that was said in a past case and done to it, as it is lived again. */
export function happeningsOf(
  past: Omit<PastCase, "conversations"> & { conversations: readonly PlacedConversation[] },
  statuses: Statuses,
): Happening[] {
  const changes = (past.changes ?? []).map(({ at, to, by, until }): Happening => {
    const status = typeof to === "string" ? statuses.standard[to] : statuses.byId.get(to.statusId)
    if (!status) throw new Error(`Case ${past.key} names a status that isn't there`)
    return { what: "status", at, to: status, by: by ?? "system:history", until: until ?? null }
  })
  return [...past.conversations.flatMap(saidIn), ...changes]
}

function saidIn({ id, messages, notes }: PlacedConversation): Happening[] {
  return [
    ...messages.map((message): Happening => {
      const { at, direction, agentId, contactId } = message
      // A colleague's mail that reached the desk alone is for colleagues, like a note.
      if (direction === "in" && agentId) return { what: "note", at, conversationId: id, mentions: [] }
      const by =
        direction === "out" ? (agentId ? `agent:${agentId}` : "system:history") : contactId ? `contact:${contactId}` : "system:intake"
      return {
        what: "words",
        at,
        conversationId: id,
        messageId: message.id,
        direction,
        own: !message.automatic,
        text: message.newText ?? message.text,
        by,
      }
    }),
    ...notes.map(({ at, mentions = [] }): Happening => ({ what: "note", at, conversationId: id, mentions })),
  ]
}
