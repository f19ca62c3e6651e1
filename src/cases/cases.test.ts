import assert from "node:assert/strict"
import { test } from "node:test"
import { camille, flowerShop, type FlowerShop } from "../../test/support/flower-shop.ts"

async function oneCase(shop: FlowerShop) {
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  const { id, number } = await shop.caseOf(conversationId)
  const patch = (body: object, as = shop.ines) => shop.ask(`/api/cases/${id}`, { method: "PATCH", body, as })
  return { id, number, conversationId, patch }
}

const keys = (body: { fields?: { path: string; key: string }[] }) => body.fields?.map(({ path, key }) => [path, key])

test("who sees none of its inboxes doesn't know of a case; an observer reads it and changes nothing", async () => {
  const shop = await flowerShop()
  const { id, number } = await oneCase(shop)
  const elsewhere = { ...shop.ines, inboxes: [crypto.randomUUID()] }
  const observer = { ...shop.ines, role: "observer" as const }
  for (const path of [`/api/cases/${id}`, `/api/cases/${number}`, `/api/cases/${id}/timeline`, `/api/cases/${id}/suggestions`]) {
    assert.equal((await shop.ask(path, { as: elsewhere })).status, 404, path)
    assert.equal((await shop.ask(path, { as: observer })).status, 200, path)
  }
  const until = "2027-01-01T09:00:00Z"
  for (const [path, body] of [
    ["status", { category: "open" }],
    ["snooze", { until }],
    ["resolve", {}],
    ["reopen", {}],
    ["spam", {}],
    ["follow", {}],
    ["unfollow", {}],
    ["promises", { text: "Demain", dueAt: until }],
    ["decisions", { text: "Un bon" }],
    ["links", { caseId: id, kind: "related" }],
    ["merge", { into: id }],
  ] as const) {
    assert.equal((await shop.ask(`/api/cases/${id}/${path}`, { body, as: elsewhere })).status, path === "merge" ? 404 : 404, path)
    if (path !== "merge") assert.equal((await shop.ask(`/api/cases/${id}/${path}`, { body, as: observer })).status, 403, path)
  }
  for (const strange of ["0", "99999", "abc", "1e3", "00000000-0000-7000-8000-00000000beef"])
    assert.equal((await shop.ask(`/api/cases/${strange}`)).status, 404, strange)
})

test("given to a colleague and a team; not to somebody who can't work on it", async () => {
  const shop = await flowerShop()
  const { id, patch } = await oneCase(shop)
  const amadou = await shop.agent("Amadou Diallo", "amadou@fleurs.example")
  const observer = await shop.agent("Lina Haddad", "lina@fleurs.example", "observer")
  const given = await patch({ ownerId: amadou.id })
  assert.deepEqual(given.body.owner, { id: amadou.id, name: "Amadou Diallo" })
  assert.deepEqual(keys((await patch({ ownerId: observer.id })).body), [["ownerId", "cases.owner.observer"]])
  assert.deepEqual(keys((await patch({ ownerId: id })).body), [["ownerId", "cases.owner.unknown"]])
  assert.deepEqual(keys((await patch({ teamId: id })).body), [["teamId", "cases.team.unknown"]])
  await shop.db.pool.query("insert into agent_disablings (agent_id, by_actor, at) values ($1, 'test', now())", [amadou.id])
  await patch({ ownerId: null })
  assert.deepEqual(keys((await patch({ ownerId: amadou.id })).body), [["ownerId", "cases.owner.disabled"]])
  await shop.db.pool.query("delete from agent_disablings")
  await shop.db.pool.query("update agents set every_inbox = false where id = $1", [amadou.id])
  assert.deepEqual(keys((await patch({ ownerId: amadou.id })).body), [["ownerId", "cases.owner.cannotSee"]])
  assert.equal((await shop.db.pool.query("select from assignments where case_id = $1", [id])).rowCount, 2)
})

test("fields of one's own are checked by their type, all problems at once, and nothing is half written", async () => {
  const shop = await flowerShop()
  const { patch } = await oneCase(shop)
  for (const field of [
    { key: "order_number", name: "Commande", type: "text" },
    { key: "amount", name: "Montant", type: "number" },
    { key: "wanted_on", name: "Pour le", type: "date" },
    { key: "gift", name: "Cadeau", type: "boolean" },
    { key: "flower", name: "Fleur", type: "choice", choices: ["rose", "pivoine"] },
  ])
    assert.equal((await shop.ask("/api/fields", { body: field })).status, 201)
  const right = { order_number: "A-7", amount: 42.5, wanted_on: "2026-11-02", gift: true, flower: "rose" }
  assert.deepEqual((await patch({ fields: right })).body.fields, right)
  const wrong = await patch({
    subject: "Autre",
    fields: { order_number: 7, amount: "42", wanted_on: "2026-02-30", gift: "oui", flower: "tulipe", nope: 1 },
  })
  assert.equal(wrong.status, 422)
  assert.deepEqual(keys(wrong.body), [
    ["fields.order_number", "cases.field.text"],
    ["fields.amount", "cases.field.number"],
    ["fields.wanted_on", "cases.field.date"],
    ["fields.gift", "cases.field.boolean"],
    ["fields.flower", "field.oneOf"],
    ["fields.nope", "cases.field.unknown"],
  ])
  const { body } = await patch({ fields: { gift: null } })
  assert.equal(body.subject, "Mon bouquet")
  assert.deepEqual(body.fields, { order_number: "A-7", amount: 42.5, wanted_on: "2026-11-02", flower: "rose" })
  assert.deepEqual(keys((await shop.ask("/api/fields", { body: { key: "flower", name: "Encore", type: "text" } })).body), [
    ["key", "cases.field.keyTaken"],
  ])
  assert.deepEqual(keys((await shop.ask("/api/fields", { body: { key: "Flower!", name: "Encore", type: "text" } })).body), [
    ["key", "cases.field.key"],
  ])
})

test("tags are small letters, each once, and remembered by name", async () => {
  const shop = await flowerShop()
  const { patch } = await oneCase(shop)
  assert.deepEqual((await patch({ tags: ["  Retard ", "fleurs", "retard", "Fête  des mères"] })).body.tags, [
    "retard",
    "fleurs",
    "fête des mères",
  ])
  assert.deepEqual(keys((await patch({ tags: ["", "a,b"] })).body), [
    ["tags.0", "cases.tag.empty"],
    ["tags.1", "cases.tag.letters"],
  ])
  const first = (await shop.ask("/api/tags?limit=2")).body
  const rest = (await shop.ask(`/api/tags?limit=2&cursor=${first.next}`)).body
  assert.deepEqual([...first.items, ...rest.items].map(({ name }: { name: string }) => name).toSorted(), [
    "fleurs",
    "fête des mères",
    "retard",
  ])
  assert.equal(rest.next, null)
  const like = async (typed: string) =>
    (await shop.ask(`/api/tags?q=${encodeURIComponent(typed)}`)).body.items.map(({ name }: { name: string }) => name)
  assert.deepEqual(await Promise.all(["f", "Mè", "%"].map(like)), [["fleurs", "fête des mères"], ["fête des mères"], []])
})

test("a tag that is added or taken off leaves alone what others did to the rest", async () => {
  const shop = await flowerShop()
  const { patch } = await oneCase(shop)
  await patch({ tags: ["fleurs", "retard", "perdu"] })
  const both = [{ remove: ["fleurs"] }, { remove: ["Perdu"], add: [" Urgent ", "retard"] }].map((tags) => patch({ tags }))
  for (const { status, body } of await Promise.all(both)) assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual((await patch({})).body.tags.toSorted(), ["retard", "urgent"])
  assert.deepEqual(keys((await patch({ tags: { add: ["a,b"] } })).body), [["tags.0", "cases.tag.letters"]])
})

test("a status of one's own means what its category means, and is called as one likes in each language", async () => {
  const shop = await flowerShop()
  const { id } = await oneCase(shop)
  const made = await shop.ask("/api/statuses", {
    body: { category: "waiting", nameEn: "Waiting for the florist", nameFr: "Chez le fleuriste" },
  })
  assert.equal(made.status, 201)
  const put = await shop.ask(`/api/cases/${id}/status`, { body: { statusId: made.body.id } })
  assert.deepEqual(put.body.status, { id: made.body.id, category: "waiting", name: "Waiting for the florist" })
  assert.equal(put.body.deadlines.paused, true)
  await shop.ask(`/api/statuses/${made.body.id}`, { method: "PATCH", body: { nameFr: "Chez l’artisan" } })
  assert.equal((await shop.ask(`/api/cases/${id}`, { as: { ...shop.ines, language: "fr" } })).body.status.name, "Chez l’artisan")
  const snoozed = await shop.ask(`/api/cases/${id}/status`, { body: { statusId: "00000000-0000-7000-8000-000000000004" } })
  assert.deepEqual(keys(snoozed.body), [["statusId", "cases.status.snoozed"]])
  await shop.ask(`/api/statuses/${made.body.id}`, { method: "PATCH", body: { standard: true } })
  assert.equal((await shop.ask(`/api/cases/${id}/reopen`, { body: {} })).body.status.category, "open")
  assert.equal((await shop.ask(`/api/cases/${id}/status`, { body: { category: "waiting" } })).body.status.id, made.body.id)
  const agent = await shop.agent("Amadou Diallo", "amadou@fleurs.example")
  assert.equal((await shop.ask("/api/statuses", { body: { category: "open", nameEn: "A", nameFr: "B" }, as: agent })).status, 403)
})

test("cases are tied and untied; the same tie twice is one, and to itself none", async () => {
  const shop = await flowerShop()
  const { id, number } = await oneCase(shop)
  const other = await oneCase(shop)
  const tie = () => shop.ask(`/api/cases/${id}/links`, { body: { caseId: String(other.number), kind: "cause" } })
  const [first, again] = [await tie(), await tie()]
  assert.equal(first.body.id, again.body.id)
  const seen = (await shop.ask(`/api/cases/${other.id}`)).body.links
  assert.deepEqual(seen, [{ id: first.body.id, kind: "cause", direction: "from", case: { id, number, subject: "Mon bouquet" } }])
  assert.deepEqual(keys((await shop.ask(`/api/cases/${id}/links`, { body: { caseId: id, kind: "related" } })).body), [
    ["caseId", "cases.link.itself"],
  ])
  assert.equal((await shop.ask(`/api/links/${first.body.id}`, { method: "DELETE" })).status, 204)
  assert.deepEqual((await shop.ask(`/api/cases/${id}`)).body.links, [])
  assert.equal((await shop.ask(`/api/links/${first.body.id}`, { method: "DELETE" })).status, 404)
})

test("followed and no longer; a token follows nothing", async () => {
  const shop = await flowerShop()
  const { id } = await oneCase(shop)
  assert.deepEqual((await shop.ask(`/api/cases/${id}/follow`, { body: {} })).body.followers, [shop.ines.id])
  assert.deepEqual((await shop.ask(`/api/cases/${id}/follow`, { body: {} })).body.followers, [shop.ines.id])
  assert.deepEqual((await shop.ask(`/api/cases/${id}/unfollow`, { body: {} })).body.followers, [])
  const token = { ...shop.ines, kind: "token" as const, ref: "token:1" }
  assert.equal((await shop.ask(`/api/cases/${id}/follow`, { body: {}, as: token })).status, 403)
})

test("every change is a fact, with ids and codes and no words", async () => {
  const shop = await flowerShop()
  const { id, patch } = await oneCase(shop)
  await patch({ ownerId: shop.ines.id, tags: ["retard"], priority: "high" })
  await shop.ask(`/api/cases/${id}/decisions`, { body: { text: "Un bon de dix euros" } })
  await shop.ask(`/api/cases/${id}/promises`, { body: { text: "Le bouquet sera là", dueAt: "2026-12-01T12:00:00Z" } })
  await shop.ask(`/api/cases/${id}/resolve`, { body: {} })
  const { rows } = await shop.db.pool.query<{ body: string }>("select body from facts order by seq")
  const facts = rows.map(({ body }) => JSON.parse(body))
  const ours = facts.filter(({ about }) => about.case === id)
  assert.deepEqual(
    ours.map(({ kind }) => kind),
    ["case.opened", "case.assigned", "case.changed", "case.decided", "case.promise-made", "case.status-changed"],
  )
  assert.ok(ours.every(({ audience }) => audience.inboxes[0] === shop.inbox.id))
  assert.doesNotMatch(JSON.stringify(ours), /bon de dix|sera là|bouquet|rousseau|retard/i)
})
