import assert from "node:assert/strict"
import { test } from "node:test"
import { withPlace } from "../torture/place.ts"
import { killWhileSending, SENDING_FAILPOINTS } from "../torture/sent-once.ts"

test("an answer is given to the relay at most once, and what can't be known is called uncertain", async () => {
  await withPlace({}, async (place) => {
    const { wrong, answers, sent, uncertain } = await killWhileSending(place, SENDING_FAILPOINTS, () => {})
    assert.deepEqual(wrong, [])
    assert.equal(answers, SENDING_FAILPOINTS.length + 1)
    assert.equal(sent + uncertain, answers)
    assert.ok(sent >= 1, "an answer that nothing disturbs is sent")
    assert.ok(uncertain >= 1, "a kill after the last byte can't be known")
  })
})
