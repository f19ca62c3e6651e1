import { useState, type ReactNode } from "react"
import { Refused } from "../api/request.ts"
import { useProblem } from "../words/use-problem.ts"
import { FormErrors } from "./form-errors.ts"
import { Wrong } from "./wrong.tsx"

interface Props {
  children: ReactNode
  /** Sends what was typed. What the server refuses is shown beside each field, and nothing typed goes away. */
  onSend: (values: FormValues) => Promise<unknown>
  className?: string
  clearAfter?: boolean
}

export interface FormValues {
  text: (name: string) => string
  is: (name: string) => boolean
  all: (name: string) => string[]
}

export function Form({ children, onSend, className, clearAfter }: Props) {
  const [error, setError] = useState<unknown>(null)
  const [round, setRound] = useState(0)
  const tell = useProblem()
  const fields = error instanceof Refused ? error.fields : {}
  return (
    <form
      key={round}
      className={`form ${className ?? ""}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setError(null)
        const values = valuesOf(new FormData(event.currentTarget))
        Promise.resolve()
          .then(() => onSend(values))
          .then(() => clearAfter && setRound((n) => n + 1))
          .catch(setError)
      }}
    >
      <FormErrors value={fields}>{children}</FormErrors>
      {error !== null && <Wrong>{tell(error)}</Wrong>}
    </form>
  )
}

function valuesOf(data: FormData): FormValues {
  const all = (name: string): string[] => data.getAll(name).filter((value) => typeof value === "string")
  return { text: (name) => all(name)[0] ?? "", is: (name) => data.has(name), all }
}
