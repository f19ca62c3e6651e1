import { z } from "@hono/zod-openapi"
import { PRIVATE_KINDS } from "../guard/find-private.ts"
import { ANSWER_STATES } from "./tables.ts"

const moment = z.iso.datetime()
const text = z.string().nullable()
const doer = z.object({ ref: z.string(), name: text })
const reason = z.object({ code: z.string(), detail: z.string() }).nullable()

export const AnswerView = z
  .object({
    id: z.string(),
    mentionId: z.string(),
    account: z.object({ id: z.string(), kind: z.string(), name: z.string(), handle: z.string(), url: text }),
    case: z.object({ id: z.string(), number: z.number().int() }).nullable().openapi({ description: "In sight when it was written" }),
    text: z.string(),
    language: text,
    revision: z.number().int(),
    writers: z.array(doer),
    approvedBy: doer.nullable(),
    state: z.enum(ANSWER_STATES),
    since: moment,
    reason: reason.openapi({ description: "Why it stands so, with the place's own words" }),
    dueAt: moment.nullable().openapi({ description: "When something is done about it by itself: it leaves, or the place is asked" }),
    url: text.openapi({ description: "Where it stands" }),
    sentAt: moment.nullable(),
    createdAt: moment,
    canWithdraw: z.boolean().openapi({ description: "Whether it stands there and its place lets it be deleted from here" }),
    canApprove: z.boolean().openapi({ description: "Whether whoever asks may give leave: a second person, named or a lead" }),
  })
  .openapi("PublicAnswer")

export const AnswerDetail = AnswerView.extend({
  steps: z
    .array(z.object({ id: z.string(), step: z.string(), by: doer, at: moment, reason: text, detail: reason, text }))
    .openapi({ description: "What was done with it, the earliest first" }),
}).openapi("PublicAnswerDetail")

export const finding = z.object({
  kind: z.enum(PRIVATE_KINDS),
  start: z.number().int().openapi({ description: "Where it begins in the text, in UTF-16 units" }),
  end: z.number().int(),
  text: z.string(),
  own: z.string().openapi({ description: "What of the case it tells" }),
  caseNumber: z.number().int().nullable().openapi({ description: "Null: of somebody who has no case" }),
  soft: z.boolean().openapi({ description: "It may be one: shown to who writes, and nothing waits for it" }),
  hard: z.boolean().openapi({ description: "Only a lead may say that it is no private fact" }),
  released: z.object({ reason: z.string(), by: doer }).nullable(),
})

export const Checked = z
  .object({
    length: z.number().int().openapi({ description: "As the place counts" }),
    most: z.number().int(),
    tooLongBy: z.number().int(),
    needsApproval: z.boolean(),
    unseen: z.boolean().openapi({ description: "Somebody who sees more has to look at it" }),
    unread: z.boolean().openapi({ description: "A case is too long to be read whole: somebody has to look at it" }),
    found: z.array(finding),
  })
  .openapi("PublicAnswerCheck")
