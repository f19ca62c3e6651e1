import { createRoute, z } from "@hono/zod-openapi"
import { type PeopleEnv, requireRole } from "#people"
import { json, newRouter } from "#platform"
import type { MailboxAccess } from "./connect.ts"
import { tryMailbox } from "./try-mailbox.ts"

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u, "mail.compose.control")
const tried = z.strictObject({
  host: line(253),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(["tls", "starttls", "none"]),
  username: line(320),
  password: z.string().min(1).max(1000),
})
export const MailboxTrialView = z
  .object({
    ok: z.boolean(),
    mails: z.number().int().nullable(),
    folders: z.array(z.string()),
    problem: z.string().nullable(),
    hint: z.string().nullable(),
  })
  .openapi("MailboxTrial")

/** A look at a mailbox before it is kept; for admins. What goes wrong outside is an answer, not an error. */
export function tryRoutes(access: MailboxAccess) {
  return newRouter<PeopleEnv>().openapi(
    createRoute({
      method: "post",
      path: "/api/mailboxes/try",
      summary: "Sign in to a mailbox and look, keeping nothing",
      request: { body: { required: true, content: { "application/json": { schema: tried } } } },
      responses: { 200: json(MailboxTrialView, "What was found, or why not") },
    }),
    async (c) => {
      requireRole(c.get("actor"), "admin")
      return c.json(await tryMailbox(access, c.get("language"), c.req.valid("json")), 200)
    },
  )
}
