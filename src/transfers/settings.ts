import { z } from "@hono/zod-openapi"
import { DATE_ORDERS } from "#platform"

/** How an archive of mail or the cases of another desk come in. */
export const ArchiveSettings = z.strictObject({
  inboxId: z.uuid().openapi({ description: "Where mail is filed that names none of the inboxes" }),
  ours: z
    .array(z.string().max(320))
    .max(50)
    .default([])
    .openapi({ description: "Addresses that were ours, beside those of inboxes and agents: what they wrote was sent by us" }),
  finish: z
    .enum(["resolved", "recent", "as-they-were"])
    .default("resolved")
    .openapi({ description: "All resolved; those of the last 30 days open where the customer had the last word; or as they were" }),
})
export type ArchiveSettings = z.infer<typeof ArchiveSettings>

const dates = z
  .enum(DATE_ORDERS)
  .optional()
  .openapi({ description: "How dates in numbers are written (03/11/2026); left out: as the whole column proves it" })

/** Where a file of mentions comes from. */
export const MentionsSettings = z.strictObject({
  source: z.string().trim().min(1).max(100).openapi({ description: "Each name is a source of its own" }),
  place: z.string().trim().min(1).max(100).optional().openapi({ description: "What `source:` means in queries: press, reviews, forum" }),
  dates,
})
export type MentionsSettings = z.infer<typeof MentionsSettings>

export const COLUMN_MEANINGS = [
  "skip",
  "name",
  "first-name",
  "last-name",
  "email",
  "phone",
  "organisation",
  "language",
  "salutation",
  "note",
  "reference",
  "handle",
  "created",
] as const
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number]

/** How a table of contacts is read. */
export const ContactsSettings = z.strictObject({
  delimiter: z.enum([",", ";", "\t", "|"]).optional(),
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]).optional(),
  dates,
  header: z.boolean().optional().openapi({ description: "Whether the first row names the columns" }),
  columns: z
    .array(z.strictObject({ means: z.enum(COLUMN_MEANINGS), network: z.string().max(60).default("") }))
    .max(200)
    .optional()
    .openapi({ description: "What each column holds, in their order; `network` of references and handles" }),
})
export type ContactsSettings = z.infer<typeof ContactsSettings>
