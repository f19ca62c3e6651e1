import { type FieldProblem, Invalid, type Reader } from "#platform"
import type { Selectable } from "kysely"
import { type FieldDefinitionsTable, type FieldValue, room } from "../tables.ts"

export type GivenFields = Readonly<Record<string, FieldValue | null>>

/** The values of a case's own fields after a change, each of its field's type. @throws Invalid with what would be right beside each */
export async function checkFields(
  reader: Reader,
  before: Record<string, FieldValue>,
  given: GivenFields,
): Promise<Record<string, FieldValue>> {
  const definitions = await room(reader).selectFrom("field_definitions").selectAll().where("retired_at", "is", null).execute()
  const byKey = new Map(definitions.map((definition) => [definition.key, definition]))
  const next = { ...before }
  const problems: FieldProblem[] = []
  for (const [key, value] of Object.entries(given)) {
    const definition = byKey.get(key)
    const problem = value === null ? null : definition ? problemOf(definition, value) : { key: "cases.field.unknown" }
    if (problem) problems.push({ path: `fields.${key}`, ...problem })
    else if (value === null) delete next[key]
    else next[key] = value
  }
  if (problems.length) throw new Invalid("request.invalid", {}, problems)
  return next
}

const LONGEST_TEXT = 2000

function problemOf({ type, choices }: Selectable<FieldDefinitionsTable>, value: FieldValue): Omit<FieldProblem, "path"> | null {
  switch (type) {
    case "text":
      if (typeof value !== "string") return { key: "cases.field.text" }
      return value.length > LONGEST_TEXT ? { key: "field.tooLong", values: { maximum: LONGEST_TEXT } } : null
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? null : { key: "cases.field.number" }
    case "boolean":
      return typeof value === "boolean" ? null : { key: "cases.field.boolean" }
    case "date":
      return typeof value === "string" && isDate(value) ? null : { key: "cases.field.date" }
    case "choice":
      return typeof value === "string" && choices.includes(value) ? null : { key: "field.oneOf", values: { known: choices.join(", ") } }
  }
}

/** A date that exists: 2026-02-30 doesn't. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
