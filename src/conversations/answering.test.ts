import assert from "node:assert/strict"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { setWishes } from "#contacts"
import { addAgent, type PersonActor } from "#people"
import { Conflict, type Database, FileBlobs, Forbidden, Invalid, Metrics, MINUTE, silentLog } from "#platform"
import { closeAfterwards, testDatabase } from "../../test/support/database.ts"
import { accessConversation, accessMessage } from "./access.ts"
import { keepTime, retrySending, undoSending } from "./change-outgoing.ts"
import type { Channel, Outcome, Outgoing, SealedOutgoing } from "./channel.ts"
import { readDraft, writeDraft } from "./drafts.ts"
import { amadou, camille, file, incoming, keys, shopInbox, system } from "./incoming.fixture.ts"
import { addNote } from "./notes.ts"
import { claimDue } from "./outbox.ts"
import { OutboxWorker } from "./outbox-worker.ts"
import { queueReply, type Reply, type Sending } from "./queue-reply.ts"
import { deriveRecipients } from "./recipients.ts"
import { writeReplyToken } from "./reply-token.ts"
import { room } from "./tables.ts"

/** A channel whose other side answers as the test says, and which remembers what left. */
class ScriptedChannel implements Channel {
  readonly kind = "mail"
  readonly composed: Outgoing[] = []
  readonly left: SealedOutgoing[] = []
  outcomes: Outcome[] = []
  held: string | null = null

  heldBecause(): string | null {
    return this.held
  }

  compose(outgoing: Outgoing) {
    this.composed.push(outgoing)
    const recipients = [...outgoing.to, ...outgoing.cc].map((person) => person.address)
    return Promise.resolve({
      bytes: Buffer.from(`${outgoing.messageId}\r\n\r\n${outgoing.text}`),
      mailFrom: outgoing.automatic ? "" : outgoing.replyTo,
      recipients,
    })
  }

  send(sealed: SealedOutgoing): Promise<Outcome> {
    this.left.push(sealed)
    return Promise.resolve(this.outcomes.shift() ?? { kind: "sent", answer: "250 2.0.0 Ok" })
  }
}

async function desk() {
  const { db, clock } = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), "vigie-blobs-"))
  closeAfterwards(() => rm(folder, { recursive: true, force: true }))
  const blobs = new FileBlobs(folder)
  const channel = new ScriptedChannel()
  const channels = new Map([["mail", channel]])
  const sending: Sending = { keys, blobs, channels, undoSeconds: 12 }
  const worker = () => new OutboxWorker({ db, blobs, channels, log: silentLog, metrics: new Metrics(), worker: "test" })
  const inbox = await shopInbox(db)
  const { agentId } = await db.transact((tx) => addAgent(system, tx, { email: "lea@fleurs.example", name: "Léa Moreau" }))
  const { conversationId, messageId } = await file(db, incoming(inbox, camille))
  const lea: PersonActor = {
    kind: "agent",
    id: agentId,
    ref: `agent:${agentId}`,
    role: "agent",
    name: "Léa Moreau",
    language: "fr",
    timeZone: "Europe/Paris",
    inboxes: "every",
    teams: [],
  }
  const reply = (more: Partial<Reply> = {}) =>
    db.transact((tx) => queueReply(lea, tx, sending, conversationId, { text: "Nous cherchons.", ...more }))
  return { db, clock, channel, worker, inbox, lea, conversationId, messageId, reply }
}

const stateOf = async (db: Database, messageId: string) => {
  const row = await room(db.read)
    .selectFrom("outbox")
    .select(["state", "reason", "relay_answer", "due_at", "why_later"])
    .where("message_id", "=", messageId)
    .executeTakeFirstOrThrow()
  return row
}

test("an answer waits for its undo time, then leaves once, to the writer, from an address that leads back", async () => {
  const { db, clock, channel, worker, reply } = await desk()
  const id = await reply()
  await worker().runDue()
  assert.equal(channel.left.length, 0, "nothing leaves while it can be taken back")
  clock.advance(13_000)
  await worker().runDue()
  await worker().runDue()
  assert.equal(channel.left.length, 1)
  assert.deepEqual(channel.left[0]!.recipients, [camille.address])
  assert.match(channel.left[0]!.mailFrom, /^care\+r[a-v0-9]{26}@fleurs\.example$/)
  assert.equal((await stateOf(db, id)).state, "sent")
})

test("taken back: nothing leaves, and the words are the draft again", async () => {
  const { db, clock, channel, worker, lea, conversationId, reply } = await desk()
  const id = await reply({ text: "Pas tout à fait fini" })
  const draft = await db.transact((tx) => undoSending(lea, tx, id))
  assert.equal(draft.text, "Pas tout à fait fini")
  assert.equal((await readDraft(lea, db.read, conversationId, "reply"))?.text, "Pas tout à fait fini")
  clock.advance(60_000)
  await worker().runDue()
  assert.equal(channel.left.length, 0)
  await assert.rejects(
    db.transact((tx) => undoSending(lea, tx, id)),
    Conflict,
    "a second undo has nothing to take back",
  )
})

test("a message waits for the customer's hours; it isn't dropped", async () => {
  const { db, clock, channel, worker, lea, reply } = await desk()
  const { contact_id } = await room(db.read).selectFrom("messages").select("contact_id").executeTakeFirstOrThrow()
  const hours = [{ days: [1, 2, 3, 4, 5], from: "18:00", to: "20:00" }]
  await db.transact((tx) => setWishes(lea, tx, contact_id!, { channels: [], hours, timeZone: "Europe/Paris" }))
  const id = await reply()
  const { due_at, why_later } = await stateOf(db, id)
  assert.deepEqual(
    { due: due_at.toISOString(), why_later },
    { due: "2026-11-02T17:00:00.000Z", why_later: "hours" },
    "Monday at 18:00 in Paris",
  )
  clock.set("2026-11-02T16:59:59Z")
  await worker().runDue()
  assert.equal(channel.left.length, 0)
  clock.set("2026-11-02T17:00:00Z")
  await worker().runDue()
  assert.equal(channel.left.length, 1)
})

test("an answer for a chosen time asks again when the customer has written meanwhile", async () => {
  const { db, clock, channel, worker, inbox, lea, conversationId, reply } = await desk()
  const id = await reply({ sendAt: new Date("2026-11-03T08:00:00Z") })
  const { short } = await room(db.read)
    .selectFrom("conversations")
    .select("short")
    .where("id", "=", conversationId)
    .executeTakeFirstOrThrow()
  await file(db, incoming(inbox, camille, { tokens: [writeReplyToken(keys, short)], text: "Trop tard, j’annule." }))
  clock.set("2026-11-03T09:00:00Z")
  await worker().runDue()
  assert.equal(channel.left.length, 0)
  assert.equal((await stateOf(db, id)).reason, "customer-wrote")
  await db.transact((tx) => keepTime(lea, tx, id))
  await worker().runDue()
  assert.equal(channel.left.length, 1)
})

test("the relay's refusal is a fact on the message; a passing failure is tried again with pauses", async () => {
  const { db, clock, channel, worker, lea, reply } = await desk()
  channel.outcomes = [
    { kind: "deferred", answer: "451 4.3.0 try later" },
    { kind: "refused", answer: "550 5.1.1 no such user" },
  ]
  const id = await reply()
  clock.advance(13_000)
  await worker().runDue()
  assert.equal((await stateOf(db, id)).state, "retry")
  await worker().runDue()
  assert.equal(channel.left.length, 1, "not before its pause is over")
  clock.advance(MINUTE)
  await worker().runDue()
  const { state, relay_answer } = await stateOf(db, id)
  assert.deepEqual({ state, relay_answer }, { state: "failed", relay_answer: "550 5.1.1 no such user" })
  await db.transact((tx) => retrySending(lea, tx, id))
  await worker().runDue()
  assert.equal((await stateOf(db, id)).state, "sent")
})

test("what a dead worker was sending is uncertain, and is never silently sent again", async () => {
  const { db, clock, channel, worker, lea, reply } = await desk()
  const id = await reply()
  clock.advance(13_000)
  channel.send = (sealed) => {
    channel.left.push(sealed)
    return new Promise(() => {}) // the process dies here, as far as the database knows
  }
  void worker().runDue()
  while ((await stateOf(db, id)).state !== "sending") await db.transact((tx) => claimDue(tx, "other", 0))
  const next = worker()
  await next.open()
  await next.close()
  assert.equal((await stateOf(db, id)).state, "uncertain")
  assert.equal(channel.left.length <= 1, true)
  await db.transact((tx) => retrySending(lea, tx, id))
  assert.equal((await stateOf(db, id)).state, "ready", "a person may decide to send it again")
  await db.transact((tx) => undoSending(lea, tx, id))
})

test("held while there is no relay, and released when there is one", async () => {
  const { db, clock, channel, worker, reply } = await desk()
  channel.held = "no-relay"
  const id = await reply()
  assert.deepEqual([(await stateOf(db, id)).state, (await stateOf(db, id)).reason], ["held", "no-relay"])
  clock.advance(60_000)
  channel.held = null
  const relayed = worker()
  await relayed.open()
  await relayed.close()
  await worker().runDue()
  assert.equal((await stateOf(db, id)).state, "sent")
})

test("a note has no way out, and drafts of reply and note are apart", async () => {
  const { db, clock, channel, worker, lea, conversationId } = await desk()
  await db.transact((tx) => writeDraft(lea, tx, conversationId, "reply", { text: "à Camille" }, 0))
  await db.transact((tx) => writeDraft(lea, tx, conversationId, "note", { text: "entre nous" }, 0))
  await db.transact((tx) => addNote(lea, tx, conversationId, { text: "entre nous" }))
  clock.advance(3_600_000)
  await worker().runDue()
  assert.equal(channel.left.length, 0)
  assert.equal(await readDraft(lea, db.read, conversationId, "note"), null)
  assert.equal((await readDraft(lea, db.read, conversationId, "reply"))?.text, "à Camille")
  await assert.rejects(
    db.transact((tx) => writeDraft(lea, tx, conversationId, "reply", { text: "autre écran" }, 0)),
    Conflict,
  )
})

test("recipients come from the message answered: copies and Reply-To are told, not taken", async () => {
  const { db, inbox, lea, channel } = await desk()
  const message = incoming(inbox, amadou, { cc: [camille], replyTo: [{ name: "", address: "elsewhere@diallo.example" }], subject: "Devis" })
  const { conversationId } = await file(db, message)
  const conversation = await accessConversation(lea, db.read, conversationId)
  const answered = await room(db.read)
    .selectFrom("messages")
    .select("id")
    .where("conversation_id", "=", conversationId)
    .executeTakeFirstOrThrow()
  const { to, cc, notes } = await deriveRecipients(db.read, conversation, await accessMessage(lea, db.read, answered.id))
  assert.deepEqual(to, [amadou])
  assert.deepEqual(cc, [])
  assert.deepEqual(
    notes.map(({ address, code }) => [address, code]),
    [
      ["elsewhere@diallo.example", "reply-to-differs"],
      [camille.address, "in-copy"],
    ],
  )
  assert.equal(channel.composed.length, 0)
})

test("an observer can't answer; an empty answer and one with nobody to reach are refused with what would be right", async () => {
  const { db, lea, reply, conversationId, channel } = await desk()
  const sending: Sending = { keys, blobs: new FileBlobs(tmpdir()), channels: new Map([["mail", channel]]), undoSeconds: 12 }
  const observer: PersonActor = { ...lea, role: "observer" }
  await assert.rejects(
    db.transact((tx) => queueReply(observer, tx, sending, conversationId, { text: "bonjour" })),
    Forbidden,
  )
  await assert.rejects(reply({ text: "   " }), (error) => error instanceof Invalid && error.key === "conversations.reply.empty")
  await assert.rejects(reply({ to: [] }), (error) => error instanceof Invalid && error.key === "conversations.reply.nobody")
})

test("an answer is stopped when the customer wrote after what the agent had seen", async () => {
  const { db, inbox, messageId, conversationId, reply } = await desk()
  const { short } = await room(db.read)
    .selectFrom("conversations")
    .select("short")
    .where("id", "=", conversationId)
    .executeTakeFirstOrThrow()
  await file(
    db,
    incoming(inbox, camille, {
      tokens: [writeReplyToken(keys, short)],
      text: "Encore un mot",
      receivedAt: new Date("2026-11-02T08:05:00Z"),
    }),
  )
  await assert.rejects(reply({ seen: messageId }), (error) => error instanceof Conflict && error.key === "conversations.reply.unseen")
})
