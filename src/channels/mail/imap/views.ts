import { z } from "@hono/zod-openapi"
import type { Language } from "#words"
import { sayProblem } from "./problem.ts"
import type { Mailbox } from "./tables.ts"

export const MailboxView = z
  .object({
    id: z.string(),
    inboxId: z.string(),
    host: z.string(),
    port: z.number(),
    security: z.enum(["tls", "starttls", "none"]),
    username: z.string(),
    folder: z.string(),
    afterReading: z.enum(["nothing", "mark-seen", "move", "delete"]),
    moveTo: z.string().nullable(),
    state: z.enum(["new", "reading", "idle", "failing"]),
    problem: z.string().nullable().openapi({ description: "Why it can't be read, in the reader's language, with what would be right" }),
    onServer: z.number().nullable(),
    held: z.number().nullable(),
    missing: z.number().nullable(),
    checkedAt: z.string().nullable(),
    pausedAt: z.string().nullable(),
  })
  .openapi("Mailbox")

export function mailboxView(mailbox: Mailbox, language: Language): z.infer<typeof MailboxView> {
  return {
    id: mailbox.id,
    inboxId: mailbox.inbox_id,
    host: mailbox.host,
    port: mailbox.port,
    security: mailbox.security,
    username: mailbox.username,
    folder: mailbox.folder,
    afterReading: mailbox.after_reading,
    moveTo: mailbox.move_to,
    state: mailbox.state,
    problem: sayProblem(mailbox.problem, language),
    onServer: mailbox.on_server,
    held: mailbox.held,
    missing: mailbox.missing,
    checkedAt: mailbox.checked_at?.toISOString() ?? null,
    pausedAt: mailbox.paused_at?.toISOString() ?? null,
  }
}
