import assert from "node:assert/strict"
import { before, test } from "node:test"
import { DAY, HOUR, MINUTE } from "#platform"
import type { Json } from "../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../test/support/inside.ts"
import { fair, forgetOutside, outside, said } from "./fair.fixture.ts"
import { type LookedAgain, type SourceKind, SourceTrouble } from "./sources/source.ts"

const NOTHING: LookedAgain = { gone: [], missing: [], unsaid: [] }
let says: (keys: readonly string[]) => Partial<LookedAgain> = () => NOTHING
let waits = (): Promise<void> => Promise.resolve()
const asked: string[][] = []
/** A place that says what was deleted only to who asks. */
const quiet: SourceKind = {
  ...fair,
  kind: "quiet",
  stillThere: (_ground, _source, kept) => {
    const keys = kept.map(({ key }) => key).toSorted()
    asked.push(keys)
    return waits().then(() => ({ ...NOTHING, ...says(keys) }))
  },
}
/** A place that says so for two days only. */
const brief: SourceKind = { ...quiet, kind: "brief", shownFor: 2 * DAY }

let inside: InsideHouse
let lead: string
let source: string
before(async () => {
  forgetOutside()
  outside.every = 4 * HOUR
  inside = await openInside({ hearing: { kinds: [quiet, brief] } })
  lead = await inside.token("lead")
  source = (await ask("POST", "/api/sources", { kind: "quiet", settings: { hall: "1" } })).id
  await inside.house.settle()
})

async function ask(method: string, path: string, body?: unknown): Promise<Json> {
  const answer = await inside.api(path, { token: lead, method, ...(body === undefined ? {} : { body }) })
  assert.ok(answer.status < 300, `${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
async function hear(...keys: string[]): Promise<void> {
  outside.readings.push({ heard: keys.map((key) => said(key, `A rose called ${key}`)) })
  inside.clock.advance(4 * HOUR)
  await inside.house.settle()
  asked.length = 0
}
async function later(ms: number): Promise<string[]> {
  inside.clock.advance(ms)
  await inside.house.settle()
  return asked.splice(0).flat()
}
const there = async (): Promise<string[]> =>
  (await ask("GET", "/api/mentions?words=rose&limit=200")).items.map(({ key }: Json) => key).toSorted()

test("what was heard is looked at again when it is an hour, six, a day, three, a week and a month old; what its place says is gone is forgotten", async () => {
  await hear("stays", "goes")
  const { items } = await ask("GET", "/api/mentions?words=rose")
  const goes = items.find(({ key }: Json) => key === "goes").id
  assert.deepEqual([await later(59 * MINUTE), await later(MINUTE)], [[], ["goes", "stays"]])
  says = (keys) => ({ gone: keys.filter((key) => key === "goes") })
  assert.deepEqual(await later(5 * HOUR), ["goes", "stays"])
  says = () => NOTHING
  const gone = await ask("GET", `/api/mentions/${goes}`)
  assert.deepEqual([gone.text, gone.author, gone.key, gone.goneAt], ["", null, "", inside.clock.now().toISOString()])
  assert.deepEqual(await there(), ["stays"])
  const ages = [18 * HOUR, 2 * DAY, 4 * DAY, 23 * DAY, 3 * DAY]
  const looks: string[][] = []
  for (const age of ages) looks.push(await later(age))
  assert.deepEqual(looks, [["stays"], ["stays"], ["stays"], ["stays"], []])
})

test("what isn't found where it stood is gone only when it isn't a day later, either", async () => {
  await hear("back", "lost")
  says = () => ({ missing: ["back", "lost"] })
  await later(HOUR)
  assert.deepEqual(await there(), ["back", "lost", "stays"])
  says = () => ({ missing: ["lost"] })
  assert.deepEqual(await later(23 * HOUR), [], "not before a day has passed")
  assert.deepEqual(await later(HOUR), ["back", "lost"])
  assert.deepEqual(await there(), ["back", "stays"])
})

test("a place that has lost all of what was due is asked for others, and is out of order when it has lost these, too, however often it says so", async () => {
  await hear("one")
  says = (keys) => ({ gone: keys })
  assert.deepEqual([await later(HOUR), await later(23 * HOUR)], [["one", "back"], []], "it rests for a day")
  assert.deepEqual(await later(HOUR), ["one", "back"])
  says = (keys) => ({ missing: keys })
  for (let day = 0; day < 3; day++) assert.ok((await later(DAY)).includes("one"))
  assert.deepEqual(await there(), ["back", "one", "stays"])
  says = (keys) => ({ gone: keys.filter((key) => key === "one") })
  assert.ok((await later(DAY)).includes("one"))
  assert.deepEqual(await there(), ["back", "stays"])
  says = () => NOTHING
})

test("what wasn't asked for any more is asked for when its place wants to be asked again, and nothing is lost by it", async () => {
  await hear("first", "second")
  const until = new Date(inside.clock.now().getTime() + HOUR + 90 * MINUTE)
  says = (keys) => ({
    unasked: { keys: keys.filter((key) => key === "second"), until, trouble: new SourceTrouble("throttled", { until }) },
  })
  assert.deepEqual(await later(HOUR), ["first", "second"])
  const state = await ask("GET", `/api/sources/${source}`)
  assert.deepEqual([state.state, state.nextAt], ["throttled", until.toISOString()])
  says = () => NOTHING
  assert.deepEqual([await later(89 * MINUTE), await later(MINUTE)], [[], ["second"]])
  assert.deepEqual(await later(210 * MINUTE), ["first", "second"], "both when they are six hours old")
})

test("what is read and pushed doesn't wait for a place that is asked what still stands", async () => {
  await hear("slow")
  const answer = Promise.withResolvers<void>()
  const isAsked = Promise.withResolvers<void>()
  waits = () => (isAsked.resolve(), answer.promise)
  inside.clock.advance(HOUR)
  const settled = inside.house.settle()
  await isAsked.promise
  waits = () => Promise.resolve()
  const pushed = await inside.house.app.request(`/listening/push/${source}?proof=yes`, { method: "POST", body: "A rose that was pushed" })
  assert.deepEqual([pushed.status, (await there()).includes("pushed")], [204, true])
  answer.resolve()
  await settled
})

test("a place that wants to be left alone is, and nothing is lost by it", async () => {
  const many = ["m1", "m2", "m3", "m4", "m5", "m6"]
  const before = await there()
  await hear(...many)
  const until = new Date(inside.clock.now().getTime() + 26 * HOUR)
  says = () => {
    throw new SourceTrouble("throttled", { until })
  }
  await later(HOUR)
  const state = await ask("GET", `/api/sources/${source}`)
  assert.deepEqual([state.state, state.nextAt], ["throttled", until.toISOString()])
  says = () => NOTHING
  await later(3 * HOUR)
  assert.deepEqual(await there(), [...before, ...many].toSorted())
})

test("what its place doesn't show by then isn't looked at any more", async () => {
  await ask("DELETE", `/api/sources/${source}`)
  await ask("POST", "/api/sources", { kind: "brief", settings: { hall: "2" } })
  await inside.house.settle()
  outside.readings.push({ heard: [said("week", "A rose of this week")] })
  await later(4 * HOUR)
  assert.deepEqual((await there()).slice(-1), ["week"])
  const looks: boolean[] = []
  for (const age of [HOUR, 5 * HOUR, 18 * HOUR, 2 * DAY]) looks.push((await later(age)).includes("week"))
  assert.deepEqual(looks, [true, true, true, false])
})
