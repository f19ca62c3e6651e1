import { z } from "@hono/zod-openapi"
import { categorySchema, prioritySchema } from "../views.ts"

const id = z.string().max(100)
const text = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\0]*$/)
const hours = z.number().positive().max(10_000)
const words = z
  .string()
  .trim()
  .min(1)
  .max(20_000)
  .regex(/^[^\0]*$/)

/** When a rule is asked. Hours are of the clock. */
export const triggerSchema = z
  .discriminatedUnion("on", [
    z.strictObject({ on: z.literal("message"), first: z.boolean() }),
    z.strictObject({ on: z.literal("opened") }),
    z.strictObject({ on: z.literal("status"), to: categorySchema.nullable() }),
    z.strictObject({ on: z.literal("assigned") }),
    z.strictObject({ on: z.literal("tag"), tag: text }),
    z.strictObject({ on: z.literal("silence"), hours }),
    z.strictObject({ on: z.literal("deadline"), hours }),
    z.strictObject({ on: z.literal("promise-due"), hours }),
    z.strictObject({ on: z.literal("promise-broken") }),
    z.strictObject({ on: z.literal("snooze-over") }),
    z.strictObject({ on: z.literal("fact"), kind: z.enum(["order", "delivery", "payment", "outage", "other"]).nullable() }),
  ])
  .openapi("RuleTrigger")
export type Trigger = z.infer<typeof triggerSchema>

const LISTED = ["subject", "text", "words", "sender", "domain", "inbox", "language", "tag", "priority", "status", "team", "owner"] as const
const FLAGS = ["attachment", "automatic", "hours", "waiting", "known", "verified"] as const

/** One of the values, or none of them; `none` among teams and owners stands for nobody. */
const listed = z.strictObject({ field: z.enum(LISTED), is: z.enum(["any", "none"]), values: z.array(text).min(1).max(50) })
const flag = z.strictObject({ field: z.enum(FLAGS), is: z.enum(["yes", "no"]) })
const custom = z.union([
  z.strictObject({ field: z.literal("custom"), key: id, is: z.enum(["any", "none"]), values: z.array(text).min(1).max(50) }),
  z.strictObject({ field: z.literal("custom"), key: id, is: z.enum(["filled", "empty"]) }),
])
const conditionSchema = z.union([listed, flag, custom]).openapi("RuleCondition")
export type Condition = z.infer<typeof conditionSchema>

const match = z.enum(["all", "any"])
const group = z.strictObject({ match, parts: z.array(conditionSchema).min(1).max(20) })

/** All or any of the parts, each a condition or a group of conditions. No part: it is always so. */
export const conditionsSchema = z
  .strictObject({ match, parts: z.array(z.union([conditionSchema, group])).max(20) })
  .openapi("RuleConditions")
export type Conditions = z.infer<typeof conditionsSchema>

/** What is done, in this order. */
export const actionSchema = z
  .discriminatedUnion("do", [
    z.strictObject({ do: z.literal("assign"), ownerId: id }),
    z.strictObject({
      do: z.literal("team"),
      teamId: id,
      who: z.enum(["nobody", "turns", "fewest"]),
      present: z.boolean().default(true).openapi({ description: "Only among those who are at their desk" }),
    }),
    z.strictObject({ do: z.literal("tag"), tags: z.array(text).min(1).max(20) }),
    z.strictObject({ do: z.literal("untag"), tags: z.array(text).min(1).max(20) }),
    z.strictObject({ do: z.literal("priority"), priority: prioritySchema }),
    z.strictObject({ do: z.literal("status"), category: z.enum(["new", "open", "waiting", "resolved", "spam"]) }),
    z.strictObject({ do: z.literal("snooze"), hours }),
    z.strictObject({ do: z.literal("follow"), agentIds: z.array(id).min(1).max(20) }),
    z.strictObject({ do: z.literal("note"), text: words }),
    z.strictObject({ do: z.literal("draft"), templateId: id.nullable(), text: words.nullable() }),
    z.strictObject({ do: z.literal("send"), templateId: id.nullable(), text: words.nullable() }),
    z.strictObject({ do: z.literal("webhook"), webhookId: id }),
  ])
  .openapi("RuleAction")
export type RuleAction = z.infer<typeof actionSchema>
export type ActionOf<Do extends RuleAction["do"]> = Extract<RuleAction, { do: Do }>

/** Every condition, in groups or not. */
export function conditionsOf(conditions: Conditions): Condition[] {
  return conditions.parts.flatMap((part) => ("match" in part ? part.parts : [part]))
}
