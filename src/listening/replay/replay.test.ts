import assert from "node:assert/strict"
import { test } from "node:test"
import { sql } from "kysely"
import { type Database, MINUTE, type MovableClock, SECOND } from "#platform"
import { MONDAY_MORNING } from "../../../test/support/database.ts"
import { type Json, until } from "../../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../../test/support/inside.ts"
import { Places } from "./places.fixture.ts"
import { inventedWeek, type SaidThen } from "./week.fixture.ts"

/** So often a source is asked that says nothing of it; and what a thousand times as fast makes of the five seconds between two looks. */
const LIVE = 15 * MINUTE
const FAST = 1000 * 5 * SECOND
/** A day to learn and one surge; VIGIE_TEST_REPLAY_DAYS=7 plays the whole week, for several minutes. */
const DAYS = Number(process.env["VIGIE_TEST_REPLAY_DAYS"] ?? 1.25)

const said = inventedWeek(new Date(MONDAY_MORNING), DAYS, 6)
const play = async (step: number) => replay(await openInside({ env: { VIGIE_ALLOW_PRIVATE: "localhost" } }), said, step)

test("a week replayed at a thousand times its pace leads to the same mentions, stories and alarms", async (t) => {
  const [live, fast] = await Promise.all([play(LIVE), play(FAST)])
  t.diagnostic(`${DAYS} days, ${said.length} times something was said: ${live.took} s as live, ${fast.took} s at a thousand times its pace`)
  assert.deepEqual(fast.mentions, live.mentions)
  assert.deepEqual(fast.stories.toSorted(), live.stories.toSorted())
  assert.ok(live.alarms.length >= 1, "the week has a surge")
  assert.deepEqual(
    fast.alarms.map(({ watch }) => watch),
    live.alarms.map(({ watch }) => watch),
  )
  for (const [n, { since, calledAt, people, complete }] of live.alarms.entries()) {
    const other = fast.alarms[n]!
    assert.ok(Math.abs(Date.parse(other.since) - Date.parse(since)) <= LIVE, `${since} and ${other.since}`)
    assert.ok(Math.abs(Date.parse(other.calledAt) - Date.parse(calledAt)) <= LIVE + FAST, `${calledAt} and ${other.calledAt}`)
    // Called a look later, a few more may have spoken.
    assert.ok(Math.abs(other.people - people) <= Math.max(2, people / 4), `${people} and ${other.people} people`)
    assert.equal(other.complete, complete)
  }
})

/** What came of a week: mentions, the stories they are in, and what surged. */
interface CameOfIt {
  /** Seconds. */
  took: number
  mentions: string[]
  /** Each a list of mentions that are one story. */
  stories: string[]
  alarms: { watch: string; since: string; calledAt: string; people: number; complete: boolean }[]
}

/** Plays what was said through the real sources of a house, `step` milliseconds of its clock at a time, and tells what came of it. */
async function replay(inside: InsideHouse, said: readonly SaidThen[], step: number): Promise<CameOfIt> {
  const { house, clock, db } = inside
  const places = await new Places(said, clock).open()
  try {
    const token = await inside.token("lead")
    const must = async (path: string, body?: unknown): Promise<Json> => {
      const answer = await inside.api(path, { token, ...(body === undefined ? {} : { body }) })
      if (answer.status >= 300) throw new Error(`${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body
    }
    await must("/api/watches", { name: "Colibrix", query: "colibrix" })
    await must("/api/watches", { name: "Résiliations", query: "colibrix AND (résilie OR hausse OR augmente)" })
    for (const source of places.sources) await must("/api/sources", source)
    const began = performance.now()
    const end = said.at(-1)!.at.getTime() + 2 * step
    while (clock.now().getTime() < end) {
      clock.set(new Date(clock.now().getTime() + step))
      await heardNow(inside, places, clock)
      await house.settle()
    }
    const took = Math.round((performance.now() - began) / 1000)
    return { took, ...(await cameOfIt(db, must)) }
  } finally {
    await places.close()
  }
}

/** Who follows a stream hears what was said until now. */
async function heardNow({ db }: InsideHouse, places: Places, clock: MovableClock): Promise<void> {
  await until("somebody who follows", () => Promise.resolve(places.isFollowed))
  places.tell()
  const { us, id } = places.last
  const areRead = async () => {
    const { rows } = await sql<{ are: boolean }>`
      select coalesce(bool_and(read_at >= ${clock.now()} and
                               case kind when 'bluesky' then (cursor ->> 'us')::bigint >= ${us}
                                         else coalesce((cursor ->> 'last')::bigint, 0) >= ${id} end), false) as are
        from sources where kind in ('bluesky', 'mastodon')`.execute(db.read.sql)
    return rows[0]?.are
  }
  await until("the streams", areRead, 20_000, 5)
}

async function cameOfIt({ read }: Database, must: (path: string) => Promise<Json>): Promise<Omit<CameOfIt, "took">> {
  const { rows } = await sql<{ key: string; text: string; story: string | null }>`
    select m.key, m.text, coalesce(s.into_id, s.id)::text as story
      from mentions m left join story_mentions p on p.mention_id = m.id left join stories s on s.id = p.story_id`.execute(read.sql)
  // Whatever a source calls it, it ends with the number that was given to it.
  const numbered = rows.map(({ key, text, story }) => ({ n: Number(/\d+$/.exec(key)?.[0]), text, story })).sort((a, b) => a.n - b.n)
  const stories = Map.groupBy(numbered, ({ story }) => story)
  const alarms: Json[] = (await must("/api/alarms?limit=200")).items
  return {
    mentions: numbered.map(({ n, text }) => `${n} ${text}`),
    stories: [...stories.values()].map((of) => of.map(({ n }) => n).join(" ")),
    alarms: alarms
      .map(({ watch, since, calledAt, people, complete }) => ({ watch: watch.name, since, calledAt, people, complete }))
      .sort((a, b) => a.since.localeCompare(b.since) || a.watch.localeCompare(b.watch)),
  }
}
