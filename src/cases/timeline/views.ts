import { z } from "@hono/zod-openapi"
import { MessageView } from "#conversations"
import { categorySchema, deadlineName } from "../views.ts"
import { openWords } from "./open-words.ts"

const moment = z.iso.datetime()
const actor = z.object({ ref: z.string(), name: z.string().nullable() }).nullable()
const common = { id: z.string(), at: moment, actor }
const otherCase = z.object({ id: z.string(), number: z.number().int() })

/** One thing that happened, with what it is about under the name of its kind. */
export const TimelineView = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("message"), ...common, message: MessageView }),
    z.object({ kind: z.literal("note"), ...common, message: MessageView }),
    z.object({ kind: z.literal("public"), ...common, mention: openWords }),
    z.object({
      kind: z.literal("fact"),
      ...common,
      fact: z.object({
        id: z.string(),
        kind: z.string(),
        state: z.string(),
        reference: z.string(),
        text: z.string(),
        source: z.string(),
        occurredAt: moment,
        toldAt: moment,
      }),
    }),
    z.object({
      kind: z.literal("promise"),
      ...common,
      promise: z.object({
        id: z.string(),
        what: z.enum(["made", "kept", "broken", "withdrawn"]),
        text: z.string(),
        dueAt: moment,
        messageId: z.string().nullable(),
      }),
    }),
    z.object({
      kind: z.literal("deadline"),
      ...common,
      deadline: z.object({
        id: z.string(),
        deadline: deadlineName,
        what: z.enum(["moved", "taken", "rules"]),
        dueAt: moment.nullable(),
      }),
    }),
    z.object({
      kind: z.literal("decision"),
      ...common,
      decision: z.object({
        id: z.string(),
        text: z.string(),
        back: z.boolean().openapi({ description: "This is where it was taken back" }),
        withdrawn: z.boolean().openapi({ description: "Whether it was taken back, here or later" }),
      }),
    }),
    z.object({
      kind: z.literal("assignment"),
      ...common,
      assignment: z.object({
        ownerId: z.string().nullable(),
        ownerName: z.string().nullable(),
        teamId: z.string().nullable(),
        teamName: z.string().nullable(),
      }),
    }),
    z.object({
      kind: z.literal("status"),
      ...common,
      status: z.object({ category: categorySchema, name: z.string(), from: z.string().nullable(), messageId: z.string().nullable() }),
    }),
    z.object({
      kind: z.literal("merge"),
      ...common,
      merge: z.object({ id: z.string(), merged: otherCase, kept: otherCase, undone: z.boolean() }),
    }),
    z.object({
      kind: z.literal("split"),
      ...common,
      split: z.object({ id: z.string(), from: otherCase, made: otherCase, conversationId: z.string(), undone: z.boolean() }),
    }),
    z.object({
      kind: z.literal("link"),
      ...common,
      link: z.object({ id: z.string(), kind: z.enum(["related", "duplicate", "cause"]), from: otherCase, to: otherCase }),
    }),
    z.object({
      kind: z.literal("satisfaction"),
      ...common,
      satisfaction: z.object({
        id: z.string(),
        value: z.number().int().openapi({ description: "1 (badly) to 5 (very well)" }),
        choices: z.number().int(),
        words: z.string(),
        reopened: z.boolean(),
      }),
    }),
    z.object({
      kind: z.literal("contradiction"),
      ...common,
      contradiction: z.object({
        id: z.string(),
        code: z.string(),
        text: z.string(),
        outsideFactId: z.string(),
        messageId: z.string(),
        dismissed: z.boolean(),
      }),
    }),
  ])
  .openapi("TimelineItem")

export type TimelineView = z.infer<typeof TimelineView>
