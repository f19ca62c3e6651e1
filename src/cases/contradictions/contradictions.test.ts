import assert from "node:assert/strict"
import { test } from "node:test"
import { DAY, HOUR } from "#platform"
import { camille, flowerShop, type FlowerShop } from "../../../test/support/flower-shop.ts"

async function complaint(shop: FlowerShop, text: string) {
  const { conversationId, messageId } = await shop.write(camille, text)
  const { id } = await shop.caseOf(conversationId)
  const contactId = await shop.contactOf(conversationId)
  const tell = (kind: string, state: string, occurredAt: Date, reference = "FR-1042") =>
    shop.ask(`/api/contacts/${contactId}/facts`, {
      body: { kind, state, reference, source: "carrier", occurredAt: occurredAt.toISOString() },
    })
  const found = async () => (await shop.ask(`/api/cases/${id}`)).body.contradictions
  return { id, conversationId, messageId, contactId, tell, found }
}

test("told as delivered, then the customer writes that nothing came: flagged, with both, and deciding nothing", async () => {
  const shop = await flowerShop()
  const { id, conversationId, tell, found } = await complaint(shop, "Quand vient mon bouquet ?")
  await tell("delivery", "delivered", shop.clock.now())
  assert.deepEqual(await found(), [])
  shop.clock.advance(DAY)
  const before = await shop.caseOf(conversationId)
  const { messageId } = await shop.reply(camille, conversationId, "Je n’ai rien reçu et ma carte est débitée.")
  const [contradiction] = await found()
  assert.deepEqual([contradiction.code, contradiction.messageId], ["not-received", messageId])
  assert.match(contradiction.text, /nothing came/)
  const after = await shop.caseOf(conversationId)
  assert.equal(after.contradiction, "not-received")
  assert.deepEqual([after.category, after.owner_id, after.waiting_since], [before.category, before.owner_id, before.waiting_since])
  const observer = await shop.agent("Amadou Diallo", "amadou@fleurs.example", "observer")
  assert.equal((await shop.ask(`/api/contradictions/${contradiction.id}/dismiss`, { body: {}, as: observer })).status, 403)
  assert.equal((await shop.ask(`/api/contradictions/${contradiction.id}/dismiss`, { body: {} })).status, 204)
  assert.deepEqual(await found(), [])
  assert.equal((await shop.caseOf(conversationId)).contradiction, null)
  const kinds = (await shop.ask(`/api/cases/${id}/timeline`)).body.items.filter(({ kind }: { kind: string }) => kind === "contradiction")
  assert.deepEqual(
    kinds.map(({ contradiction: c }: { contradiction: { dismissed: boolean } }) => c.dismissed),
    [true, false],
  )
})

test("the customer said that nothing came and waits; the carrier then tells that it was delivered: flagged", async () => {
  const shop = await flowerShop()
  const { tell, found } = await complaint(shop, "Le bouquet n’est jamais arrivé.")
  shop.clock.advance(HOUR)
  await tell("delivery", "delivered", shop.clock.now())
  assert.deepEqual(
    (await found()).map(({ code }: { code: string }) => code),
    ["not-received"],
  )
  await tell("delivery", "delivered", shop.clock.now())
  assert.ok((await found()).length <= 2)
})

test("answered since, and delivered after: no contradiction; refunded and delivered are not mixed up", async () => {
  const shop = await flowerShop()
  const { conversationId, tell, found } = await complaint(shop, "Le bouquet n’est jamais arrivé.")
  await shop.answer(conversationId, "Nous en envoyons un autre.")
  shop.clock.advance(DAY)
  await tell("delivery", "delivered", shop.clock.now())
  assert.deepEqual(await found(), [])
  await tell("payment", "refunded", shop.clock.now())
  await shop.reply(camille, conversationId, "Toujours pas remboursée !")
  assert.deepEqual(
    (await found()).map(({ code }: { code: string }) => code),
    ["not-refunded"],
  )
})

test("quoted words, automatic mails and what was told long ago flag nothing", async () => {
  const shop = await flowerShop()
  const { conversationId, tell, found } = await complaint(shop, "Quand vient mon bouquet ?")
  await tell("delivery", "delivered", new Date(shop.clock.now().getTime() - 90 * DAY), "FR-1")
  await shop.reply(camille, conversationId, "Je n’ai rien reçu.")
  assert.deepEqual(await found(), [])
  await tell("delivery", "delivered", new Date(shop.clock.now().getTime() - HOUR), "FR-2")
  const flagged = (await found()).length
  await shop.reply(camille, conversationId, "Je n’ai rien reçu.", { automatic: "vacation" })
  await shop.reply(camille, conversationId, "Merci.", { text: "Merci.\n> Je n’ai rien reçu", newText: "Merci." })
  assert.equal((await found()).length, flagged)
})
