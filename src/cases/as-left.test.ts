import assert from "node:assert/strict"
import { test } from "node:test"
import { camille, flowerShop } from "../../test/support/flower-shop.ts"

test("what a colleague has changed since isn't written over by taking an older change back, and it is said who has", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  const { id } = await shop.caseOf(conversationId)
  const person = `/api/contacts/${await shop.contactOf(conversationId)}`
  const lea = await shop.agent("Léa Moreau", "lea@fleurs.example")
  await shop.ask("/api/fields", { body: { key: "colour", name: "Colour", type: "text" } })
  const due = (day: number) => `2031-01-0${day}T09:00:00.000Z`
  const wishes = (...channels: string[]) => ({ channels, hours: [], timeZone: null })
  const patch = (path: string, method = "PATCH") => ({ path, method })
  const [case_, contact, wish] = [patch(`/api/cases/${id}`), patch(person), patch(`${person}/wishes`, "PUT")]
  for (const [to, ours, before, hers] of [
    [case_, { subject: " Lost " }, { subject: "A" }, { subject: "Found" }],
    [case_, { priority: "high" }, { priority: "normal" }, { priority: "urgent" }],
    [case_, { ownerId: shop.ines.id }, { ownerId: null }, { ownerId: lea.id }],
    [case_, { fields: { colour: "red" } }, { fields: { colour: null } }, { fields: { colour: "blue" } }],
    [case_, { deadlines: { resolution: due(1) } }, { deadlines: { resolution: "rules" } }, { deadlines: { resolution: due(2) } }],
    [contact, { name: "Camille R." }, { name: "Camille" }, { name: "Mme Rousseau" }],
    [wish, wishes("mail"), wishes("phone"), wishes("sms")],
  ] as const) {
    const ask = (body: object, as = shop.ines) => shop.ask(to.path, { method: to.method, body, as })
    const about = JSON.stringify(ours)
    assert.equal((await ask(ours)).status, 200, about)
    assert.equal((await ask({ ...before, left: ours })).status, 200, `${about}: nobody has touched it`)
    await ask(ours)
    shop.clock.advance(1000)
    const { body: now } = await ask(hers, lea)
    const refused = await ask({ ...before, left: ours })
    assert.equal(refused.status, 409, about)
    assert.equal(refused.body.detail, "Léa Moreau has changed this since. It stays as it is now.", about)
    const { body } = await shop.ask(to.path.replace("/wishes", ""))
    assert.deepEqual(body, { ...body, ...now }, `${about}: it is as she left it`)
  }
})

test("a case that somebody has moved on since keeps its status and its sleep", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  const { id } = await shop.caseOf(conversationId)
  const lea = await shop.agent("Léa Moreau", "lea@fleurs.example")
  const act = (path: string, body: object = {}, as = shop.ines) => shop.ask(`/api/cases/${id}/${path}`, { body, as })
  const leftBy = async (answer: ReturnType<typeof act>) => {
    const { status, snoozedUntil } = (await answer).body
    return { statusId: status.id, snoozedUntil }
  }
  const resolved = await leftBy(act("resolve"))
  assert.equal((await act("status", { category: "open", left: resolved })).status, 200)
  await act("resolve")
  await act("spam", {}, lea)
  const refused = await act("status", { category: "open", left: resolved })
  assert.equal(refused.body.detail, "Léa Moreau has changed this since. It stays as it is now.")
  await act("reopen")

  const [monday, friday] = ["2027-01-04T09:00:00.000Z", "2027-01-08T09:00:00.000Z"]
  const asleep = await leftBy(act("snooze", { until: monday }))
  await act("snooze", { until: friday }, lea)
  assert.equal((await act("status", { category: "open", left: asleep })).status, 409, "the same status, another moment")
  const woken = await leftBy(act("reopen", {}, lea))
  assert.equal((await act("snooze", { until: friday, again: true, left: asleep })).status, 409)
  const again = await act("snooze", { until: friday, again: true, left: woken })
  assert.deepEqual([again.status, again.body.snoozedUntil], [200, friday])
})
