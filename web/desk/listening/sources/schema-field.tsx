import { Check } from "../../parts/check.tsx"
import { Choice } from "../../parts/choice.tsx"
import { Field } from "../../parts/field.tsx"
import type { SettingSchema } from "./api.ts"
import { plain, typedOf } from "./settings-of.ts"
import { useSettingName } from "./use-setting-name.ts"

interface Props {
  kind: string
  name: string
  under: "settings" | "secret"
  schema: SettingSchema
  first: unknown
  required: boolean
  help: string | undefined
}

/** One field as its schema says: a text, a number, a choice, yes or no, several lines. */
export function SchemaField({ kind, name, under, schema, first, required, help }: Props) {
  const field = plain(schema)
  const at = `${under}.${name}`
  const label = useSettingName(kind)(name, field.title ?? schema.title)
  const value = first ?? schema.default ?? field.default
  if (field.type === "boolean")
    return (
      <Check name={at} first={value === true}>
        {label}
      </Check>
    )
  if (field.enum) {
    const options = field.enum.map((one) => ({ value: one, label: one }))
    return <Choice name={at} label={label} value={typedOf(value) || field.enum[0]!} options={options} />
  }
  // A private key has lines, which a field for passwords would take away.
  const hasLines = field.type === "array" || /^private_?key$/i.test(name)
  const isNumber = field.type === "integer" || field.type === "number"
  return (
    <Field
      name={at}
      label={label}
      first={typedOf(value)}
      type={under === "secret" && !hasLines ? "password" : "text"}
      required={required}
      autoComplete="off"
      {...(hasLines ? { rows: 3 } : {})}
      {...(isNumber ? { inputMode: field.type === "integer" ? ("numeric" as const) : ("decimal" as const) } : {})}
      help={help ?? field.description ?? schema.description}
    />
  )
}
