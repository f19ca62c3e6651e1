import assert from "node:assert/strict"
import { test } from "node:test"
import { amadou, camille, flowerShop } from "../../../test/support/flower-shop.ts"
import type { Json } from "../../../test/support/house.ts"
import { HOUR } from "#platform"

test("what was shown is what is touched: not a newcomer, nor a case that was spoken in or changed since", async () => {
  const { ask, write, reply, caseOf, clock } = await flowerShop()
  const [calm, spoken, changed] = await Promise.all(["One", "Two", "Three"].map((subject) => write(camille, "Where is it?", { subject })))
  const action = { do: "resolve" }
  const { body: shown } = await ask("/api/cases/bulk/preview", { body: { selection: { list: { view: "unassigned" } }, action } })
  assert.equal(shown.touched, 3)
  clock.advance(HOUR)
  const newcomer = await write(amadou, "And mine?", { subject: "Four" })
  await reply(camille, spoken!.conversationId, "It is broken, too.")
  await ask(`/api/cases/${(await caseOf(changed!.conversationId)).id}`, { method: "PATCH", body: { priority: "urgent" } })
  const { body: done } = await ask("/api/cases/bulk", { body: { selection: { seen: shown.seen }, action } })
  assert.equal(done.changed, 1)
  assert.deepEqual(done.untouched.map(({ subject, why }: Json) => [subject, why]).sort(), [
    ["Three", "since"],
    ["Two", "since"],
  ])
  const categories = [calm, spoken, changed, newcomer].map(async (one) => (await caseOf(one!.conversationId)).category)
  assert.deepEqual(await Promise.all(categories), ["resolved", "new", "new", "new"])
})
