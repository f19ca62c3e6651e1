import assert from "node:assert/strict"
import { tmpdir } from "node:os"
import { test } from "node:test"
import { addAgent, type PersonActor, systemActor } from "#people"
import { Conflict, FileBlobs, Forbidden, Invalid } from "#platform"
import { accessConversation, accessMessage } from "./access.ts"
import { undoSending } from "./change-outgoing.ts"
import { readDraft } from "./drafts.ts"
import { writeDraft } from "./write-draft.ts"
import { amadou, camille, file, incoming, keys } from "./incoming.fixture.ts"
import { addNote } from "./notes.ts"
import { queueReply, type Reply, type Sending } from "./queue-reply.ts"
import { deriveRecipients } from "./recipients.ts"
import { writeReplyToken } from "./reply-token.ts"
import { room } from "./tables.ts"

import { closeAfterwards, testDatabase } from "../../test/support/database.ts"
import { desk } from "./answering.fixture.ts"

test("taken back: nothing leaves, and the words are the draft again", async () => {
  const { db, clock, channel, worker, lea, conversationId, reply } = await desk(await testDatabase(), closeAfterwards)
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

test("a note has no way out, and drafts of reply and note are apart", async () => {
  const { db, clock, channel, worker, lea, conversationId } = await desk(await testDatabase(), closeAfterwards)
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
  const { db, inbox, lea, channel } = await desk(await testDatabase(), closeAfterwards)
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
  const { db, lea, reply, conversationId, channel } = await desk(await testDatabase(), closeAfterwards)
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
  const { db, inbox, messageId, conversationId, reply } = await desk(await testDatabase(), closeAfterwards)
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

test("of two answers at one moment the second is stopped and leaves only once its writer knows the first", async () => {
  const { db, lea, channel, messageId: seen, conversationId, clock } = await desk(await testDatabase(), closeAfterwards)
  const { agentId } = await db.transact((tx) => addAgent(systemActor("test"), tx, { email: "omar@fleurs.example", name: "Omar Haddad" }))
  const omar: PersonActor = { ...lea, id: agentId, ref: `agent:${agentId}`, name: "Omar Haddad" }
  const sending: Sending = { keys, blobs: new FileBlobs(tmpdir()), channels: new Map([["mail", channel]]), undoSeconds: 0 }
  const answers = (actor: PersonActor, more: Partial<Reply>) =>
    db.transact((tx) => queueReply(actor, tx, sending, conversationId, { text: `Par ${actor.name}`, ...more }))
  clock.advance(1000)
  const both = await Promise.allSettled([answers(lea, { seen }), answers(omar, { seen })])
  const [first] = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))
  const [why] = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []))
  assert.ok(why instanceof Conflict && why.key === "conversations.reply.answered", "one of them is stopped")
  const second = both[0].status === "rejected" ? lea : omar
  const other = second === lea ? omar : lea
  clock.advance(1000)
  await answers(other, { seen }) // one's own answer stops nobody
  await assert.rejects(answers(second, { seen, knownAnswer: first! }), Conflict, "another has come since the one that is known")
  await answers(second, {}) // who says nothing of what they saw isn't asked
  assert.equal((await room(db.read).selectFrom("outbox").select("id").execute()).length, 3)
})
