import assert from "node:assert/strict"
import { test } from "node:test"
import { addTeam, type PersonActor } from "#people"
import { camille, flowerShop } from "../../../test/support/flower-shop.ts"

const text = { name: "Sorry", textEn: "{{contact.salutation}}\n\nWe are sorry.", textFr: "{{contact.salutation}}\n\nNous regrettons." }

test("a template is one's own, a team's or everybody's, and each is offered to those alone", async () => {
  const shop = await flowerShop()
  const teamId = await shop.db.transact((tx) => addTeam(shop.ines, tx, { name: "Care" }))
  const lea: PersonActor = { ...(await shop.agent("Léa Moreau", "lea@fleurs.example")), teams: [teamId] }
  const amadou = await shop.agent("Amadou Diallo", "amadou@fleurs.example")
  const observer = await shop.agent("Nora Lind", "nora@fleurs.example", "observer")
  const add = (as: PersonActor, more: object) => shop.ask("/api/templates", { as, body: { ...text, ...more } })
  const names = async (as: PersonActor) => (await shop.ask("/api/templates", { as })).body.items.map(({ name }: { name: string }) => name)

  const own = await add(lea, { name: "Léa's", reach: "personal" })
  assert.equal(own.status, 201, JSON.stringify(own.body))
  assert.equal((await add(lea, { name: "Care's", reach: "team", teamId })).status, 201)
  assert.equal((await add(lea, { reach: "everybody" })).body.key, "cases.template.leadsOnly")
  assert.equal((await add(amadou, { reach: "team", teamId })).body.fields[0].key, "cases.template.otherTeam")
  assert.equal((await add(observer, { reach: "personal" })).status, 403)
  assert.equal((await add(shop.ines, { name: "All's", reach: "everybody" })).status, 201)
  assert.equal((await add(lea, { reach: "personal", textEn: " ", textFr: "" })).body.fields[0].key, "cases.template.empty")

  assert.deepEqual(await names(lea), ["All's", "Care's", "Léa's"])
  assert.deepEqual(await names(amadou), ["All's"])
  assert.deepEqual(await names(shop.ines), ["All's", "Care's"], "a lead sees every team's, nobody's own")
  const path = `/api/templates/${own.body.id}`
  assert.equal((await shop.ask(path, { as: shop.ines, method: "PATCH", body: { name: "Mine" } })).status, 404)
  assert.equal((await shop.ask(path, { as: lea, method: "PATCH", body: { name: "Mine" } })).body.name, "Mine")
  assert.equal((await shop.ask(`${path}/used`, { as: lea, body: {} })).status, 204)
  assert.equal((await shop.ask(path, { as: lea, method: "DELETE" })).status, 204)
  assert.deepEqual(await names(lea), ["All's", "Care's"])
  const back = await shop.ask(`${path}/restore`, { as: lea, body: {} })
  assert.deepEqual([back.body.name, back.body.used], ["Mine", 1], "what was taken away comes back whole")
})

test("pages of templates add up", async () => {
  const shop = await flowerShop()
  for (const name of ["a", "B", "b", "C"]) await shop.ask("/api/templates", { body: { ...text, name, reach: "personal" } })
  const seen: string[] = []
  for (let cursor: string | null = ""; cursor !== null;) {
    const { body } = await shop.ask(`/api/templates?limit=2${cursor ? `&cursor=${cursor}` : ""}`)
    seen.push(...body.items.map(({ name }: { name: string }) => name))
    cursor = body.next
  }
  assert.deepEqual(
    seen.map((name) => name.toLowerCase()),
    ["a", "b", "b", "c"],
  )
})

test("fields say what is known of a case, in both languages; what isn't known is a gap, and nobody is made a Madame", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  const { id, number } = await shop.caseOf(conversationId)
  const contactId = await shop.contactOf(conversationId)
  const fields = async () => (await shop.ask(`/api/cases/${id}/template-fields`)).body
  const first = await fields()
  assert.equal(first.language, "fr", "the inbox's")
  assert.deepEqual([first.fr["contact.salutation"], first.en["contact.salutation"]], ["Bonjour,", "Hello,"])
  assert.equal(first.fr["contact.name"], "Camille Rousseau")
  assert.equal(first.fr["case.number"], String(number))
  assert.equal(first.fr["agent.name"], "Ines Okafor")
  assert.equal(first.fr["order.reference"], null)
  await shop.ask(`/api/contacts/${contactId}/facts`, {
    body: { kind: "order", state: "placed", source: "shop", reference: "A-7", occurredAt: "2026-11-01T19:00:00Z" },
  })
  await shop.ask(`/api/contacts/${contactId}`, { method: "PATCH", body: { salutation: "Madame Rousseau" } })
  const known = await fields()
  assert.equal(known.fr["order.reference"], "A-7")
  assert.match(known.fr["order.date"], /dimanche 1 novembre/)
  assert.match(known.en["order.date"], /Sunday 1 November/)
  assert.equal(known.fr["contact.salutation"], "Bonjour Madame Rousseau,")
  const stranger = { ...shop.ines, inboxes: [] }
  assert.equal((await shop.ask(`/api/cases/${id}/template-fields`, { as: stranger })).status, 404)
})

test("an answer with a gap in it doesn't leave", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  const send = (words: string) => shop.ask(`/api/conversations/${conversationId}/replies`, { body: { text: words } })
  const refused = await send("Your order ⟦order number⟧ is on its way.")
  assert.deepEqual([refused.status, refused.body.key], [422, "conversations.reply.gap"])
  assert.equal((await send("Your order A-7 is on its way; [[brackets]] and {{braces}} are yours to write.")).status, 202)
})
