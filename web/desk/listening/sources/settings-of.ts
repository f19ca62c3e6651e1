import type { FormValues } from "../../parts/form.tsx"
import type { ObjectSchema, SettingSchema } from "./api.ts"

/** What a kind's field really is: of a choice between something and nothing, the something. */
export const plain = (schema: SettingSchema): SettingSchema => schema.anyOf?.find(({ type }) => type !== "null") ?? schema

/** What was typed, as a kind's schema wants it; what was left empty isn't sent. */
export function settingsOf(schema: ObjectSchema, under: string, values: FormValues): Record<string, unknown> {
  const given = Object.entries(schema.properties ?? {}).flatMap(([name, raw]): [string, unknown][] => {
    const { type } = plain(raw)
    const text = values.text(`${under}.${name}`).trim()
    if (type === "boolean") return [[name, values.is(`${under}.${name}`)]]
    if (text === "") return []
    if (type === "array")
      return [
        [
          name,
          text
            .split(/[\n,]/)
            .map((one) => one.trim())
            .filter(Boolean),
        ],
      ]
    if (type === "integer" || type === "number") return [[name, Number(text.replace(",", "."))]]
    return [[name, text]]
  })
  return Object.fromEntries(given)
}

/** As it stands in a field. */
export function typedOf(value: unknown): string {
  if (Array.isArray(value)) return value.join("\n")
  return typeof value === "string" || typeof value === "number" ? String(value) : ""
}
