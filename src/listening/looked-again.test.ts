import assert from "node:assert/strict"
import { before, test } from "node:test"
import { DAY, HOUR, MINUTE } from "#platform"
import type { Json } from "../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../test/support/inside.ts"
import { fair, forgetOutside, outside, said } from "./fair.fixture.ts"
import { type LookedAgain, type SourceKind, SourceTrouble } from "./sources/source.ts"

const NOTHING: LookedAgain = { gone: [], missing: [], unsaid: [] }
let says: (keys: readonly string[]) => Partial<LookedAgain> = () => NOTHING
const asked: string[][] = []
/** A place that says what was deleted only to who asks. */
const quiet: SourceKind = {
  ...fair,
  kind: "quiet",
  stillThere: (_ground, _source, kept) => {
    const keys = kept.map(({ key }) => key).toSorted()
    asked.push(keys)
    return Promise.resolve().then(() => ({ ...NOTHING, ...says(keys) }))
  },
}

let inside: InsideHouse
let lead: string
let source: string
before(async () => {
  forgetOutside()
  outside.every = 4 * HOUR
  inside = await openInside({ hearing: { kinds: [quiet] } })
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

test("a place that has lost all at once is taken to be out of order; one that wants to be left alone is, and nothing is lost by it", async () => {
  const many = ["m1", "m2", "m3", "m4", "m5", "m6"]
  await hear(...many)
  says = (keys) => ({ gone: keys.filter((key) => many.includes(key)) })
  await later(HOUR)
  assert.deepEqual(await there(), ["back", ...many, "stays"])
  const until = new Date(inside.clock.now().getTime() + 26 * HOUR)
  says = () => {
    throw new SourceTrouble("throttled", { until })
  }
  await later(DAY)
  const state = await ask("GET", `/api/sources/${source}`)
  assert.deepEqual([state.state, state.nextAt], ["throttled", until.toISOString()])
  says = () => NOTHING
  await later(3 * HOUR)
  assert.deepEqual(await there(), ["back", ...many, "stays"])
})
