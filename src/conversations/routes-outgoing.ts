import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv, PersonActor } from "#people"
import { type Database, idParam, Invalid, newRouter, pageOf } from "#platform"
import { type Language, say } from "#words"
import { accessConversation, accessMessage } from "./access.ts"
import { discardSending, keepTime, retrySending, sendNow, undoSending } from "./change-outgoing.ts"
import { addNote, changeNote } from "./notes.ts"
import { outboxRows } from "./outbox-list.ts"
import { presentMessages, presentNotes } from "./present-messages.ts"
import { queueReply, type Sending } from "./queue-reply.ts"
import { deriveRecipients } from "./recipients.ts"
import { startConversation } from "./start-conversation.ts"
import { room } from "./tables.ts"
import { DraftView, MessageView, RecipientsView } from "./views.ts"
import { leavingTime } from "./when.ts"

const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { "application/json": { schema } } })
const address = z.strictObject({ name: z.string().max(200).default(""), address: z.email().max(320) })
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
  seen: z.uuid().optional(),
})
const NoteBody = z.strictObject({ text, mentions: z.array(z.uuid()).max(50).optional() })
const StartBody = z.strictObject({
  inboxId: z.uuid(),
  to: address,
  cc: z.array(address).max(50).optional(),
  subject: z.string().trim().min(1).max(500),
  text,
  attachmentIds: z.array(z.uuid()).max(20).optional(),
  sendAt: z.coerce.date().optional(),
})

/** Answers, notes, and what can be done with an answer until it has left. */
export function outgoingRoutes({ db, sending }: { db: Database; sending: Sending }) {
  const shown = async (language: Language, actor: PersonActor, messageId: string) => {
    const [view] = await presentMessages(db.read, language, [await accessMessage(actor, db.read, messageId)])
    return view!
  }
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
        return c.json(await shown(c.get("language"), c.get("actor"), messageId), 202)
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
        return c.json(await shown(c.get("language"), c.get("actor"), messageId), 202)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/conversations/{id}/recipients",
        summary: "Who an answer would go to, and when",
        request: { params: idParam, query: z.object({ answering: z.uuid().optional() }) },
        responses: { 200: json(RecipientsView, "Derived from the message answered") },
      }),
      async (c) => {
        const actor = c.get("actor")
        const conversation = await accessConversation(actor, db.read, c.req.valid("param").id)
        const { answering: id } = c.req.valid("query")
        const answering = id ? await accessMessage(actor, db.read, id) : await newest(db, conversation.id)
        const { to, cc, notes } = await deriveRecipients(db.read, conversation, answering)
        const leaving = await leavingTime(db.read, answering?.contact_id ?? null, {
          undoSeconds: sending.undoSeconds,
          timeZone: actor.timeZone,
        })
        const told = notes.map((note) => ({ ...note, text: say(c.get("language"), `conversations.recipient.${note.code}`) }))
        return c.json({ to, cc, notes: told, sendsAt: leaving.at.toISOString(), why: leaving.why, timeZone: leaving.timeZone }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/conversations/{id}/notes",
        summary: "A note for colleagues; it can't leave",
        request: { params: idParam, body: json(NoteBody, "The note") },
        responses: { 201: json(MessageView, "Written") },
      }),
      async (c) => {
        const id = await db.transact((tx) => addNote(c.get("actor"), tx, c.req.valid("param").id, c.req.valid("json")))
        return c.json(await shownNote(db, id), 201)
      },
    )
    .openapi(
      createRoute({
        method: "patch",
        path: "/api/notes/{id}",
        summary: "Changes one's own note",
        request: { params: idParam, body: json(NoteBody.pick({ text: true }), "Its new text") },
        responses: { 200: json(MessageView, "Changed") },
      }),
      async (c) => {
        const { id } = c.req.valid("param")
        await db.transact((tx) => changeNote(c.get("actor"), tx, id, c.req.valid("json").text))
        return c.json(await shownNote(db, id), 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/messages/{id}/undo",
        summary: "Takes an answer back; gives the draft",
        request: { params: idParam },
        responses: { 200: json(DraftView.partial({ version: true, updatedAt: true }), "What was written") },
      }),
      async (c) => {
        const draft = await db.transact((tx) => undoSending(c.get("actor"), tx, c.req.valid("param").id))
        return c.json(draft, 200)
      },
    )
    .openapi(changeRoute("retry", "Tries again now"), async (c) => {
      await db.transact((tx) => retrySending(c.get("actor"), tx, c.req.valid("param").id))
      return c.json(await shown(c.get("language"), c.get("actor"), c.req.valid("param").id), 200)
    })
    .openapi(changeRoute("discard", "Gives it up"), async (c) => {
      await db.transact((tx) => discardSending(c.get("actor"), tx, c.req.valid("param").id))
      return c.json(await shown(c.get("language"), c.get("actor"), c.req.valid("param").id), 200)
    })
    .openapi(changeRoute("send-now", "Leaves now instead of later"), async (c) => {
      await db.transact((tx) => sendNow(c.get("actor"), tx, c.req.valid("param").id))
      return c.json(await shown(c.get("language"), c.get("actor"), c.req.valid("param").id), 200)
    })
    .openapi(changeRoute("keep-time", "Keeps its chosen time although the customer has written since"), async (c) => {
      await db.transact((tx) => keepTime(c.get("actor"), tx, c.req.valid("param").id))
      return c.json(await shown(c.get("language"), c.get("actor"), c.req.valid("param").id), 200)
    })
    .openapi(
      createRoute({
        method: "get",
        path: "/api/outbox",
        summary: "What waits, failed or is uncertain",
        request: { query: z.object({ state: z.enum(["ready", "sending", "retry", "uncertain", "failed", "held"]).optional() }) },
        responses: { 200: json(pageOf(MessageView), "Oldest first, at most 200") },
      }),
      async (c) => {
        const rows = await outboxRows(c.get("actor"), db.read, c.req.valid("query").state)
        return c.json({ items: await presentMessages(db.read, c.get("language"), rows), next: null }, 200)
      },
    )
}

function changeRoute<const Verb extends string>(verb: Verb, summary: string) {
  return createRoute({
    method: "post",
    path: `/api/messages/{id}/${verb}`,
    summary,
    request: { params: idParam },
    responses: { 200: json(MessageView, "As it is now") },
  })
}

async function newest(db: Database, conversationId: string) {
  const found = await room(db.read)
    .selectFrom("messages")
    .selectAll()
    .where("conversation_id", "=", conversationId)
    .where("direction", "=", "in")
    .where("automatic", "is", null)
    .orderBy("received_at", "desc")
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

async function shownNote(db: Database, id: string) {
  const note = await room(db.read).selectFrom("notes").selectAll().where("id", "=", id).executeTakeFirstOrThrow()
  const [view] = await presentNotes(db.read, [note])
  return view!
}
