import type { FieldProblem } from "#platform"
import type { Selectable } from "kysely"
import type { FieldDefinitionsTable, FieldValue } from "../tables.ts"

const LONGEST_TEXT = 2000

/** What is wrong with a value for this field, or null. */
export function problemOf({ type, choices }: Selectable<FieldDefinitionsTable>, value: FieldValue): Omit<FieldProblem, "path"> | null {
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
