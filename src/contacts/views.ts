import { z } from "@hono/zod-openapi"
import { WISHED_CHANNELS } from "./check-wishes.ts"
import { IDENTITY_KINDS } from "./identity.ts"
import { OUTSIDE_KINDS } from "./outside-facts.ts"

const time = z.string().openapi({ format: "date-time" })

export const IdentityView = z
  .object({
    id: z.string(),
    kind: z.enum(IDENTITY_KINDS),
    network: z.string(),
    value: z.string(),
    verifiedAt: time.nullable(),
    verifiedBy: z.string().nullable().openapi({ description: "How it was proven (dmarc), or who vouches for it (agent:ID)" }),
    source: z.string(),
  })
  .openapi("Identity")

export const HoursView = z
  .strictObject({ days: z.array(z.number().int()).max(7), from: z.string().max(5), to: z.string().max(5) })
  .openapi("Hours", { description: "Weekdays from 1 (Monday) to 7; from 00:00; to at or before from means the next day" })

export const WishesView = z
  .strictObject({
    channels: z
      .array(z.string().max(20))
      .max(20)
      .openapi({ description: `In order of preference, of ${WISHED_CHANNELS.join(", ")}` }),
    hours: z.array(HoursView).max(50).openapi({ description: "None: any hour" }),
    timeZone: z.string().max(60).nullable().openapi({ description: "IANA name; null: the desk's own" }),
  })
  .openapi("Wishes")

export const ContactView = z
  .object({
    id: z.string(),
    name: z.string().openapi({ description: "What a person typed, else what a message called them" }),
    suggestedName: z.string().openapi({ description: "What a message called them" }),
    language: z.string().nullable(),
    salutation: z.string().nullable(),
    grammar: z.enum(["feminine", "masculine", "neutral"]).nullable(),
    familiarity: z.enum(["tu", "vous"]).nullable(),
    organisation: z.string(),
    note: z.string(),
    identities: z.array(IdentityView),
    wishes: WishesView.nullable(),
    createdAt: time,
  })
  .openapi("Contact")

export const OutsideFactView = z
  .object({
    id: z.string(),
    contactId: z.string(),
    kind: z.enum(OUTSIDE_KINDS),
    state: z.string(),
    reference: z.string(),
    text: z.string(),
    source: z.string(),
    key: z.string().nullable(),
    occurredAt: time,
    toldAt: time,
    toldBy: z.string(),
  })
  .openapi("OutsideFact")

export const SuggestionView = z
  .object({
    id: z.string(),
    contact: z.object({ id: z.string(), name: z.string(), address: z.string().nullable() }),
    reasons: z.array(z.object({ code: z.string(), value: z.string(), text: z.string() })),
    score: z.number(),
    at: time,
  })
  .openapi("MergeSuggestion")

export const MergeView = z
  .object({
    id: z.string(),
    keptId: z.string(),
    mergedId: z.string(),
    by: z.string(),
    at: time,
    undoneBy: z.string().nullable(),
    undoneAt: time.nullable(),
  })
  .openapi("ContactMerge")

export type ContactView = z.infer<typeof ContactView>
export type WishesView = z.infer<typeof WishesView>
export type OutsideFactView = z.infer<typeof OutsideFactView>
export type SuggestionView = z.infer<typeof SuggestionView>
export type MergeView = z.infer<typeof MergeView>
