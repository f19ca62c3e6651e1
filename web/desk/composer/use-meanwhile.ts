import { useState } from "react"
import type { Id, Message } from "../api/types.ts"
import { useMe } from "../shell/me.ts"

export interface MeanwhileState {
  /** The last message seen before writing; null: there is none. */
  seen: Id | null
  /** What the customer or a colleague has sent since. */
  newer: Message[]
  /** The last that the customer has written since in another conversation of the case; null: nothing. */
  elsewhere: Message | null
  /** The agent has read them. */
  read: () => void
}

export function useMeanwhile(messages: readonly Message[], conversationId: Id): MeanwhileState {
  const me = useMe()
  const said = messages
    .filter(({ direction, state }) => direction !== "note" && state !== "cancelled")
    .sort((a, b) => a.receivedAt.localeCompare(b.receivedAt))
  const here = (message: Message): boolean => message.conversationId === conversationId
  const [last, lastHere] = [said.at(-1), said.findLast(here)]
  const [seen, setSeen] = useState(lastHere ?? null)
  const [since, setSince] = useState(last?.receivedAt ?? null)
  if (seen === null && lastHere) setSeen(lastHere)
  if (since === null && last) setSince(last.receivedAt)
  const told = ({ automatic, from }: Message): boolean => automatic === null && from.agentId !== me.id
  return {
    seen: seen?.id ?? null,
    newer: seen ? said.filter((message) => here(message) && message.receivedAt > seen.receivedAt && told(message)) : [],
    elsewhere:
      said.findLast(
        (message) => !here(message) && message.direction === "in" && since !== null && message.receivedAt > since && told(message),
      ) ?? null,
    read: () => {
      setSeen(lastHere ?? null)
      setSince(last?.receivedAt ?? null)
    },
  }
}
