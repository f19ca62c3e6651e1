import assert from "node:assert/strict"
import { test } from "node:test"
import { MINUTE, SECOND } from "#platform"
import { MONDAY_MORNING } from "../../../test/support/database.ts"
import { openInside } from "../../../test/support/inside.ts"
import { type CameOfIt, replay } from "./replay.fixture.ts"
import { inventedWeek } from "./week.fixture.ts"

/** So often a source is asked that says nothing of it; and what a thousand times as fast makes of the five seconds between two looks. */
const LIVE = 15 * MINUTE
const FAST = 1000 * 5 * SECOND
/** A day to learn and one surge; VIGIE_REPLAY_DAYS=7 plays the whole week, for several minutes. */
const DAYS = Number(process.env["VIGIE_REPLAY_DAYS"] ?? 1.25)

const said = inventedWeek(new Date(MONDAY_MORNING), DAYS, 6)
const open = () => openInside({ env: { VIGIE_ALLOW_PRIVATE: "localhost" } })
const played: Record<"live" | "fast", CameOfIt> = {
  live: await replay(await open(), said, LIVE),
  fast: await replay(await open(), said, FAST),
}

test("a week replayed at a thousand times its pace leads to the same mentions, stories and alarms", () => {
  const { live, fast } = played
  assert.deepEqual(fast.mentions, live.mentions)
  assert.deepEqual(fast.stories.toSorted(), live.stories.toSorted())
  assert.ok(live.alarms.length >= 1, "the week has a surge")
  assert.deepEqual(
    fast.alarms.map(({ watch }) => watch),
    live.alarms.map(({ watch }) => watch),
  )
  for (const [n, { since }] of live.alarms.entries())
    assert.ok(Math.abs(Date.parse(fast.alarms[n]!.since) - Date.parse(since)) <= LIVE, `${since} and ${fast.alarms[n]!.since}`)
})
