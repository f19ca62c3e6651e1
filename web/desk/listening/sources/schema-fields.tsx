import { isDeskKey } from "#words/desk"
import { Check } from "../../parts/check.tsx"
import { Choice } from "../../parts/choice.tsx"
import { Field } from "../../parts/field.tsx"
import { useWords } from "../../words/use-words.ts"
import type { ObjectSchema } from "./api.ts"
import { plain, typedOf } from "./settings-of.ts"

interface Props {
  schema: ObjectSchema
  /** `settings` or `secret`: what the names of the fields begin with. */
  under: "settings" | "secret"
  first: Readonly<Record<string, unknown>>
  help?: string
}

/** The fields of a kind of source, as its own schema asks for them. */
export function SchemaFields({ schema, under, first, help }: Props) {
  const { say } = useWords()
  const name = (key: string, title: string | undefined): string => {
    const known = `listen.setting.${key}`
    return isDeskKey(known) ? say(known) : (title ?? key)
  }
  return Object.entries(schema.properties ?? {}).map(([key, raw]) => {
    const field = plain(raw)
    const at = `${under}.${key}`
    const label = name(key, field.title ?? raw.title)
    const value = first[key] ?? field.default ?? raw.default
    if (field.type === "boolean")
      return (
        <Check key={key} name={at} first={value === true}>
          {label}
        </Check>
      )
    if (field.enum)
      return (
        <Choice
          key={key}
          name={at}
          label={label}
          value={typedOf(value) || field.enum[0]!}
          options={field.enum.map((one) => ({ value: one, label: one }))}
        />
      )
    return (
      <Field
        key={key}
        name={at}
        label={label}
        first={typedOf(value)}
        type={under === "secret" ? "password" : "text"}
        required={schema.required?.includes(key) ?? false}
        autoComplete="off"
        {...(field.type === "array" ? { rows: 3 } : {})}
        {...(field.type === "integer" || field.type === "number" ? { inputMode: "numeric" as const } : {})}
        help={help ?? field.description ?? raw.description}
      />
    )
  })
}
