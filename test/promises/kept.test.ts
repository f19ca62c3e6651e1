import assert from "node:assert/strict"
import { test } from "node:test"
import { atFailpoint, atRandom, INTAKE_FAILPOINTS, killWhileWriting } from "../torture/kept.ts"
import { withPlace } from "../torture/place.ts"

test("what was promised with 250 is there once, whole, after a kill between every two steps", async () => {
  await withPlace({}, async (place) => {
    const { wrong, promised } = await killWhileWriting(place, [...INTAKE_FAILPOINTS.map(atFailpoint), atRandom, atRandom], () => {})
    assert.deepEqual(wrong, [])
    assert.ok(promised >= 10, `${promised} promised`)
  })
})
