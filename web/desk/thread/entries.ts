import type { Message, TimelineItem } from "../api/types.ts"

/** What was said in a case, oldest first. */
export function messagesIn(items: readonly TimelineItem[]): Message[] {
  return items.flatMap((item) => (item.kind === "message" || item.kind === "note" ? [item.message] : []))
}

/** Messages at which another conversation of the case begins to speak. */
export function conversationStarts(messages: readonly Message[]): ReadonlySet<string> {
  if (new Set(messages.map(({ conversationId }) => conversationId)).size < 2) return new Set()
  return new Set(messages.filter((message, index) => messages[index - 1]?.conversationId !== message.conversationId).map(({ id }) => id))
}
