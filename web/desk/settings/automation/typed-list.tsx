import { useState } from "react"
import { Field } from "../../parts/field.tsx"

/** Values typed one after the other, with commas between them. */
export function TypedList({
  label,
  name,
  value,
  onChange,
}: {
  label: string
  name: string
  value: readonly string[]
  onChange: (value: string[]) => void
}) {
  const [text, setText] = useState(value.join(", "))
  return (
    <Field
      hideLabel
      label={label}
      name={name}
      placeholder={label}
      value={text}
      onChange={(typed) => {
        setText(typed)
        onChange(
          typed
            .split(",")
            .map((one) => one.trim())
            .filter(Boolean),
        )
      }}
    />
  )
}
