import { Check } from "../parts/check.tsx"
import { Choice } from "../parts/choice.tsx"
import type { FieldDefinition, FieldValue } from "../api/types.ts"
import { useId, useState } from "react"

interface Props {
  field: FieldDefinition
  value: FieldValue | null
  readOnly: boolean
  /** Null empties it. Tells whether it was kept. */
  onChange: (value: FieldValue | null) => Promise<boolean>
}

/** Saved when one leaves it; what was refused stays as typed. */
export function CustomField({ field, value, readOnly, onChange }: Props) {
  const id = useId()
  const [typed, setTyped] = useState(value === null ? "" : String(value))
  if (field.type === "boolean")
    return (
      <Check checked={value === true} onChange={(on) => void (!readOnly && onChange(on))}>
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
        onChange={(choice) => void (!readOnly && onChange(choice || null))}
      />
    )
  const save = (): void => {
    if (typed === String(value ?? "")) return
    void onChange(typed === "" ? null : field.type === "number" ? Number(typed) : typed)
  }
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {field.name}
      </label>
      <input
        className="input"
        id={id}
        type={field.type}
        step="any"
        readOnly={readOnly}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === "Enter" && save()}
      />
    </div>
  )
}
