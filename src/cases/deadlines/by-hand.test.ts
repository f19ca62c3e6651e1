import assert from "node:assert/strict"
import { test } from "node:test"
import { DAY, HOUR } from "#platform"
import { camille, flowerShop } from "../../../test/support/flower-shop.ts"
import { recalculate } from "../jobs.ts"

const EVERY_DAY = { days: [1, 2, 3, 4, 5, 6, 7], from: "09:00", to: "18:00" }

test("a deadline is moved or taken away on one case, stays so when rules change, and is given back to them", async () => {
  const shop = await flowerShop("2026-11-10T10:00:00Z")
  const calendar = await shop.ask("/api/calendars", {
    body: { name: "Shop", timeZone: "Europe/Paris", spans: [EVERY_DAY], standard: true },
  })
  const rule = await shop.ask("/api/deadline-rules", {
    body: { calendarId: calendar.body.id, firstAnswer: 120, nextAnswer: 60, resolution: 900 },
  })
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  const later = (await shop.write(camille, "Et mes roses ?")).conversationId
  const { id, number } = await shop.caseOf(conversationId)
  const patch = (deadlines: object, as = shop.ines) => shop.ask(`/api/cases/${id}`, { method: "PATCH", body: { deadlines }, as })
  const deadlines = async () => (await shop.ask(`/api/cases/${id}`)).body.deadlines
  const byRules = (await deadlines()).firstAnswer

  const friday = "2026-11-13T16:00:00.000Z"
  const moved = await patch({ firstAnswer: "2026-11-13T17:00:00+01:00", resolution: null })
  assert.equal(moved.status, 200, JSON.stringify(moved.body))
  assert.deepEqual(moved.body.deadlines, {
    firstAnswer: friday,
    nextAnswer: null,
    resolution: null,
    paused: false,
    next: friday,
    running: ["firstAnswer", "resolution"],
    byHand: ["firstAnswer", "resolution"],
  })
  const inOrder = (await shop.ask("/api/cases?view=all&sort=deadline")).body.items.map((one: { number: number }) => one.number)
  assert.deepEqual(inOrder, [(await shop.caseOf(later)).number, number], "what was moved away is no longer the first")

  await shop.ask(`/api/deadline-rules/${rule.body.id}`, { method: "PATCH", body: { firstAnswer: 30 } })
  await recalculate(shop.db)
  await shop.ask(`/api/cases/${id}`, { method: "PATCH", body: { priority: "urgent" } })
  assert.equal((await deadlines()).firstAnswer, friday, "a person’s moment stands before the rules")
  await shop.ask(`/api/cases/${id}/status`, { body: { category: "waiting" } })
  assert.equal((await deadlines()).next, friday, "and while we wait for the customer")
  await shop.ask(`/api/cases/${id}/status`, { body: { category: "open" } })

  const past = await patch({ firstAnswer: "2026-11-09T10:00:00Z" })
  assert.deepEqual([past.status, past.body.fields[0].path, past.body.fields[0].key], [422, "deadlines.firstAnswer", "cases.deadline.past"])
  const notYet = await patch({ nextAnswer: friday })
  assert.deepEqual([notYet.status, notYet.body.fields[0].key], [422, "cases.deadline.still.nextAnswer"])
  assert.equal((await patch({ firstAnswer: "soon" })).status, 422)
  const observer = await shop.agent("Olga", "olga@fleurs.example", "observer")
  assert.equal((await patch({ firstAnswer: null }, observer)).status, 403)

  const back = await patch({ firstAnswer: "rules", resolution: "rules" })
  assert.notEqual(back.body.deadlines.firstAnswer, byRules, "the rules as they are now")
  assert.deepEqual(back.body.deadlines.byHand, [])
  assert.notEqual(back.body.deadlines.resolution, null)

  const told = (await shop.ask(`/api/cases/${id}/timeline`)).body.items
    .filter(({ kind }: { kind: string }) => kind === "deadline")
    .map(({ actor, deadline }: { actor: { name: string }; deadline: { deadline: string; what: string; dueAt: string | null } }) => [
      actor.name,
      deadline.deadline,
      deadline.what,
      deadline.dueAt,
    ])
    .toSorted()
  assert.deepEqual(told, [
    ["Ines Okafor", "firstAnswer", "moved", friday],
    ["Ines Okafor", "firstAnswer", "rules", null],
    ["Ines Okafor", "resolution", "rules", null],
    ["Ines Okafor", "resolution", "taken", null],
  ])
})

test("the next answer moved by hand is for who waits now; a missed moment comes back when its change is undone", async () => {
  const shop = await flowerShop("2026-11-10T10:00:00Z")
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  const { id } = await shop.caseOf(conversationId)
  await shop.answer(conversationId, "Nous cherchons.")
  shop.clock.advance(HOUR)
  await shop.reply(camille, conversationId, "Alors ?")
  const patch = async (deadlines: object) => {
    const { status, body } = await shop.ask(`/api/cases/${id}`, { method: "PATCH", body: { deadlines } })
    assert.equal(status, 200, JSON.stringify(body))
    return body.deadlines
  }
  const soon = new Date(shop.clock.now().getTime() + HOUR).toISOString()
  assert.equal((await patch({ nextAnswer: soon })).next, soon, "also where no rule says anything")
  shop.clock.advance(2 * HOUR)
  const tomorrow = new Date(shop.clock.now().getTime() + DAY).toISOString()
  await patch({ nextAnswer: tomorrow })
  assert.equal((await patch({ nextAnswer: soon })).next, soon, "it stood there before: that is an undo")
  await shop.answer(conversationId, "Il arrive.")
  assert.equal((await shop.caseOf(conversationId)).next_due, null)
  shop.clock.advance(HOUR)
  await shop.reply(camille, conversationId, "Il n’est pas là.")
  const { deadlines } = (await shop.ask(`/api/cases/${id}`)).body
  assert.deepEqual([deadlines.nextAnswer, deadlines.byHand], [null, []])
})
