import assert from "node:assert/strict"
import { test } from "node:test"
import type { PersonActor } from "#people"
import { newId, SECOND } from "#platform"
import { flowerShop } from "../../../test/support/flower-shop.ts"
import { type Doing, type Gathering, Presence } from "./presence.ts"

test("one line a colleague, with the gravest of what their windows do; whoever is silent has gone", async (t) => {
  t.mock.timers.enable({ apis: ["setInterval", "setTimeout"] })
  const shop = await flowerShop()
  const lea = await shop.agent("Léa Moreau", "lea@fleurs.example")
  const row = { id: newId(shop.clock.now()), inbox_ids: [shop.inbox.id] }
  const told: Gathering[] = []
  const presence = new Presence(shop.clock, (audience, now) => {
    assert.deepEqual(audience, { inboxes: [shop.inbox.id] })
    told.push(now)
  })
  const say = (who: PersonActor, window: string, turn: number, doing: Doing | null) => presence.note(who, row, { window, turn, doing })
  const here = () => presence.peopleIn(row.id).map(({ name, doing }) => `${name} ${doing}`)
  say(lea, "one", 1, "viewing")
  say(shop.ines, "one", 1, "viewing")
  say(lea, "two", 1, "replying")
  assert.deepEqual(here().sort(), ["Ines Okafor viewing", "Léa Moreau replying"])
  assert.equal(told.length, 3)
  say(lea, "two", 2, "replying")
  assert.equal(told.length, 3, "a heartbeat changes nothing and tells nobody")
  say(lea, "two", 4, null)
  say(lea, "two", 3, "replying")
  assert.deepEqual(
    here().sort(),
    ["Ines Okafor viewing", "Léa Moreau viewing"],
    "the other window is still there, and what was said before it left brings nobody back",
  )
  shop.clock.advance(30 * SECOND)
  say(lea, "one", 2, "viewing")
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
  const [first, second] = [presence.listens(lea, "one"), presence.listens(shop.ines, "one")]
  say(shop.ines, "one", 2, "viewing")
  first()
  second()
  const again = presence.listens(lea, "one")
  t.mock.timers.tick(5 * SECOND)
  assert.deepEqual(here(), ["Léa Moreau viewing"], "a line that is back in a moment was only broken; one that isn't was the window's")
  assert.deepEqual(
    told.at(-1)?.people.map(({ name }) => name),
    ["Léa Moreau"],
  )
  again()
  say(lea, "one", 3, null)
  assert.deepEqual([here(), presence.all(() => true)], [[], []])
  presence.close()
})
