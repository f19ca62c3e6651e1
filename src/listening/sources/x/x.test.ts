import assert from "node:assert/strict"
import { afterEach, beforeEach, test } from "node:test"
import { DAY, HOUR, MINUTE } from "#platform"
import { type Answered, type Asked, type Grounded, groundAt, Served, sourceOf } from "../served.fixture.ts"
import { type Json, type Reading, SourceTrouble } from "../source.ts"
import { xIdOf } from "../stages/approved.fixture.ts"
import { json } from "../stages/stage.fixture.ts"
import { queryOf } from "./query.ts"
import { x } from "./x.ts"

let here: Grounded
let site: Served
/** Posts by when they were written, the newest first, one each second. */
let said: number[]
let people: boolean
beforeEach(async () => {
  here = groundAt("2026-11-22T10:00:00Z")
  said = []
  people = false
  site = await new Served(show).open()
})
afterEach(() => Promise.all([site.close(), here.close()]))

const MONTH = "2026-11"
const post = (at: number) => ({ id: xIdOf(new Date(at)), text: `parcel ${at}`, author_id: "12", created_at: new Date(at).toISOString() })

function show({ query }: Asked): Answered {
  const since = BigInt(query.get("since_id") ?? 0)
  const start = Date.parse(query.get("start_time") ?? "2000-01-01T00:00:00Z")
  const from = Number(query.get("next_token") ?? 0)
  const most = Number(query.get("max_results"))
  const found = said.filter((at) => at >= start && BigInt(xIdOf(new Date(at))) > since).map(post)
  const data = found.slice(from, from + most)
  const includes = people ? { includes: { users: [{ id: "12", name: "Maya", username: "maya" }] } } : {}
  return json({
    ...(data.length ? { data, ...includes } : {}),
    meta: { newest_id: data[0]?.id, result_count: data.length, ...(found.length > from + most ? { next_token: String(from + most) } : {}) },
  })
}
/** So many posts, the last a second before now. */
function speak(count: number): void {
  const now = here.clock.now().getTime()
  said = [...Array.from({ length: count }, (_, n) => now - (n + 1) * 1000), ...said]
}
const settings = (more: object = {}) => ({ words: ["parcel"], budget: 100, api: site.url, ...more })
const look = (cursor: Json, more: object = {}): Promise<Reading> => x.read!(here.ground, sourceOf(settings(more), cursor, { token: "t" }))
const trouble = async (looking: Promise<Reading>): Promise<SourceTrouble> => {
  const error = await looking.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof SourceTrouble, String(error))
  return error
}
const spent = () => here.ground.spending.of(MONTH)

test("what is wanted is written as X writes it", () => {
  const wanted = {
    words: ["parcel", "lost parcel", "#parcels", "or", 'say "so"'],
    without: ["@ours", "win a"],
    languages: ["fr", "en"],
    reposts: false,
  }
  assert.equal(
    queryOf(wanted),
    '(parcel OR "lost parcel" OR #parcels OR "or" OR "say so") -@ours -"win a" (lang:fr OR lang:en) -is:retweet',
  )
  assert.equal(queryOf({ words: ["from:x is:nullcast"], without: [], languages: [], reposts: true }), '"from:x is:nullcast"')
  assert.equal(x.settings.safeParse({ words: Array.from({ length: 60 }, (_, n) => `parcel-number-${n}`), budget: 1 }).success, false)
})

test("a month costs what was read; the first look shows a page and no more", async () => {
  speak(150)
  const first = await look(null)
  assert.deepEqual([first.heard.length, first.more, first.from?.toISOString()], [100, false, "2026-11-22T09:58:20.000Z"])
  assert.deepEqual(await spent(), { things: 100, micros: 500_000 })
  here.clock.advance(15 * MINUTE)
  speak(3)
  const second = await look(first.cursor)
  assert.deepEqual([second.heard.length, second.from], [3, null])
  assert.deepEqual(await spent(), { things: 103, micros: 515_000 })
})

test("names cost, too, and are set aside before they are asked for", async () => {
  people = true
  speak(20)
  const { heard } = await look(null, { names: true, budget: 0.45 })
  assert.equal(site.asked[0]?.query.get("max_results"), "30", "0.45 $ buy thirty posts with their people at 0.015 $")
  assert.equal(heard[0]?.author?.handle, "@maya")
  assert.deepEqual(await spent(), { things: 20, micros: 110_000 })
})

test("it stops before the budget is exceeded, says until when, and goes on with the month", async () => {
  speak(60)
  const first = await look(null, { budget: 0.33 })
  assert.equal(first.heard.length, 60, "sixty-six would have been paid for")
  here.clock.advance(15 * MINUTE)
  speak(30)
  const asked = site.asked.length
  const stopped = await trouble(look(first.cursor, { budget: 0.33 }))
  assert.deepEqual([stopped.code, stopped.until?.toISOString()], ["throttled", "2026-12-01T00:01:00.000Z"])
  assert.deepEqual(stopped.remark?.values, { posts: 60, spent: 0.3, budget: 0.33 })
  assert.equal(site.asked.length, asked, "nothing was asked for")
  assert.equal((await trouble(look(first.cursor, { budget: 100, most: 65 }))).code, "throttled", "posts count as money does")
  here.clock.advance(9 * DAY)
  speak(2)
  const december = await look(first.cursor, { budget: 0.33 })
  assert.deepEqual(
    [december.heard.length, december.from?.toISOString()],
    [2, "2026-11-24T11:15:00.000Z"],
    "seven days back, and what lies before is missing",
  )
})

test("of a look that the budget cuts, what was read is kept, and what wasn't is a gap", async () => {
  speak(1)
  const first = await look(null, { most: 201 })
  here.clock.advance(HOUR)
  speak(350)
  const page = await look(first.cursor, { most: 201 })
  assert.deepEqual(
    [page.heard.length, page.more, page.through.getTime()],
    [100, true, first.through.getTime()],
    "not sure yet of what lies between",
  )
  const next = await look(page.cursor, { most: 201 })
  assert.equal((await trouble(look(next.cursor, { most: 201 }))).code, "throttled")
  here.clock.advance(9 * DAY)
  const broken = await look(next.cursor, { most: 201 })
  assert.deepEqual([broken.heard, broken.more], [[], true])
  assert.deepEqual([broken.from?.toISOString(), broken.through.toISOString()], ["2026-11-22T10:56:40.000Z", "2026-11-22T11:00:00.000Z"])
})

test("a refusal costs nothing; an answer that never came was perhaps paid for, and counts", async () => {
  speak(5)
  for (const status of [401, 402, 429, 500]) {
    site.answer = () => ({ status, body: "{}" })
    const { code, remark } = await trouble(look(null))
    if (status === 402) assert.deepEqual([code, remark?.key], ["needs-approval", "listening.remark.xCredits"])
  }
  assert.deepEqual(await spent(), { things: 0, micros: 0 })
  site.answer = () => ({ headers: { "content-type": "application/json" }, body: '{"data": [' })
  await trouble(look(null))
  assert.deepEqual(await spent(), { things: 100, micros: 500_000 })
})

test("limits of calls are waited for as X says them", async () => {
  const reset = Date.parse("2026-11-22T10:09:00Z") / 1000
  site.answer = () => ({ status: 429, headers: { "x-rate-limit-remaining": "0", "x-rate-limit-reset": String(reset) } })
  assert.equal((await trouble(look(null))).until?.toISOString(), "2026-11-22T10:09:00.000Z")
})

test("a trial counts instead of reading, and other money is no other place", async () => {
  site.answer = ({ path }) => (path === "/2/tweets/counts/recent" ? json({ data: [], meta: { total_tweet_count: 700 } }) : { status: 404 })
  const remark = await x.probe!(here.ground, sourceOf(settings(), null, { token: "t" }))
  assert.deepEqual(remark?.values, { count: 700, dollars: 15, budget: 100 })
  assert.equal(x.isSamePlace!(settings(), settings({ budget: 5, every: 60 })), true)
  assert.equal(x.isSamePlace!(settings(), settings({ words: ["packet"] })), false)
})
