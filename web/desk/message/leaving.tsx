import type { Case, Message } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { latePart } from "../parts/late-part.tsx"
import { useWords } from "../words/use-words.ts"
import { worded } from "../words/worded.ts"

const OutboxLine = latePart(async () => (await worded(import("./outbox-line.tsx"))).OutboxLine, {
  wait: <div className="outbox" data-state="opening" />,
})

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
  return <OutboxLine message={message} one={one} />
}
