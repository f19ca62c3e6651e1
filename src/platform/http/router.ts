import { OpenAPIHono, z } from "@hono/zod-openapi"
import type { Env } from "hono"
import { Invalid, type FieldProblem } from "../errors.ts"

/** A router whose bad input becomes `Invalid`, with each field's path and what would be right. */
export function newRouter<E extends Env>(): OpenAPIHono<E> {
  return new OpenAPIHono<E>({
    defaultHook: (result) => {
      if (!result.success) throw new Invalid("request.invalid", {}, result.error.issues.map(fieldProblem))
    },
  })
}

type Issue = z.core.$ZodIssue

function fieldProblem(issue: Issue): FieldProblem {
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
      // A refinement gives a words key as its message: z.string().refine(…, "contacts.hours.order").
      return { path, key: /^[a-z]+(\.[a-zA-Z]+)+$/.test(issue.message) ? issue.message : "field.invalid" }
  }
}

/** A JSON body in a route's description: of a request or of an answer. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { "application/json": { schema } } }
}

/** What the API says of a page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable().openapi({ description: "Cursor of the next page, or null" }) })
}

/** `?limit=` and `?cursor=` as every list takes them. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
})

/** A cursor is a place in an order: the sort values of the last row, unreadable by accident only. */
export function writeCursor(place: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url")
}

/** @throws Invalid when it is not one of ours. */
export function readCursor(cursor: string | undefined, length: number): (string | number | null)[] | null {
  if (cursor === undefined) return null
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))
    if (Array.isArray(place) && place.length === length && place.every((p) => p === null || typeof p === "string" || typeof p === "number"))
      return place
  } catch {
    // not ours: said below
  }
  throw new Invalid("request.cursor")
}

/** An id in a path. What can't be one is answered like one that isn't there. */
export const idParam = z.object({ id: z.string().openapi({ param: { name: "id", in: "path" } }) })
