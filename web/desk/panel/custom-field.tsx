import { useState } from "react"
import type { FieldDefinition, FieldValue } from "../api/types.ts"
import { Check } from "../parts/check.tsx"
import { Choice } from "../parts/choice.tsx"
import { FormErrors, useFieldError } from "../parts/form-errors.ts"
import { InPlace } from "../parts/in-place.tsx"
import { useWords } from "../words/use-words.ts"

interface Props {
  field: FieldDefinition
  value: FieldValue | null
  /** Null empties it. Tells whether it was kept. */
  onChange: (value: FieldValue | null) => Promise<boolean>
}

/** A field of the company's own, kept when one leaves it; what was refused stays as typed, with what would be right. */
export function CustomField({ field, value, onChange }: Props) {
  const { say } = useWords()
  const [noNumber, setNoNumber] = useState(false)
  const told = useFieldError(field.key)
  if (field.type === "boolean")
    return (
      <Check checked={value === true} onChange={(on) => void onChange(on)}>
        {field.name}
      </Check>
    )
  if (field.type === "choice")
    return (
      <Choice
        label={field.name}
        name={field.key}
        value={String(value ?? "")}
        options={[{ value: "", label: "–" }, ...field.choices.map((choice) => ({ value: choice, label: choice }))]}
        onChange={(choice) => void onChange(choice || null)}
      />
    )
  const save = (typed: string): Promise<boolean> => {
    setNoNumber(false)
    if (typed === "") return onChange(null)
    if (field.type !== "number") return onChange(typed)
    const number = Number(typed.replace(",", ".").replace(/\s/g, ""))
    if (Number.isFinite(number)) return onChange(number)
    setNoNumber(true)
    return Promise.resolve(false)
  }
  const problem = noNumber ? say("panel.number") : told
  return (
    <FormErrors value={problem ? { [field.key]: problem } : {}}>
      <InPlace
        label={field.name}
        name={field.key}
        keeps={`field ${field.key}`}
        value={String(value ?? "")}
        nothing="–"
        type={field.type === "date" ? "date" : "text"}
        {...(field.type === "number" ? { inputMode: "decimal" as const } : {})}
        onSave={save}
      />
    </FormErrors>
  )
}
