import assert from "node:assert/strict"
import { test } from "node:test"
import { groundAt } from "../served.fixture.ts"
import { hear } from "../stages/hear.fixture.ts"
import { hackerNewsStage } from "../stages/looked-at.fixture.ts"

test("what an outage of some hours brings is heard whole: the index is asked on for what came before its thousand", async (t) => {
  const here = groundAt("2026-11-22T10:00:00Z")
  const stage = await hackerNewsStage(new Date("2026-11-22T09:00:00Z"))
  t.after(() => Promise.all([stage.close(), here.close()]))
  stage.say("Before the outage")
  const { cursor } = await hear(stage, here.ground, null, () => true)
  for (let n = 0; n < 2_500; n++) stage.say(`Missed ${n}`)
  const { texts, readings } = await hear(stage, here.ground, cursor, () => true)
  assert.equal(new Set(texts.filter((text) => text.startsWith("Missed"))).size, 2_500)
  assert.deepEqual(
    readings.map(({ from, more, through }) => [from, more, through < here.clock.now()]),
    [
      [null, true, true],
      [null, true, true],
      [null, false, false],
    ],
    "read to the end only with the last page",
  )
})
