import type { z } from "@hono/zod-openapi"
import type { FieldProblem } from "../errors.ts"

type Issue = z.core.$ZodIssue

/** What is wrong with a field, by its path and what would be right. */
export function fieldProblem(issue: Issue): FieldProblem {
  const path = issue.path.map(String).join(".")
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? { path, key: "field.required" } : { path, key: "field.type", values: { expected: issue.expected } }
    case "too_small":
      return { path, key: issue.origin === "string" ? "field.tooShort" : "field.tooSmall", values: { minimum: Number(issue.minimum) } }
    case "too_big":
      return { path, key: issue.origin === "string" ? "field.tooLong" : "field.tooBig", values: { maximum: Number(issue.maximum) } }
    case "invalid_value":
      return { path, key: "field.oneOf", values: { known: issue.values.map(String).join(", ") } }
    case "unrecognized_keys":
      return { path, key: "field.unknown", values: { names: issue.keys.join(", ") } }
    case "invalid_format":
      return { path, key: "field.format", values: { format: issue.format } }
    default:
      // A refinement gives a words key as its message, z.string().refine(…, "contacts.hours.order"), and what fills its gaps as `params`.
      if (!/^[a-z]+(\.[a-zA-Z]+)+$/.test(issue.message)) return { path, key: "field.invalid" }
      return issue.code === "custom" && issue.params ? { path, key: issue.message, values: issue.params } : { path, key: issue.message }
  }
}
