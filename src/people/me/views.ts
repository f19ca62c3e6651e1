import { z } from "@hono/zod-openapi"
import { agentView, language, personName } from "../agents/views.ts"
import { emailAddress } from "../agents/address.ts"

const at = z.iso.datetime()

export const meView = agentView
  .extend({
    kind: z.enum(["agent", "token"]),
    inboxes: z.union([z.literal("every"), z.array(z.string())]),
    teams: z.array(z.object({ id: z.uuid(), name: z.string() })),
    signature: z.string(),
    hasPassword: z.boolean(),
    twoStep: z.boolean(),
    passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: at, usedAt: at.nullable() })),
    sessions: z.array(
      z.object({
        id: z.uuid(),
        current: z.boolean(),
        proof: z.string(),
        userAgent: z.string(),
        network: z.string(),
        createdAt: at,
        seenAt: at,
      }),
    ),
  })
  .openapi("Me")

const timeZone = z
  .string()
  .max(60)
  .refine((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }))
    } catch {
      return false // RangeError: no such zone
    }
  }, "people.timeZone")

export const ownChanges = z.strictObject({
  name: personName.optional(),
  language: language.optional(),
  timeZone: timeZone.optional(),
  signature: z.string().max(5000).optional(),
  email: emailAddress.optional().openapi({ description: "Only for the first administrator, who has none yet" }),
})

export const newPassword = z.strictObject({ current: z.string().max(200).optional(), next: z.string().min(8).max(200) })
