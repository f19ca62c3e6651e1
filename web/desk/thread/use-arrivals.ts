import { useEffect, useRef } from "react"
import type { Message } from "../api/types.ts"
import { announce } from "../shell/announcer.tsx"
import { useMe } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"

/** Tells those who listen what has come into the open case: who, and the first words. Null: it isn't read yet, or another case is. */
export function useArrivals(messages: readonly Message[] | null): void {
  const me = useMe()
  const { say } = useWords()
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const before = known.current
    known.current = messages && new Set(messages.map(({ id }) => id))
    if (messages === null || before === null) return
    for (const { id, direction, from, newText } of messages) {
      if (before.has(id) || from.agentId === me.id) continue
      const values = { name: from.name || from.address, words: newText.slice(0, 120) }
      announce(say(direction === "in" ? "arrived.message" : direction === "note" ? "arrived.note" : "arrived.answer", values))
    }
  })
}
