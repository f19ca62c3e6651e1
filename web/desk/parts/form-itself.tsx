import { useRef, useState } from "react"
import { Refused } from "../api/request.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { Button } from "./button.tsx"
import { type FormProps, type FormValues, NOT_YET } from "./form.tsx"
import { FormErrors, FormForget } from "./form-errors.ts"
import { useFormKeys } from "./form-keys.ts"
import { useTyping } from "./use-typing.ts"
import { Wrong } from "./wrong.tsx"

/** A form itself: what the server refuses is shown beside each field, and nothing typed goes away, a crash of the tab included. */
export function FormItself({ children, onSend, keeps, className, clearAfter }: FormProps) {
  const [error, setError] = useState<unknown>(null)
  const [round, setRound] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const typing = useTyping(form, keeps, round)
  const keys = useFormKeys(typing.place)
  const underway = useRef(false)
  const [sending, setSending] = useState(false)
  const tell = useProblem()
  const { say } = useWords()
  const fields = error instanceof Refused ? error.fields : {}
  return (
    <form
      key={round}
      ref={form}
      className={`form ${className ?? ""}`}
      noValidate
      aria-busy={sending || undefined}
      onSubmit={(event) => {
        event.preventDefault()
        if (underway.current) return // a second press of the same
        underway.current = true
        setSending(true)
        setError(null)
        const values = { ...valuesOf(new FormData(event.currentTarget)), post: keys.post }
        Promise.resolve()
          .then(() => onSend(values))
          .then((sent) => {
            if (sent === NOT_YET) return
            typing.settle()
            keys.settle()
            if (clearAfter) setRound((n) => n + 1)
          })
          .catch(setError)
          .finally(() => {
            underway.current = false
            setSending(false)
          })
      }}
    >
      {typing.isBack && (
        <p className="form-back" role="status">
          {say("form.back")}{" "}
          <Button
            kind="quiet"
            onPress={() => {
              typing.forget()
              keys.settle()
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

function valuesOf(data: FormData): Omit<FormValues, "post"> {
  const all = (name: string): string[] => data.getAll(name).filter((value) => typeof value === "string")
  return { text: (name) => all(name)[0] ?? "", is: (name) => data.has(name), all }
}
