import { useState } from "react"
import { Button } from "../../parts/button.tsx"
import { Field } from "../../parts/field.tsx"
import { Form } from "../../parts/form.tsx"
import { FormEnd } from "../../parts/form-end.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Answer } from "./api.ts"
import { useAnswerAct } from "./use-answer-act.ts"

/** What can still be done with an answer that is no draft. */
export function AnswerActs({ answer }: { answer: Answer }) {
  const { say } = useWords()
  const { act, press } = useAnswerAct(answer.id)
  const [withdrawing, setWithdrawing] = useState(false)
  const { state } = answer
  if (withdrawing)
    return (
      <Form
        keeps={`withdraw ${answer.id}`}
        onSend={async (values) => {
          await act("withdraw", { reason: values.text("reason") })
          setWithdrawing(false)
        }}
      >
        <Field label={say("answer.withdrawWhy")} help={say("answer.withdrawHelp")} name="reason" required autoFocus />
        <FormEnd onCancel={() => setWithdrawing(false)}>{say("answer.withdrawGo")}</FormEnd>
      </Form>
    )
  return (
    <div className="answer-acts">
      {(state === "ready" || state === "retry") && (
        <Button icon="undo" onPress={() => press("undo")}>
          {say("act.undo")}
        </Button>
      )}
      {state === "asked" && !answer.canApprove && (
        <Button kind="quiet" icon="undo" onPress={() => press("undo")}>
          {say("answer.takeBack")}
        </Button>
      )}
      {state === "failed" && (
        <Button icon="write" onPress={() => press("undo")}>
          {say("answer.again")}
        </Button>
      )}
      {(state === "uncertain" || state === "retry" || state === "withdrawing") && (
        <Button kind="quiet" icon="retry" onPress={() => press("look")}>
          {say("answer.lookNow")}
        </Button>
      )}
      {state === "uncertain" && (
        <>
          <Button kind="quiet" onPress={() => press("saw", { there: true })}>
            {say("answer.sawThere")}
          </Button>
          <Button kind="quiet" onPress={() => press("saw", { there: false })}>
            {say("answer.sawNothing")}
          </Button>
        </>
      )}
      {answer.canWithdraw && (
        <Button kind="quiet" icon="undo" onPress={() => setWithdrawing(true)}>
          {say("answer.withdraw")}
        </Button>
      )}
    </div>
  )
}
