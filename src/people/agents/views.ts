import { z } from "@hono/zod-openapi"
import { type InboxRights, ROLES } from "../actor.ts"
import { emailAddress } from "./address.ts"
import type { Agent } from "./find-agent.ts"

export const role = z.enum(ROLES).openapi("Role")
/** Null: every inbox. */
export const inboxIds = z.array(z.uuid()).max(500).nullable().openapi({ description: "The inboxes they may see; null: every inbox" })
export const language = z.enum(["en", "fr"])
export const personName = z.string().trim().min(1).max(200)

export const agentView = z
  .object({
    id: z.uuid(),
    email: z.string().nullable(),
    name: z.string(),
    role,
    language,
    timeZone: z.string(),
    disabled: z.boolean(),
    inboxIds,
    signedInAt: z.iso.datetime().nullable().openapi({ description: "First sign-in; null: invited only" }),
  })
  .openapi("Agent")

export const newAgent = z.strictObject({
  email: emailAddress,
  name: personName.optional(),
  role: role.optional(),
  language: language.optional(),
  inboxIds: inboxIds.optional(),
})
export const agentChanges = z.strictObject({ name: personName.optional(), role: role.optional(), inboxIds: inboxIds.optional() })

export function presentAgent({
  id,
  email,
  name,
  role,
  language,
  timeZone,
  disabled,
  inboxes,
  signedInAt,
}: Agent): z.infer<typeof agentView> {
  return {
    id,
    email,
    name,
    role,
    language,
    timeZone,
    disabled,
    inboxIds: presentInboxes(inboxes),
    signedInAt: signedInAt?.toISOString() ?? null,
  }
}

export function presentInboxes(inboxes: InboxRights): string[] | null {
  return inboxes === "every" ? null : [...inboxes]
}

export function readInboxes(ids: string[] | null): InboxRights {
  return ids ?? "every"
}
