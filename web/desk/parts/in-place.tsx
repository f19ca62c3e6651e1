import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react"
import { useWords } from "../words/use-words.ts"
import { Button } from "./button.tsx"
import { useFieldError } from "./form-errors.ts"
import { keepAt, keptAt, placeOf, settleAt } from "./kept-typing.ts"

interface Props {
  label: string
  name: string
  /** What tells it from others of the page that have the same name. */
  keeps?: string
  value: string
  /** Tells whether it was kept; what was refused stays as typed. */
  onSave: (typed: string) => Promise<boolean>
  hideLabel?: boolean
  nothing?: string
  rows?: number
  maxLength?: number
  inputMode?: "text" | "decimal"
  type?: "text" | "date"
  className?: string
}

/** Words that can be changed where they stand: Enter or leaving keeps, Escape takes back. */
export function InPlace({
  label,
  name,
  keeps = name,
  value,
  onSave,
  hideLabel,
  nothing,
  rows,
  maxLength = 500,
  inputMode,
  type = "text",
  className,
}: Props) {
  const id = useId()
  const { say } = useWords()
  const problem = useFieldError(name)
  const [place] = useState(() => placeOf(`in-place ${keeps}`))
  const [kept] = useState(() => keptAt(place).fields["typed"]?.[0] ?? value)
  const [typed, setTyped] = useState(kept)
  const known = useRef(value)
  useEffect(() => {
    // Changed elsewhere, and nothing is being typed here.
    const before = known.current
    known.current = value
    setTyped((now) => (now === before ? value : now))
  }, [value])
  // What was typed and not left outlives a crash of the tab; it waits to be seen before it is sent.
  useEffect(() => {
    if (typed === value) settleAt(place)
    else keepAt(place, { fields: { typed: [typed] } })
  }, [place, typed, value])
  /** What is on its way already: leaving the field after Enter doesn't send it twice. */
  const sent = useRef<string | null>(null)
  const save = (): void => {
    if (typed === value || typed === sent.current) return
    sent.current = typed
    void onSave(typed.trim() === "" ? "" : typed).finally(() => (sent.current = null))
  }
  const keys = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    if (event.key === "Escape" && typed !== value) {
      event.preventDefault()
      event.stopPropagation()
      setTyped(value)
    } else if (event.key === "Enter" && (!rows || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      save()
    }
  }
  const common = {
    id,
    name,
    value: typed,
    maxLength,
    placeholder: nothing,
    autoComplete: "off",
    className: `input in-place ${className ?? ""}`,
    "aria-invalid": problem !== null || undefined,
    "aria-describedby": problem ? `${id}-problem` : undefined,
    onBlur: save,
    onKeyDown: keys,
  }
  return (
    <div className="field">
      <label className={hideLabel ? "unseen" : "label"} htmlFor={id}>
        {label}
      </label>
      {rows ? (
        <textarea {...common} rows={rows} onChange={(event) => setTyped(event.target.value)} />
      ) : (
        <input {...common} type={type} inputMode={inputMode ?? "text"} onChange={(event) => setTyped(event.target.value)} />
      )}
      {typed !== value && typed === kept && (
        <span className="help">
          {say("form.back")}{" "}
          <Button kind="quiet" onPress={save}>
            {say("act.save")}
          </Button>
        </span>
      )}
      {problem && (
        <span className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </div>
  )
}
