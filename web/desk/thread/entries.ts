import type { Message, TimelineItem } from "../api/types.ts"

type Place = { key: string; at: string; newConversation: boolean }
export type Entry = Place & ({ message: Message; item: null } | { message: null; item: TimelineItem })

/** Messages as the conversations tell them, everything else as the case's timeline does, together by time. */
export function entriesOf(messages: readonly Message[], items: readonly TimelineItem[]): Entry[] {
  const entries: Entry[] = [
    ...messages.map((message): Entry => ({ key: message.id, at: message.receivedAt, newConversation: false, message, item: null })),
    ...items.filter(({ kind }) => kind !== "message" && kind !== "note").map((item): Entry => ({ key: `${item.kind}-${item.id}`, at: item.at, newConversation: false, message: null, item })),
  ].sort((a, b) => a.at.localeCompare(b.at))
  let conversation: string | null = null
  for (const entry of entries) {
    if (!entry.message) continue
    entry.newConversation = entry.message.conversationId !== conversation
    conversation = entry.message.conversationId
  }
  return entries
}
