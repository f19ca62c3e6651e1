import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, type Keys, newRouter, pageOf, SECOND } from "#platform"
import type { MailboxReaders } from "./mailbox-readers.ts"
import { accessMailbox, addMailbox, changeMailbox, listMailboxes, removeMailbox } from "./mailboxes.ts"
import { MailboxView, mailboxView } from "./views.ts"

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u, "mail.compose.control")

const Settings = z.strictObject({
  inboxId: z.uuid().optional(),
  host: line(253).optional(),
  port: z.number().int().min(1).max(65_535).optional(),
  security: z.enum(["tls", "starttls", "none"]).optional(),
  username: line(320).optional(),
  password: z.string().min(1).max(1000).optional(),
  folder: line(500).optional(),
  afterReading: z.enum(["nothing", "mark-seen", "move", "delete"]).optional(),
  moveTo: line(500).nullable().optional(),
  paused: z.boolean().optional(),
})
const Added = Settings.omit({ paused: true }).required({ inboxId: true, host: true, username: true, password: true })

/** A first look may take long (500 mails wait); the answer doesn't. */
const PATIENCE = 8 * SECOND

/** Mailboxes elsewhere, for admins. Adding, changing and checking answer with what the first look found. */
export function mailboxRoutes({ db, keys, readers }: { db: Database; keys: Keys; readers: Pick<MailboxReaders, "changed" | "look"> }) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/mailboxes",
        summary: "Mailboxes read by IMAP",
        responses: { 200: json(pageOf(MailboxView), "All of them") },
      }),
      async (c) =>
        c.json(
          { items: (await listMailboxes(c.get("actor"), db.read)).map((one) => mailboxView(one, c.get("language"))), next: null },
          200,
        ),
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/mailboxes",
        summary: "Reads a mailbox from now on",
        request: { body: json(Added, "Where it is and how to sign in") },
        responses: { 201: json(MailboxView, "With what the first look found") },
      }),
      async (c) => {
        const { id } = await db.transact((tx) => addMailbox(c.get("actor"), tx, keys, c.req.valid("json")))
        await patiently(readers.changed(id))
        return c.json(mailboxView(await accessMailbox(c.get("actor"), db.read, id), c.get("language")), 201)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/mailboxes/{id}",
        summary: "One mailbox",
        request: { params: idParam },
        responses: { 200: json(MailboxView, "The mailbox") },
      }),
      async (c) => c.json(mailboxView(await accessMailbox(c.get("actor"), db.read, c.req.valid("param").id), c.get("language")), 200),
    )
    .openapi(
      createRoute({
        method: "patch",
        path: "/api/mailboxes/{id}",
        summary: "Changes a mailbox",
        request: { params: idParam, body: json(Settings, "What changes; an absent password stays") },
        responses: { 200: json(MailboxView, "With what a look found") },
      }),
      async (c) => {
        const { id } = c.req.valid("param")
        await db.transact((tx) => changeMailbox(c.get("actor"), tx, keys, id, c.req.valid("json")))
        await patiently(readers.changed(id))
        return c.json(mailboxView(await accessMailbox(c.get("actor"), db.read, id), c.get("language")), 200)
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/api/mailboxes/{id}",
        summary: "Reads it no more",
        request: { params: idParam },
        responses: { 204: { description: "What came in stays" } },
      }),
      async (c) => {
        const { id } = c.req.valid("param")
        await db.transact((tx) => removeMailbox(c.get("actor"), tx, id))
        await readers.changed(id)
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/mailboxes/{id}/check",
        summary: "Looks now: connection, folder, and what is missing",
        request: { params: idParam },
        responses: { 200: json(MailboxView, "What was found") },
      }),
      async (c) => {
        const { id } = await accessMailbox(c.get("actor"), db.read, c.req.valid("param").id)
        await patiently(readers.look(id))
        return c.json(mailboxView(await accessMailbox(c.get("actor"), db.read, id), c.get("language")), 200)
      },
    )
}

async function patiently(work: Promise<void>): Promise<void> {
  const enough = Promise.withResolvers<void>()
  const timer = setTimeout(() => enough.resolve(), PATIENCE)
  await Promise.race([work, enough.promise]).finally(() => clearTimeout(timer))
}
