import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"
import { type Answer, answerQuery } from "./api.ts"

/** What was done with an answer, by whom and why; fetched when it is looked at. What it was sent back for stands open. */
export function AnswerSteps({ answer }: { answer: Answer }) {
  const { say, sayCode } = useWords()
  const [open, setOpen] = useState(answer.state === "sent-back")
  const { data } = useQuery({ ...answerQuery(answer.id), enabled: open })
  return (
    <details className="answer-steps" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say("answer.history")}</summary>
      <ol>
        {data?.steps.map(({ id, step, by, at, reason, detail }) => (
          <li key={id}>
            <Time at={at} /> {by.name ?? say("event.vigie")}: {sayCode(`answer.step.${step}`, "answer.step.other")}
            {(reason || detail) && <q>{reason ?? detail?.detail}</q>}
          </li>
        ))}
      </ol>
    </details>
  )
}
