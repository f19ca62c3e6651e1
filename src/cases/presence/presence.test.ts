import assert from "node:assert/strict"
import { test } from "node:test"
import { newId, SECOND } from "#platform"
import { flowerShop } from "../../../test/support/flower-shop.ts"
import { type Gathering, Presence } from "./presence.ts"

test("one line a colleague, with the gravest of what their windows do; whoever is silent has gone", async (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] })
  const shop = await flowerShop()
  const lea = await shop.agent("Léa Moreau", "lea@fleurs.example")
  const row = { id: newId(shop.clock.now()), inbox_ids: [shop.inbox.id] }
  const told: Gathering[] = []
  const presence = new Presence(shop.clock, (audience, now) => {
    assert.deepEqual(audience, { inboxes: [shop.inbox.id] })
    told.push(now)
  })
  const here = () => presence.peopleIn(row.id).map(({ name, doing }) => `${name} ${doing}`)
  presence.note(lea, row, "one", "viewing")
  presence.note(shop.ines, row, "one", "viewing")
  presence.note(lea, row, "two", "replying")
  assert.deepEqual(here().sort(), ["Ines Okafor viewing", "Léa Moreau replying"])
  assert.equal(told.length, 3)
  presence.note(lea, row, "two", "replying")
  assert.equal(told.length, 3, "a heartbeat changes nothing and tells nobody")
  presence.note(lea, row, "two", null)
  assert.deepEqual(here().sort(), ["Ines Okafor viewing", "Léa Moreau viewing"], "the other window is still there")
  shop.clock.advance(30 * SECOND)
  presence.note(lea, row, "one", "viewing")
  shop.clock.advance(30 * SECOND)
  t.mock.timers.tick(5 * SECOND)
  assert.deepEqual(here(), ["Léa Moreau viewing"])
  assert.deepEqual(
    told.at(-1)?.people.map(({ name }) => name),
    ["Léa Moreau"],
  )
  assert.deepEqual(
    presence.all((inboxIds) => !inboxIds.includes(shop.inbox.id)),
    [],
  )
  presence.close()
})
