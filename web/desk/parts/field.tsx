import { type ChangeEvent, type ReactNode, useId } from "react"
import { useFieldError } from "./form-errors.ts"

export interface FieldProps {
  label: string
  name: string
  value?: string
  first?: string
  onChange?: (value: string) => void
  type?: "text" | "email" | "password" | "number" | "date" | "datetime-local" | "time"
  help?: ReactNode
  required?: boolean
  readOnly?: boolean
  rows?: number
  autoComplete?: string
  autoFocus?: boolean
  inputMode?: "decimal" | "numeric" | "text"
  placeholder?: string
  hideLabel?: boolean
}

/** A label, what one types, and beside it what is wrong with it (from the form's problem document, by name). */
export function Field({
  label,
  name,
  value,
  first,
  onChange,
  type = "text",
  help,
  required,
  readOnly,
  rows,
  autoComplete,
  autoFocus,
  inputMode,
  placeholder,
  hideLabel,
}: FieldProps) {
  const id = useId()
  const problem = useFieldError(name)
  const described = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(" ")
  const typed = {
    id,
    name,
    className: "input",
    defaultValue: first,
    readOnly,
    placeholder,
    autoComplete,
    autoFocus,
    "aria-required": required || undefined,
    "aria-invalid": problem !== null || undefined,
    "aria-describedby": described || undefined,
    ...(value === undefined ? {} : { value }),
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange?.(target.value),
  }
  return (
    <div className="field">
      <label className={hideLabel ? "unseen" : "label"} htmlFor={id}>
        {label}
      </label>
      {rows ? <textarea {...typed} rows={rows} /> : <input {...typed} type={type} inputMode={inputMode} />}
      {help && (
        <span className="help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {problem && (
        <span className="field-problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  )
}
