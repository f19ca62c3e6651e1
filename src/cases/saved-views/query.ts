import { z } from "@hono/zod-openapi"
import { categorySchema, prioritySchema } from "../views.ts"

/** One of these, or none of these. `me`, `mine` and `none` stand for whoever looks, their teams, and nobody. */
const text = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\0]*$/)
const anyOf = z.enum(["any", "none"])
const some = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(50)

const named = z.strictObject({
  field: z.enum(["status", "owner", "team", "inbox", "tag", "language", "contact"]),
  is: anyOf,
  values: some(text),
})
const category = z.strictObject({ field: z.literal("category"), is: anyOf, values: some(categorySchema) })
const priority = z.strictObject({ field: z.literal("priority"), is: anyOf, values: some(prioritySchema) })

/** Hours are of the clock, not of work. */
const hours = z.number().min(0).max(100_000)
const clock = z.union([
  z.strictObject({ field: z.literal("waiting"), is: z.enum(["some", "none"]) }),
  z.strictObject({ field: z.literal("waiting"), is: z.enum(["over", "under"]), hours }),
  z.strictObject({ field: z.literal("deadline"), is: z.enum(["some", "none", "late"]) }),
  z.strictObject({ field: z.literal("deadline"), is: z.literal("within"), hours }),
  z.strictObject({ field: z.literal("promise"), is: z.enum(["some", "none", "broken"]) }),
  z.strictObject({ field: z.literal("promise"), is: z.literal("within"), hours }),
  z.strictObject({ field: z.enum(["created", "last"]), is: z.enum(["over", "under"]), hours }),
])
const flag = z.strictObject({ field: z.enum(["contradiction", "followed", "mentioned", "unsent", "draft"]), is: z.enum(["some", "none"]) })
const words = z.strictObject({ field: z.literal("words"), is: z.enum(["some", "none"]), text })

const key = z.string().min(1).max(100)
const custom = z.union([
  z.strictObject({ field: z.literal("custom"), key, is: z.enum(["some", "none"]) }),
  z.strictObject({ field: z.literal("custom"), key, is: z.enum(["any", "other"]), values: some(text) }),
  z.strictObject({ field: z.literal("custom"), key, is: z.enum(["has", "after", "before"]), text }),
  z.strictObject({ field: z.literal("custom"), key, is: z.enum(["over", "under"]), number: z.number() }),
])

export const conditionSchema = z.union([named, category, priority, clock, flag, words, custom]).openapi("ViewCondition")
const match = z.enum(["all", "any"])
const group = z.strictObject({ match, parts: z.array(conditionSchema).min(1).max(20) })

/** Which cases a view shows: all or any of its parts, each a condition or a group of conditions. */
export const querySchema = z.strictObject({ match, parts: z.array(z.union([conditionSchema, group])).max(20) }).openapi("ViewQuery")

export type ViewCondition = z.infer<typeof conditionSchema>
export type ViewQuery = z.infer<typeof querySchema>
export type ConditionOf<Field extends ViewCondition["field"]> = Extract<ViewCondition, { field: Field }>

/** Every condition of a query, in groups or not. */
export function conditionsOf(query: ViewQuery): ViewCondition[] {
  return query.parts.flatMap((part) => ("match" in part ? part.parts : [part]))
}
