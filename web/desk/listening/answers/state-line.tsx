import { Countdown } from "../../message/countdown.tsx"
import { Icon } from "../../parts/icon.tsx"
import type { IconName } from "../../parts/icon-paths.ts"
import { useWords } from "../../words/use-words.ts"
import type { Answer } from "./api.ts"

const ICONS: Readonly<Record<Answer["state"], IconName>> = {
  draft: "write",
  asked: "waiting",
  "sent-back": "reply",
  ready: "clock",
  sending: "send",
  retry: "retry",
  uncertain: "help",
  sent: "resolved",
  failed: "warning",
  withdrawing: "undo",
  withdrawn: "undo",
  discarded: "close",
}

/** How an answer stands, why, and until when it waits. */
export function StateLine({ answer }: { answer: Answer }) {
  const { say } = useWords()
  const { state, reason, dueAt } = answer
  return (
    <p className="answer-state" role={state === "failed" ? "alert" : undefined}>
      <Icon name={ICONS[state]} />
      <span>
        <strong>{say(reason?.code === "replaced" ? "answer.replaced" : `answer.state.${state}`)}</strong>
        {state === "ready" && dueAt && <Countdown until={dueAt} />}
        {reason && <> {reason.detail}</>}
        {state === "uncertain" && <> {say("answer.uncertain")}</>}
      </span>
    </p>
  )
}
