import { type FieldProblem, Invalid, type Reader } from "#platform"
import { type FieldValue, room } from "../tables.ts"
import { problemOf } from "./check-value.ts"

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
