import { useState } from "react"
import type { Id, Message } from "../api/types.ts"
import { useMe } from "../shell/me.ts"

export interface MeanwhileState {
  /** The last message seen before writing; null: there is none. */
  seen: Id | null
  /** What the customer or a colleague has sent since. */
  newer: Message[]
  /** The agent has read them. */
  read: () => void
}

export function useMeanwhile(messages: readonly Message[], conversationId: Id): MeanwhileState {
  const me = useMe()
  const said = messages
    .filter((message) => message.conversationId === conversationId && message.direction !== "note")
    .sort((a, b) => a.receivedAt.localeCompare(b.receivedAt))
  const last = said.at(-1)
  const [seen, setSeen] = useState(last ?? null)
  if (seen === null && last) setSeen(last)
  return {
    seen: seen?.id ?? null,
    newer: seen
      ? said.filter((message) => message.receivedAt > seen.receivedAt && message.automatic === null && message.from.agentId !== me.id)
      : [],
    read: () => setSeen(last ?? null),
  }
}
