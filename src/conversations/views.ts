import { z } from "@hono/zod-openapi"

const date = z.iso.datetime()
const id = z.uuid()
export const PersonView = z.object({ name: z.string(), address: z.string() })

export const InboxView = z
  .object({
    id,
    name: z.string(),
    address: z.string(),
    channel: z.string(),
    language: z.enum(["en", "fr"]),
    signature: z.string(),
    teamId: id.nullable(),
    acknowledge: z.boolean(),
  })
  .openapi("Inbox")
export type InboxView = z.infer<typeof InboxView>

export const AttachmentView = z.object({
  id,
  name: z.string(),
  type: z.string(),
  size: z.number(),
  inline: z.boolean(),
  contentId: z.string().nullable(),
})

export const RelatedView = z.object({
  hintId: id,
  conversationId: id,
  caseId: id.nullable(),
  reason: z.string(),
  decision: z.enum(["accepted", "refused"]).nullable(),
})

export const MessageView = z
  .object({
    id,
    conversationId: id,
    caseId: id.nullable(),
    direction: z.enum(["in", "out", "note"]),
    channel: z.string(),
    messageId: z.string().nullable(),
    from: z.object({
      name: z.string(),
      address: z.string(),
      identity: z.enum(["verified", "unverified", "failed"]),
      contactId: id.nullable(),
      agentId: id.nullable(),
    }),
    to: z.array(PersonView),
    cc: z.array(PersonView),
    subject: z.string(),
    text: z.string(),
    newText: z.string(),
    quoted: z.string(),
    signature: z.string(),
    hasHtml: z.boolean(),
    attachments: z.array(AttachmentView),
    warnings: z.array(z.object({ code: z.string(), text: z.string() })),
    identity: z.enum(["verified", "unverified", "failed"]),
    proof: z.object({
      spf: z.string().optional(),
      dkim: z.array(z.string()).optional(),
      dmarc: z.string().optional(),
      arc: z.string().optional(),
      reasons: z.array(z.string()).optional(),
    }),
    automatic: z.string().nullable(),
    bounce: z.unknown().nullable(),
    calendar: z.array(z.unknown()),
    receivedAt: date,
    sentAt: date.nullable(),
    state: z
      .string()
      .openapi({ description: "received, note, or the outbox's: ready, sending, sent, retry, uncertain, failed, held, cancelled" }),
    stateReason: z.string().nullable(),
    relayAnswer: z.string().nullable(),
    dueAt: date.nullable(),
    whyLater: z.string().nullable(),
    undoUntil: date.nullable(),
    askAgain: z.boolean(),
    mentions: z.array(id),
    withHelp: z.boolean().openapi({ description: "A machine helped an agent to write it; said here alone, never to the customer" }),
    related: z.array(RelatedView),
  })
  .openapi("Message")
export type MessageView = z.infer<typeof MessageView>

export const UploadView = z.object({ id, name: z.string(), type: z.string(), size: z.number() })
export type UploadView = z.infer<typeof UploadView>

export const DraftView = z.object({
  text: z.string(),
  to: z.array(PersonView).optional(),
  cc: z.array(PersonView).optional(),
  quote: z.boolean().optional(),
  attachmentIds: z.array(id).optional(),
  answering: id.optional(),
  withHelp: z.boolean().optional(),
  subject: z.string().optional().openapi({ description: "Of what is written to somebody first" }),
  inboxId: id.optional(),
  version: z.number().int(),
  updatedAt: date,
  files: z.array(UploadView).openapi({ description: "What the attachments are" }),
})
export type DraftView = z.infer<typeof DraftView>

export const RecipientsView = z.object({
  to: z.array(PersonView),
  cc: z.array(PersonView),
  notes: z.array(z.object({ address: z.string(), name: z.string(), code: z.string(), text: z.string() })),
  sendsAt: date,
  why: z.string(),
  timeZone: z.string().nullable(),
  language: z.enum(["en", "fr"]).openapi({ description: "In which they are answered" }),
  whose: z.string().openapi({ description: "Whose hours and greeting these are, by name; empty where nobody knows" }),
  greeting: z.string().openapi({ description: "How the answer begins: as they asked to be addressed, else neutral" }),
})
export type RecipientsView = z.infer<typeof RecipientsView>
