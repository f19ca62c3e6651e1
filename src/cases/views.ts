import { z } from "@hono/zod-openapi"
import { DEADLINES } from "./tables.ts"

const moment = z.iso.datetime()
const nullable = moment.nullable()
const named = z.object({ id: z.string(), name: z.string() })

export const categorySchema = z.enum(["new", "open", "waiting", "snoozed", "resolved", "spam"])
export const prioritySchema = z.enum(["low", "normal", "high", "urgent"])
export const fieldValueSchema = z.union([z.string(), z.number(), z.boolean()])

export const deadlineName = z.enum(DEADLINES)

export const deadlinesView = z
  .object({
    firstAnswer: nullable,
    nextAnswer: nullable,
    resolution: nullable,
    paused: z.boolean(),
    next: nullable,
    running: z.array(deadlineName).openapi({ description: "Those that can be moved now, whether they have a date or not" }),
    byHand: z.array(deadlineName).openapi({ description: "Those that somebody moved or took away on this case" }),
  })
  .openapi({ description: "What is still due. While paused (waiting for the customer), only what was set by hand has a date." })

export const openPromiseView = z.object({ id: z.string(), text: z.string(), dueAt: moment })

export const contradictionView = z.object({
  id: z.string(),
  code: z.string(),
  text: z.string(),
  outsideFactId: z.string(),
  messageId: z.string(),
  foundAt: moment,
})

/** A case as lists and its own page show it. */
export const caseView = z
  .object({
    id: z.string(),
    number: z.number().int(),
    subject: z.string(),
    status: z.object({ id: z.string(), category: categorySchema, name: z.string() }),
    priority: prioritySchema,
    owner: named.nullable(),
    team: named.nullable(),
    contact: z.object({ id: z.string(), name: z.string(), address: z.string().nullable() }).nullable(),
    contactId: z.string().nullable(),
    inboxIds: z.array(z.string()),
    conversationIds: z.array(z.string()),
    channels: z.array(z.string()).openapi({ description: "How the customer speaks with us: mail" }),
    inPublic: z.boolean().openapi({ description: "Whether a person tied something said in the open to it" }),
    tags: z.array(z.string()),
    fields: z.record(z.string(), fieldValueSchema),
    followers: z.array(z.string()),
    waitingSince: nullable.openapi({
      description: "Since when the customer has waited for a human answer, over all channels; null: nobody waits",
    }),
    lastWords: z.string(),
    lastDirection: z.enum(["in", "out"]),
    lastAt: moment,
    unread: z.boolean().openapi({ description: "Whether the customer said something that whoever asks hasn't seen" }),
    promiseBroken: z.boolean(),
    drafts: z.array(z.enum(["reply", "note"])).openapi({ description: "What whoever asks has begun to write in it, and not sent" }),
    unsent: z.enum(["failed", "uncertain"]).nullable().openapi({ description: "An answer of a person couldn't leave, or may not have" }),
    deadlines: deadlinesView,
    openPromises: z.array(openPromiseView),
    contradictions: z.array(contradictionView),
    snoozedUntil: nullable,
    mergedInto: z.string().nullable(),
    createdAt: moment,
    resolvedAt: nullable,
  })
  .openapi("Case")

export type CaseView = z.infer<typeof caseView>

const tiedCase = z.object({ id: z.string(), number: z.number().int(), subject: z.string() })
export const linkKindSchema = z.enum(["related", "duplicate", "cause"])

/** A case's own page: also what it is tied to, and which merges and splits can be undone. */
export const caseDetail = caseView
  .extend({
    links: z.array(z.object({ id: z.string(), kind: linkKindSchema, direction: z.enum(["to", "from"]), case: tiedCase })),
    merges: z.array(z.object({ id: z.string(), at: moment, merged: tiedCase })),
    splits: z.array(z.object({ id: z.string(), at: moment, made: tiedCase, conversationId: z.string() })),
  })
  .openapi("CaseDetail")

export type CaseDetail = z.infer<typeof caseDetail>

export const promiseView = z
  .object({
    id: z.string(),
    caseId: z.string(),
    text: z.string(),
    dueAt: moment,
    messageId: z.string().nullable(),
    madeAt: moment,
    keptAt: nullable,
    brokenAt: nullable,
    withdrawnAt: nullable,
  })
  .openapi("Promise")

export type PromiseView = z.infer<typeof promiseView>
