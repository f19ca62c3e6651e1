import { type KeyboardEvent, useId, useState } from "react"
import type { Case } from "../api/types.ts"
import { useFieldError } from "../parts/form-errors.ts"
import { useWords } from "../words/use-words.ts"
import { useCasesLike } from "./use-cases-like.ts"
import "../styles/find-dialog.css"

interface Props {
  /** The case that another is looked for. */
  of: Case
  name: string
}

/** Another case, by its number or by words: before anything is typed, those that are likely meant. */
export function CaseField({ of, name }: Props) {
  const { say } = useWords()
  const id = useId()
  const problem = useFieldError(name)
  const [typed, setTyped] = useState("")
  const [at, setAt] = useState(-1)
  const [closed, close] = useState(false)
  const found = useCasesLike(of, typed)
  const shown = closed ? [] : found
  const choose = (number: number, subject: string): void => {
    setTyped(`${number} · ${subject || say("case.noSubject")}`)
    setAt(-1)
    close(true)
  }
  const keys = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = shown[at]
    if (by !== undefined && found.length > 0) {
      close(false)
      setAt((now) => (now === -1 && by < 0 ? found.length - 1 : (now + by + found.length) % found.length))
    } else if (event.key === "Enter" && chosen) choose(chosen.number, chosen.subject)
    else if (event.key === "Escape" && shown.length > 0 && typed !== "") close(true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {say("case.other")}
      </label>
      <input
        id={id}
        name={name}
        className="input"
        role="combobox"
        autoFocus
        autoComplete="off"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={shown[at] ? `${id}-${at}` : undefined}
        aria-required
        aria-invalid={problem !== null || undefined}
        aria-describedby={`${id}-help${problem ? ` ${id}-problem` : ""}`}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setAt(-1)
          close(false)
        }}
        onKeyDown={keys}
      />
      <span className="help" id={`${id}-help`}>
        {say("case.otherHelp")}
      </span>
      {problem && (
        <span className="field-problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
      <ul className="found-list" id={`${id}-found`} role="listbox" aria-label={say("case.other")} hidden={shown.length === 0}>
        {shown.map(({ number, subject, why }, n) => (
          <li
            key={number}
            id={`${id}-${n}`}
            role="option"
            aria-selected={n === at}
            className="found-one found-case"
            onPointerMove={() => setAt(n)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(number, subject)}
          >
            <span>{subject || say("case.noSubject")}</span>
            <small>
              {number} · {why}
            </small>
          </li>
        ))}
      </ul>
    </div>
  )
}
