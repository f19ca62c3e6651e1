import assert from "node:assert/strict"
import { test } from "node:test"
import { setWishes } from "#contacts"
import { Conflict, MINUTE } from "#platform"
import { discardSending, retrySending, undoSending } from "./change-outgoing.ts"
import { readDraft } from "./drafts.ts"
import { messagesOfConversations } from "./present-messages.ts"
import { camille } from "./incoming.fixture.ts"
import { outboxPage } from "./message-pages.ts"
import { claimDue } from "./outbox.ts"
import { room } from "./tables.ts"

import { closeAfterwards, testDatabase } from "../../test/support/database.ts"
import { desk, stateOf } from "./answering.fixture.ts"

test("an answer waits for its undo time, then leaves once, to the writer, from an address that leads back", async () => {
  const { db, clock, channel, worker, reply } = await desk(await testDatabase(), closeAfterwards)
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

test("a message waits for the customer's hours; it isn't dropped", async () => {
  const { db, clock, channel, worker, lea, reply } = await desk(await testDatabase(), closeAfterwards)
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

test("the relay's refusal is a fact on the message; a passing failure is tried again with pauses", async () => {
  const { db, clock, channel, worker, lea, reply } = await desk(await testDatabase(), closeAfterwards)
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

test("refused, an answer comes back to be mended; given up, it stays in the case as not sent until it is taken up again", async () => {
  const { db, clock, channel, worker, lea, conversationId, reply } = await desk(await testDatabase(), closeAfterwards)
  const refused = async (text: string): Promise<string> => {
    channel.outcomes = [{ kind: "refused", answer: "550 5.1.1 no such user" }]
    const id = await reply({ text, to: [{ name: "Camille", address: "camile@rousseau.example" }] })
    clock.advance(13_000)
    await worker().runDue()
    assert.equal((await stateOf(db, id)).state, "failed")
    return id
  }
  const first = await refused("À la mauvaise adresse")
  const draft = await db.transact((tx) => undoSending(lea, tx, first))
  assert.deepEqual([draft.text, draft.to?.[0]?.address], ["À la mauvaise adresse", "camile@rousseau.example"])
  assert.equal((await readDraft(lea, db.read, conversationId, "reply"))?.text, "À la mauvaise adresse")

  const second = await refused("Abandonnée")
  await db.transact((tx) => discardSending(lea, tx, second))
  const shown = async (givenUp: boolean) =>
    (await messagesOfConversations(db.read, "fr", [conversationId], { givenUp })).filter(({ direction }) => direction === "out")
  assert.deepEqual(
    (await shown(true)).map(({ text, state, stateReason }) => [text, state, stateReason]),
    [["Abandonnée", "cancelled", "discarded"]],
    "its words stay in the case, marked as not sent; what was taken back doesn't",
  )
  assert.deepEqual(await shown(false), [], "nobody was told them")
  await assert.rejects(db.transact((tx) => retrySending(lea, tx, second)))
  assert.equal((await db.transact((tx) => undoSending(lea, tx, second))).text, "Abandonnée")
  assert.deepEqual(await shown(true), [], "the composer has them")
  await assert.rejects(
    db.transact((tx) => undoSending(lea, tx, second)),
    "once",
  )
})

test("an answer whose fate isn't known is left at that by a person: it stays in its thread, and nobody is asked again", async () => {
  const { db, clock, channel, worker, lea, conversationId, reply } = await desk(await testDatabase(), closeAfterwards)
  const id = await reply({ text: "Peut-être partie" })
  channel.outcomes = [{ kind: "uncertain", answer: "" }]
  clock.advance(13_000)
  await worker().runDue()
  assert.deepEqual(
    (await outboxPage(lea, db.read, "en", { limit: 50 })).items.map(({ id }) => id),
    [id],
  )
  await db.transact((tx) => discardSending(lea, tx, id))
  assert.deepEqual((await outboxPage(lea, db.read, "en", { limit: 50 })).items, [])
  const shown = await messagesOfConversations(db.read, "fr", [conversationId])
  assert.deepEqual(
    shown.filter(({ direction }) => direction === "out").map(({ text, state, stateReason }) => [text, state, stateReason]),
    [["Peut-être partie", "uncertain", "discarded"]],
  )
  await assert.rejects(
    db.transact((tx) => discardSending(lea, tx, id)),
    Conflict,
  )
  await db.transact((tx) => retrySending(lea, tx, id))
  assert.equal((await stateOf(db, id)).state, "ready", "who thinks better of it sends it once more")
})

test("what a dead worker was sending is uncertain, and is never silently sent again", async () => {
  const { db, clock, channel, worker, lea, reply } = await desk(await testDatabase(), closeAfterwards)
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
  const { db, clock, channel, worker, reply } = await desk(await testDatabase(), closeAfterwards)
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

test("what comes out of the customer's hours while the relay is away waits for them again", async () => {
  const { db, clock, channel, worker, lea, reply } = await desk(await testDatabase(), closeAfterwards)
  const { contact_id } = await room(db.read).selectFrom("messages").select("contact_id").executeTakeFirstOrThrow()
  const hours = [{ days: [1, 2, 3, 4, 5], from: "08:00", to: "10:00" }]
  await db.transact((tx) => setWishes(lea, tx, contact_id!, { channels: [], hours, timeZone: "Europe/Paris" }))
  channel.outcomes = [{ kind: "deferred", answer: "451 4.3.0 try later" }]
  const id = await reply()
  clock.set("2026-11-02T08:59:30Z")
  await worker().runDue()
  clock.set("2026-11-02T09:10:00Z")
  await worker().runDue()
  assert.equal(channel.left.length, 1, "10:10 in Paris is too late for her")
  assert.equal((await stateOf(db, id)).due_at.toISOString(), "2026-11-03T07:00:00.000Z")
  clock.set("2026-11-03T07:00:00Z")
  await worker().runDue()
  assert.equal((await stateOf(db, id)).state, "sent")
})
