import assert from "node:assert/strict"
import { test } from "node:test"
import { DAY, HOUR, MINUTE, SECOND } from "#platform"
import { amadou, camille, flowerShop } from "../../test/support/flower-shop.ts"
import { room } from "./tables.ts"

test("a mail opens a case that is new, waits, and names who wrote", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "Bonjour,\n\noù est mon bouquet ?")
  const row = await shop.caseOf(conversationId)
  assert.equal(row.category, "new")
  assert.deepEqual(row.waiting_since, shop.clock.now())
  const { status, body } = await shop.ask(`/api/cases/${row.number}`)
  assert.equal(status, 200)
  assert.equal(body.subject, "Mon bouquet")
  assert.equal(body.contact.name, "Camille Rousseau")
  assert.equal(body.contact.address, "camille@rousseau.example")
  assert.deepEqual(body.conversationIds, [conversationId])
  assert.equal(body.lastWords, "Bonjour, où est mon bouquet ?")
  assert.equal(body.status.category, "new")
})

test("an automatic mail opens a case that waits for nobody; the customer's own words begin the silence", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "Absente jusqu’au 9", { automatic: "auto-submitted" })
  assert.equal((await shop.caseOf(conversationId)).waiting_since, null)
  shop.clock.advance(HOUR)
  await shop.reply(camille, conversationId, "Me voilà.")
  assert.deepEqual((await shop.caseOf(conversationId)).waiting_since, shop.clock.now())
})

test("a second word doesn't begin the silence again, an automatic answer of ours doesn't end it, a human's does when it has left", async () => {
  const shop = await flowerShop()
  const began = shop.clock.now()
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  shop.clock.advance(DAY)
  await shop.reply(camille, conversationId, "Personne ne répond ?")
  assert.deepEqual((await shop.caseOf(conversationId)).waiting_since, began)

  await shop.queue(conversationId, "Nous cherchons.")
  assert.deepEqual((await shop.caseOf(conversationId)).waiting_since, began, "queued is not answered")
  assert.equal((await shop.caseOf(conversationId)).category, "open", "somebody is at it")
  shop.clock.advance(12 * SECOND)
  await shop.worker.runDue()
  const answered = await shop.caseOf(conversationId)
  assert.equal(answered.waiting_since, null)
  assert.equal(answered.category, "waiting")
  assert.deepEqual(answered.first_answered_at, shop.clock.now())
  assert.equal(answered.last_direction, "out")
  assert.equal(answered.last_words, "Nous cherchons.")
  assert.deepEqual(await room(shop.db.read).selectFrom("silences").select(["began_at", "ended_at"]).execute(), [
    { began_at: began, ended_at: shop.clock.now() },
  ])
})

test("an answer that is taken back has changed nothing", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  const before = await shop.caseOf(conversationId)
  const id = await shop.queue(conversationId, "Vous serez livrée lundi avant 13 h.")
  assert.equal((await shop.ask(`/api/cases/${before.id}/suggestions`)).body.items.length, 1)
  const undone = await shop.ask(`/api/messages/${id}/undo`, { body: {} })
  assert.equal(undone.status, 200)
  assert.deepEqual(await shop.caseOf(conversationId), before)
  assert.equal((await shop.ask(`/api/cases/${before.id}/suggestions`)).body.items.length, 0)
})

test("what somebody changed after the answer was queued stays when it is taken back", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  const { id } = await shop.caseOf(conversationId)
  const message = await shop.queue(conversationId, "Nous cherchons.")
  await shop.ask(`/api/cases/${id}/resolve`, { body: {} })
  await shop.ask(`/api/messages/${message}/undo`, { body: {} })
  assert.equal((await shop.caseOf(conversationId)).category, "resolved")
})

test("a customer's reply opens again what waited, was snoozed or resolved; an automatic one doesn't", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  const { id } = await shop.caseOf(conversationId)
  await shop.answer(conversationId, "Nous cherchons.")
  for (const put of [
    async () => {},
    () => shop.ask(`/api/cases/${id}/resolve`, { body: {} }),
    () => shop.ask(`/api/cases/${id}/snooze`, { body: { until: new Date(shop.clock.now().getTime() + DAY).toISOString() } }),
  ]) {
    await put()
    const { category } = await shop.caseOf(conversationId)
    assert.notEqual(category, "open")
    await shop.reply(camille, conversationId, "Je suis absente.", { automatic: "vacation" })
    assert.equal((await shop.caseOf(conversationId)).category, category, "an automatic mail opens nothing")
    shop.clock.advance(MINUTE)
    await shop.reply(camille, conversationId, "Alors ?")
    const opened = await shop.caseOf(conversationId)
    assert.equal(opened.category, "open")
    assert.deepEqual(opened.waiting_since, shop.clock.now())
    assert.equal(opened.resolved_at, null)
    await shop.answer(conversationId, "Toujours rien de neuf.")
  }
  assert.equal(await room(shop.db.read).selectFrom("snoozes").selectAll().executeTakeFirst(), undefined)
})

test("a word that comes while the answer waits to leave isn't answered by it", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  await shop.queue(conversationId, "Nous cherchons.")
  shop.clock.advance(5 * SECOND)
  await shop.reply(camille, conversationId, "Et ma carte est débitée deux fois !")
  const wrote = shop.clock.now()
  shop.clock.advance(7 * SECOND)
  await shop.worker.runDue()
  const row = await shop.caseOf(conversationId)
  assert.deepEqual(row.waiting_since, wrote)
  assert.equal(row.category, "open")
})

test("a second answer on its way doesn't answer what the customer writes before it leaves", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  await shop.answer(conversationId, "Nous cherchons.")
  await shop.queue(conversationId, "Il est retrouvé.")
  shop.clock.advance(5 * SECOND)
  await shop.reply(camille, conversationId, "Et ma carte est débitée deux fois !")
  const wrote = shop.clock.now()
  shop.clock.advance(7 * SECOND)
  await shop.worker.runDue()
  const row = await shop.caseOf(conversationId)
  assert.deepEqual(row.waiting_since, wrote)
  assert.equal(row.category, "open")
})

test("a case closed without an answer: opened again by a colleague, the customer has waited all along; answered later, until then", async () => {
  const shop = await flowerShop()
  const began = shop.clock.now()
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  const { id } = await shop.caseOf(conversationId)
  shop.clock.advance(DAY)
  await shop.ask(`/api/cases/${id}/resolve`, { body: {} })
  assert.equal((await shop.caseOf(conversationId)).waiting_since, null)
  shop.clock.advance(DAY)
  await shop.ask(`/api/cases/${id}/reopen`, { body: {} })
  assert.deepEqual((await shop.caseOf(conversationId)).waiting_since, began)
  await shop.ask(`/api/cases/${id}/resolve`, { body: {} })
  await shop.answer(conversationId, "Voici.")
  const row = await shop.caseOf(conversationId)
  assert.equal(row.category, "resolved", "an answer leaves a closed case closed")
  const silences = await room(shop.db.read).selectFrom("silences").select(["began_at", "ended_at"]).execute()
  assert.deepEqual(silences, [{ began_at: began, ended_at: shop.clock.now() }])
})

test("twenty mails of one conversation at once make one case, and one silence", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(amadou, "Bonjour")
  await shop.db.pool.query("truncate cases, case_conversations, silences, status_changes, assignments cascade")
  await shop.db.pool.query("update conversations set case_id = null")
  await Promise.all(Array.from({ length: 20 }, (_, n) => shop.reply(amadou, conversationId, `Et ${n} ?`)))
  assert.equal((await shop.db.pool.query("select from cases")).rowCount, 1)
  assert.equal((await shop.db.pool.query("select from silences")).rowCount, 1)
})

test("we write first: the case is open, ours, and nobody waits", async () => {
  const shop = await flowerShop()
  const begun = await shop.ask("/api/conversations", {
    body: { inboxId: shop.inbox.id, to: amadou, subject: "Votre commande", text: "Bonjour, une rose manque." },
  })
  assert.ok(begun.status < 300, JSON.stringify(begun.body))
  const row = await shop.caseOf(begun.body.conversationId)
  assert.equal(row.category, "open")
  assert.equal(row.owner_id, shop.ines.id)
  assert.equal(row.waiting_since, null)
  shop.clock.advance(12 * SECOND)
  await shop.worker.runDue()
  assert.equal((await shop.caseOf(begun.body.conversationId)).category, "waiting")
})
