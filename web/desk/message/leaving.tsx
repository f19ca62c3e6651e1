import { lazy, Suspense } from "react"
import type { Case, Message } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import { worded } from "../words/worded.ts"

const OutboxLine = lazy(async () => ({ default: (await worded(import("./outbox-line.tsx"))).OutboxLine }))

/** That an answer has left; until it has, where it is and what can be done about it. */
export function Leaving({ message, one }: { message: Message; one: Case }) {
  const { say } = useWords()
  const { state } = message
  if (state === "sent")
    return (
      <div className="outbox" data-state={state}>
        <Icon name="resolved" />
        <p>{say("outbox.sent")}</p>
      </div>
    )
  return (
    <Suspense fallback={<div className="outbox" data-state="opening" />}>
      <OutboxLine message={message} one={one} />
    </Suspense>
  )
}
