import type { ReactNode } from "react"
import { FieldError, Input, Label, Text, TextArea, TextField } from "react-aria-components"

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
  inputMode?: "numeric" | "text"
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
  const problem = useFieldError(name)
  const typed = { ...(placeholder ? { placeholder } : {}), ...(autoFocus ? { autoFocus } : {}) }
  return (
    <TextField
      className="field"
      name={name}
      type={type}
      isRequired={required ?? false}
      isInvalid={problem !== null}
      isReadOnly={readOnly ?? false}
      {...(value === undefined ? {} : { value })}
      {...(first === undefined ? {} : { defaultValue: first })}
      {...(onChange ? { onChange } : {})}
      {...(autoComplete ? { autoComplete } : {})}
      {...(inputMode ? { inputMode } : {})}
    >
      <Label className={hideLabel ? "unseen" : "label"}>{label}</Label>
      {rows ? <TextArea className="input" rows={rows} {...typed} /> : <Input className="input" {...typed} />}
      {help && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="field-problem">{problem}</FieldError>
    </TextField>
  )
}
