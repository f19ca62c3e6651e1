import { useState } from "react"
import { Button } from "../../parts/button.tsx"
import { Field } from "../../parts/field.tsx"
import { Form } from "../../parts/form.tsx"
import { FormEnd } from "../../parts/form-end.tsx"
import { Wrong } from "../../parts/wrong.tsx"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import type { Answer } from "./api.ts"
import { Findings } from "./findings.tsx"
import { useAnswerAct } from "./use-answer-act.ts"
import { useCheck } from "./use-check.ts"

/** For whoever may approve: what the guard finds in these words, and the two answers. */
export function Judging({ answer }: { answer: Answer }) {
  const { say } = useWords()
  const problem = useProblem()
  const { act } = useAnswerAct(answer.id)
  const { found } = useCheck(answer, answer.account.id, answer.text)
  const [sendingBack, setSendingBack] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { revision } = answer
  return (
    <div className="judging">
      <Findings found={found} onRelease={({ kind, text }, reason) => act("releases", { kind, text, reason })} />
      {error !== null && <Wrong>{problem(error)}</Wrong>}
      {sendingBack ? (
        <Form
          keeps={`back ${answer.id}`}
          onSend={async (values) => {
            await act("send-back", { revision, reason: values.text("reason") })
          }}
        >
          <Field label={say("answer.backWhy")} name="reason" rows={2} required autoFocus />
          <FormEnd onCancel={() => setSendingBack(false)}>{say("answer.backGo")}</FormEnd>
        </Form>
      ) : (
        <div className="answer-acts">
          <Button
            kind="main"
            icon="resolved"
            disabled={found.some(({ released }) => !released)}
            onPress={() => void act("approve", { revision }).catch(setError)}
          >
            {say("answer.approve")}
          </Button>
          <Button icon="reply" onPress={() => setSendingBack(true)}>
            {say("answer.back")}
          </Button>
        </div>
      )}
    </div>
  )
}
