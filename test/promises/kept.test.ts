import assert from "node:assert/strict"
import { test } from "node:test"
import { atFailpoint, atRandom, databaseKilled, INTAKE_FAILPOINTS, killWhileWriting } from "../torture/kept.ts"
import { databaseDown, diskFull, lacksMount } from "../torture/outages.ts"
import { withPlace } from "../torture/place.ts"

test("what was promised with 250 is there once, whole, after a kill between every two steps", async () => {
  await withPlace({}, async (place) => {
    const { wrong, promised } = await killWhileWriting(place, [...INTAKE_FAILPOINTS.map(atFailpoint), atRandom, databaseKilled], () => {})
    assert.deepEqual(wrong, [])
    assert.ok(promised >= 10, `${promised} promised`)
  })
})

test("while the database is down mail is accepted, and filed when it is back", async () => {
  const { wrong, promised } = await databaseDown(1)
  assert.deepEqual(wrong, [])
  assert.ok(promised >= 20, `${promised} promised`)
})

test("on a full disk customers are asked to come later, and nothing promised is lost", { skip: lacksMount() }, async () => {
  const { wrong } = await diskFull(1, 0)
  assert.deepEqual(wrong, [])
})
