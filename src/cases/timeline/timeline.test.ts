import assert from "node:assert/strict"
import { test } from "node:test"
import { HOUR, MINUTE } from "#platform"
import { amadou, camille, flowerShop } from "../../../test/support/flower-shop.ts"

interface Item {
  id: string
  kind: string
  at: string
  actor: { ref: string; name: string | null } | null
}

test("one list of all that was said, told, promised, decided and done, the latest first", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  const { id } = await shop.caseOf(conversationId)
  const contactId = await shop.contactOf(conversationId)
  const step = async (path: string, body: object = {}) => {
    shop.clock.advance(MINUTE)
    const { status, body: answer } = await shop.ask(path, { body })
    assert.ok(status < 300, `${path}: ${JSON.stringify(answer)}`)
    return answer
  }
  await step(`/api/contacts/${contactId}/facts`, {
    kind: "order",
    state: "placed",
    source: "shop",
    reference: "A-7",
    occurredAt: "2026-11-01T19:00:00Z",
  })
  shop.clock.advance(MINUTE)
  await shop.ask(`/api/cases/${id}`, { method: "PATCH", body: { ownerId: shop.ines.id } })
  await step(`/api/conversations/${conversationId}/notes`, { text: "J’appelle le livreur.", mentions: [shop.ines.id] })
  const promise = await step(`/api/cases/${id}/promises`, { text: "Ce soir", dueAt: "2026-11-02T18:00:00Z" })
  await step(`/api/promises/${promise.id}/keep`)
  await step(`/api/cases/${id}/decisions`, { text: "Un bon de 10 € si rien n’arrive." })
  const other = await shop.caseOf((await shop.write(amadou, "Bonjour")).conversationId)
  await step(`/api/cases/${id}/links`, { caseId: String(other.number), kind: "related" })
  shop.clock.advance(MINUTE)
  await shop.answer(conversationId, "Il arrive.")
  const { body } = await shop.ask(`/api/cases/${id}/timeline`)
  const items: Item[] = body.items
  const kinds = items.map(({ kind }) => kind)
  assert.deepEqual(
    kinds.filter((kind) => kind !== "status"),
    ["message", "link", "decision", "promise", "promise", "note", "assignment", "message", "fact"],
  )
  assert.equal(kinds.filter((kind) => kind === "status").length, 3, "opened, at work, waiting for the customer")
  assert.deepEqual(
    items.map(({ at }) => at),
    items
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  )
  assert.deepEqual(items.find(({ kind }) => kind === "decision")?.actor, { ref: shop.ines.ref, name: "Ines Okafor" })
  assert.ok((await shop.ask(`/api/cases/${id}`)).body.followers.includes(shop.ines.id), "named in a note, she follows")
})

test("pages add up to the whole, without gap or repeat, also where moments are equal", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "0")
  const { id } = await shop.caseOf(conversationId)
  for (let n = 1; n <= 12; n++) {
    if (n % 4 === 0) shop.clock.advance(HOUR)
    await shop.reply(camille, conversationId, String(n))
    if (n % 3 === 0) await shop.ask(`/api/cases/${id}/decisions`, { body: { text: `D${n}` } })
  }
  const whole: Item[] = (await shop.ask(`/api/cases/${id}/timeline?limit=200`)).body.items
  assert.equal(whole.length, 13 + 4 + 1)
  for (const limit of [1, 2, 3, 5]) {
    const paged: Item[] = []
    for (let cursor: string | null = ""; cursor !== null;) {
      const { body } = await shop.ask(`/api/cases/${id}/timeline?limit=${limit}${cursor ? `&cursor=${cursor}` : ""}`)
      paged.push(...body.items)
      cursor = body.next
    }
    assert.deepEqual(
      paged.map((item) => item.id),
      whole.map((item) => item.id),
      `pages of ${limit}`,
    )
  }
})

test("a cursor that isn't ours is refused", async () => {
  const shop = await flowerShop()
  const { id } = await shop.caseOf((await shop.write(camille, "Bonjour")).conversationId)
  for (const place of [
    ["never", "", 0],
    ["2026-11-02T08:00:00Z", "1", -1],
    ["2026-11-02T08:00:00Z", "1"],
  ]) {
    const cursor = Buffer.from(JSON.stringify(place)).toString("base64url")
    assert.equal((await shop.ask(`/api/cases/${id}/timeline?cursor=${cursor}`)).body.key, "request.cursor")
  }
})

test("who sees one inbox of a merged case sees what was said there, and no more", async () => {
  const shop = await flowerShop()
  const press = await shop.ask("/api/inboxes", {
    body: { name: "Presse", address: "presse@fleurs.example" },
    as: { ...shop.ines, role: "admin" },
  })
  assert.ok(press.status < 300, JSON.stringify(press.body))
  const one = await shop.write(camille, "Où est mon bouquet ?")
  const two = await shop.write(camille, "J’écris à la presse.", { inboxIds: [press.body.id] })
  const [a, b] = [await shop.caseOf(one.conversationId), await shop.caseOf(two.conversationId)]
  await shop.ask(`/api/cases/${b.id}/merge`, { body: { into: a.id } })
  const seesCare = { ...shop.ines, inboxes: [shop.inbox.id] }
  const said = async (as: typeof shop.ines) =>
    (await shop.ask(`/api/cases/${a.id}/timeline`, { as })).body.items.flatMap(
      (item: Item & { message?: { text: string } }) => item.message?.text ?? [],
    )
  assert.deepEqual(await said(seesCare), ["Où est mon bouquet ?"])
  assert.equal((await said(shop.ines)).length, 2)
  const split = await shop.ask(`/api/cases/${a.id}/split`, { body: { conversationId: two.conversationId }, as: seesCare })
  assert.equal(split.body.fields[0].key, "cases.split.elsewhere")
  assert.equal((await shop.ask(`/api/cases/${a.id}/timeline`, { as: { ...shop.ines, inboxes: [] } })).status, 404)
})
