import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, Invalid, json, newRouter } from "#platform"
import { say } from "#words"
import { accessConversation, accessMessage } from "./access.ts"
import { foresee } from "./foresee.ts"
import { lastMessage } from "./last-message.ts"
import { queueReply, type Sending } from "./queue-reply.ts"
import { writtenAddress } from "./address.ts"
import { showMessage } from "./show-message.ts"
import { startConversation } from "./start-conversation.ts"
import { MessageView, RecipientsView } from "./views.ts"

/**
 * Whatever mail may carry, quoted local parts and address literals included; a domain has a dot, or somebody slipped. Quotes are given back
 * to addresses that lost them on their way here alone: who types `Claire claire@x.fr` means a name and an address.
 */
const isAddress = (text: string) => writtenAddress(text) === text && /@(?:.*[^.]\.[^.]|\[)/.test(text)
const address = z.strictObject({
  name: z.string().max(200).default(""),
  address: z
    .string()
    .max(320)
    .superRefine((address, ctx) => {
      if (!isAddress(address)) ctx.addIssue({ code: "custom", message: "conversations.reply.address", params: { address } })
    })
    .openapi({ format: "email" }),
})
const text = z.string().max(1_000_000)

const ReplyBody = z.strictObject({
  text,
  to: z.array(address).max(50).optional(),
  cc: z.array(address).max(50).optional(),
  subject: z.string().max(500).optional(),
  quote: z.boolean().optional(),
  attachmentIds: z.array(z.uuid()).max(20).optional(),
  answering: z.uuid().optional(),
  sendAt: z.coerce.date().optional(),
  regardlessOfHours: z.boolean().optional(),
  seen: z.uuid().optional().openapi({ description: "The last message that the writer had seen: what was said since stops the answer" }),
  knownAnswer: z
    .uuid()
    .optional()
    .openapi({ description: "With `seen`: the last colleague's answer that the writer knows of, and answers after" }),
  withHelp: z.boolean().optional().openapi({ description: "A machine helped to write it" }),
})

const StartBody = z.strictObject({
  inboxId: z.uuid(),
  to: address,
  cc: z.array(address).max(50).optional(),
  subject: z.string().trim().min(1).max(500),
  text,
  attachmentIds: z.array(z.uuid()).max(20).optional(),
  sendAt: z.coerce.date().optional(),
  regardlessOfHours: z.boolean().optional(),
})

const chosen = z
  .string()
  .max(20_000)
  .optional()
  .openapi({ description: "Addresses that were chosen instead, with commas between: their hours and their greeting" })

/** Answering, writing first, and who an answer would go to. */
export function replyRoutes({ db, sending }: { db: Database; sending: Sending }) {
  const notYet = (at: Date | undefined) => {
    if (at && at <= db.clock.now()) throw new Invalid("conversations.reply.past", {}, [{ path: "sendAt", key: "conversations.reply.past" }])
  }
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "post",
        path: "/api/conversations/{id}/replies",
        summary: "Answers; it leaves after its undo time, at the chosen time, within the customer's hours",
        request: { params: idParam, body: json(ReplyBody, "The answer") },
        responses: { 202: json(MessageView, "Queued") },
      }),
      async (c) => {
        const reply = c.req.valid("json")
        notYet(reply.sendAt)
        const messageId = await db.transact((tx) => queueReply(c.get("actor"), tx, sending, c.req.valid("param").id, reply))
        return c.json(await showMessage(db, c.get("language"), c.get("actor"), messageId), 202)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/conversations",
        summary: "Writes to somebody first",
        request: { body: json(StartBody, "To whom and what") },
        responses: { 202: json(MessageView, "Queued") },
      }),
      async (c) => {
        const start = c.req.valid("json")
        notYet(start.sendAt)
        const { messageId } = await db.transact((tx) => startConversation(c.get("actor"), tx, sending, start))
        return c.json(await showMessage(db, c.get("language"), c.get("actor"), messageId), 202)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/conversations/{id}/recipients",
        summary: "Who an answer would go to, and when",
        request: { params: idParam, query: z.object({ answering: z.uuid().optional(), to: chosen }) },
        responses: { 200: json(RecipientsView, "Derived from the message answered") },
      }),
      async (c) => {
        const actor = c.get("actor")
        const conversation = await accessConversation(actor, db.read, c.req.valid("param").id)
        const { answering: id, to } = c.req.valid("query")
        const answering = id ? await accessMessage(actor, db.read, id) : await lastMessage(db.read, conversation.id)
        const { notes, ...foreseen } = await foresee(actor, db.read, {
          conversation,
          answering,
          chosen: to ? to.split(",").filter(Boolean).slice(0, 100) : null,
          undoSeconds: sending.undoSeconds,
          language: c.get("language"),
        })
        const told = notes.map((note) => ({ ...note, text: say(c.get("language"), `conversations.recipient.${note.code}`) }))
        return c.json({ ...foreseen, notes: told }, 200)
      },
    )
}
