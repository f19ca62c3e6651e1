import { useRef, useState } from "react"
import { Refused } from "../api/request.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { Button } from "./button.tsx"
import { type FormProps, type FormValues, NOT_YET } from "./form.tsx"
import { FormErrors, FormForget } from "./form-errors.ts"
import { useTyping } from "./use-typing.ts"
import { Wrong } from "./wrong.tsx"

/** A form itself: what the server refuses is shown beside each field, and nothing typed goes away, a crash of the tab included. */
export function FormItself({ children, onSend, keeps, className, clearAfter }: FormProps) {
  const [error, setError] = useState<unknown>(null)
  const [round, setRound] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const typing = useTyping(form, keeps, round)
  const tell = useProblem()
  const { say } = useWords()
  const fields = error instanceof Refused ? error.fields : {}
  return (
    <form
      key={round}
      ref={form}
      className={`form ${className ?? ""}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setError(null)
        const values = valuesOf(new FormData(event.currentTarget))
        Promise.resolve()
          .then(() => onSend(values))
          .then((sent) => {
            if (sent === NOT_YET) return
            typing.settle()
            if (clearAfter) setRound((n) => n + 1)
          })
          .catch(setError)
      }}
    >
      {typing.isBack && (
        <p className="form-back" role="status">
          {say("form.back")}{" "}
          <Button
            kind="quiet"
            onPress={() => {
              typing.forget()
              setError(null)
              setRound((n) => n + 1)
            }}
          >
            {say("form.anew")}
          </Button>
        </p>
      )}
      <FormForget value={typing.forget}>
        <FormErrors value={fields}>{children}</FormErrors>
      </FormForget>
      {error !== null && <Wrong>{tell(error)}</Wrong>}
    </form>
  )
}

function valuesOf(data: FormData): FormValues {
  const all = (name: string): string[] => data.getAll(name).filter((value) => typeof value === "string")
  return { text: (name) => all(name)[0] ?? "", is: (name) => data.has(name), all }
}
