import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import { test } from "node:test"
import { testDatabase } from "../../test/support/database.ts"
import { camille, file, incoming, shopInbox } from "./incoming.fixture.ts"
import { room } from "./tables.ts"

async function counts(db: Parameters<typeof room>[0]) {
  const n = async (table: "messages" | "conversations" | "deliveries") =>
    (
      await room(db)
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow()
    ).n
  return { messages: await n("messages"), conversations: await n("conversations"), deliveries: await n("deliveries") }
}

test("the same arrival filed again, as after a crash before the spool was told, changes nothing", async () => {
  const { db } = await testDatabase()
  const message = incoming(await shopInbox(db), camille)
  const first = await file(db, message)
  const second = await file(db, message)
  assert.deepEqual(second, { ...first, created: false })
  assert.deepEqual(await counts(db.read), { messages: 1, conversations: 1, deliveries: 1 })
})

test("an arrival whose name is longer than an index takes is filed once all the same", async () => {
  const { db } = await testDatabase()
  const sourceKey = Array.from({ length: 200 }, (_, n) => createHash("sha256").update(String(n)).digest("hex")).join("/")
  const message = incoming(await shopInbox(db), camille, { sourceKey, contentKey: null })
  const first = await file(db, message)
  assert.deepEqual(await file(db, message), { ...first, created: false })
})

test("one mail sent to two inboxes is one message in one conversation that both see", async () => {
  const { db } = await testDatabase()
  const care = await shopInbox(db)
  const press = await shopInbox(db, "presse@fleurs.example")
  const first = await file(db, incoming(care, camille, { messageId: "<both@rousseau.example>" }))
  const second = await file(db, incoming(press, camille, { messageId: "<both@rousseau.example>" }))
  assert.equal(second.conversationId, first.conversationId)
  assert.deepEqual(await counts(db.read), { messages: 1, conversations: 1, deliveries: 2 })
  const { inbox_ids } = await room(db.read).selectFrom("conversations").select("inbox_ids").executeTakeFirstOrThrow()
  assert.deepEqual(inbox_ids, [care.id, press.id])
})

test("twenty deliveries of one mail at once are one message", async () => {
  const { db } = await testDatabase()
  const inbox = await shopInbox(db)
  await Promise.all(Array.from({ length: 20 }, () => file(db, incoming(inbox, camille, { messageId: "<twenty@rousseau.example>" }))))
  assert.deepEqual(await counts(db.read), { messages: 1, conversations: 1, deliveries: 20 })
})

test("another mail under the same Message-ID is another message: nobody can make ours disappear by sending first", async () => {
  const { db } = await testDatabase()
  const inbox = await shopInbox(db)
  await file(db, incoming(inbox, camille, { messageId: "<same@rousseau.example>", text: "écrit par quelqu’un d’autre" }))
  await file(db, incoming(inbox, camille, { messageId: "<same@rousseau.example>", text: "le vrai" }))
  assert.equal((await counts(db.read)).messages, 2)
})

test("two mails without Message-ID are two messages, however alike", async () => {
  const { db } = await testDatabase()
  const inbox = await shopInbox(db)
  await file(db, incoming(inbox, camille, { messageId: null, contentKey: null, text: "ok" }))
  await file(db, incoming(inbox, camille, { messageId: null, contentKey: null, text: "ok" }))
  assert.equal((await counts(db.read)).messages, 2)
})
