import assert from "node:assert/strict"
import { test } from "node:test"
import { closeAfterwards, testDatabase } from "../../test/support/database.ts"
import { setWishes } from "#contacts"
import { newId } from "#platform"
import { desk, stateOf } from "./answering.fixture.ts"
import { keepTime } from "./change-outgoing.ts"
import { camille, file, incoming, keys } from "./incoming.fixture.ts"
import { releaseHeld } from "./outbox.ts"
import { writeReplyToken } from "./reply-token.ts"
import { room } from "./tables.ts"

test("an answer for a chosen time asks again when the customer has written meanwhile", async () => {
  const { db, clock, channel, worker, inbox, lea, conversationId, reply } = await desk(await testDatabase(), closeAfterwards)
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

test("a chosen time outside the customer's hours, or while nothing can leave, asks again just so; of another conversation of the case, too", async () => {
  const { db, clock, channel, worker, inbox, lea, conversationId, reply } = await desk(await testDatabase(), closeAfterwards)
  const { contact_id } = await room(db.read).selectFrom("messages").select("contact_id").executeTakeFirstOrThrow()
  const hours = [{ days: [1, 2, 3, 4, 5], from: "18:00", to: "20:00" }]
  await db.transact((tx) => setWishes(lea, tx, contact_id!, { channels: [], hours, timeZone: "Europe/Paris" }))
  const byHours = await reply({ sendAt: new Date("2026-11-03T08:00:00Z") })
  channel.held = "no-relay"
  const unsendable = await reply({ sendAt: new Date("2026-11-03T17:30:00Z"), text: "Plus tard." })
  channel.held = null
  assert.deepEqual([(await stateOf(db, byHours)).why_later, (await stateOf(db, unsendable)).state], ["hours", "held"])
  const unchosen = await reply({ text: "Dès ses heures." })

  const other = await file(db, incoming(inbox, camille, { subject: "Autre chose" }))
  const caseId = newId(clock.now())
  await room(db.read).updateTable("conversations").set({ case_id: caseId }).execute()
  const { short } = await room(db.read)
    .selectFrom("conversations")
    .select("short")
    .where("id", "=", other.conversationId)
    .executeTakeFirstOrThrow()
  assert.notEqual(other.conversationId, conversationId)
  await file(db, incoming(inbox, camille, { tokens: [writeReplyToken(keys, short)], text: "Trop tard, j’annule." }))
  const asks = async (id: string) => {
    const { state, reason, ask_again } = await room(db.read)
      .selectFrom("outbox")
      .select(["state", "reason", "ask_again"])
      .where("message_id", "=", id)
      .executeTakeFirstOrThrow()
    return [state, reason, ask_again]
  }
  assert.deepEqual(await asks(byHours), ["held", "customer-wrote", true])
  assert.deepEqual(await asks(unsendable), ["held", "no-relay", true])
  assert.deepEqual(await asks(unchosen), ["ready", null, false], "nobody chose a moment: it waits for the customer's hours alone")

  await db.transact((tx) => releaseHeld(tx, "no-relay"))
  assert.deepEqual(await asks(unsendable), ["held", "customer-wrote", true], "a relay is there, and a person is still asked")
  await db.transact((tx) => keepTime(lea, tx, byHours))
  clock.set("2026-11-03T17:00:00Z")
  await worker().runDue()
  assert.equal((await stateOf(db, byHours)).state, "sent")
})
