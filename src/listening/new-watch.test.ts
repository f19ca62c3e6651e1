import assert from "node:assert/strict"
import { before, test } from "node:test"
import { DAY, HOUR, MINUTE, SECOND } from "#platform"
import type { Json } from "../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../test/support/inside.ts"
import { fair, forgetOutside, outside, said } from "./fair.fixture.ts"
import type { Heard, SourceKind } from "./sources/source.ts"

/** A place that keeps only what some watch wants. */
const firehose: SourceKind = { ...fair, kind: "hacker-news", keeps: "matched" }

let inside: InsideHouse
let lead: string
let hose: string
before(async () => {
  forgetOutside()
  outside.every = 4 * MINUTE
  inside = await openInside({ hearing: { kinds: [firehose] } })
  lead = await inside.token("lead")
  hose = (await must("POST", "/api/sources", { kind: "hacker-news", settings: { hall: "1" } })).id
  await inside.house.settle()
})

async function must(method: string, path: string, body?: unknown): Promise<Json> {
  const answer = await inside.api(path, { token: lead, method, ...(body === undefined ? {} : { body }) })
  assert.ok(answer.status < 300, `${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
const now = () => inside.clock.now().getTime()
const crowd = (flower: string, wave: number, many: number) =>
  Array.from({ length: many }, (_, n) =>
    said(`${flower} ${wave} ${n}`, `Du ${flower}`, {
      publishedAt: new Date(now() + 5 * MINUTE - 30 * SECOND),
      author: { key: `${flower}${wave}${n}`, name: null, handle: null, url: null, followers: null, since: null },
    }),
  )
/** To just after the end of the five minutes under way; the place tells this meanwhile. */
async function fiveMinutes(heard: Heard[] = []): Promise<void> {
  const end = (Math.floor(now() / (5 * MINUTE)) + 1) * 5 * MINUTE + 6 * SECOND
  outside.readings.push({ heard })
  inside.clock.set(new Date(end))
  await inside.house.settle()
}
/** A little was said by those who tell by themselves, every ten minutes of three days. */
async function aLittle(flower: string): Promise<void> {
  const mentions = Array.from({ length: 480 }, (_, n) => ({
    key: `${flower} ${n}`,
    text: `Un ${flower}`,
    publishedAt: new Date(now() - n * 10 * MINUTE).toISOString(),
    author: { handle: `@${flower}${n}` },
  }))
  await must("POST", "/api/mentions", { source: flower, mentions })
}

test("of a place that keeps only what is listened for nothing is learnt of the time before: its first minutes are no surge", async () => {
  await aLittle("muguet")
  for (let wave = 0; wave < 3; wave++) await fiveMinutes(crowd("muguet", wave, 15))
  const { id } = await must("POST", "/api/watches", { name: "Muguet", query: "muguet" })
  await fiveMinutes()
  for (let wave = 3; wave < 9; wave++) await fiveMinutes(crowd("muguet", wave, 15))
  const { items } = await must("GET", `/api/watches/${id}/counts?step=5m`)
  assert.ok(
    items.some(({ posts }: Json) => posts === 15),
    "heard",
  )
  assert.deepEqual((await must("GET", `/api/alarms?watch=${id}`)).items, [], "no more is said than before")
})

test("a changed query calls at once where places that keep only what is wanted brought nothing before; a new watch says until when it learns", async () => {
  await aLittle("jasmin")
  const { id } = await must("POST", "/api/watches", { name: "Jasmin", query: "jasmin" })
  await fiveMinutes()
  await fiveMinutes()
  const learning = await must("GET", `/api/watches/${id}`)
  assert.ok(Math.abs(Date.parse(learning.learnsUntil) - now() - DAY) < HOUR, learning.learnsUntil)
  inside.clock.advance(DAY + HOUR)
  await must("PATCH", `/api/watches/${id}`, { query: "jasmin OR jasmins" })
  await fiveMinutes()
  await fiveMinutes()
  assert.equal((await must("GET", `/api/watches/${id}`)).learnsUntil, null)
})

test("a curve breaks where the watch began, paused and went on; what lies outside is partly read where only what is wanted is kept", async () => {
  const began = now()
  const { id } = await must("POST", "/api/watches", { name: "Iris", query: "iris" })
  inside.clock.advance(2 * HOUR)
  await must("PATCH", `/api/watches/${id}`, { state: "paused" })
  const paused = now()
  inside.clock.advance(2 * HOUR)
  await must("PATCH", `/api/watches/${id}`, { state: "listening" })
  const resumed = now()
  inside.clock.advance(2 * HOUR)
  await inside.house.settle()
  const from = new Date(began - 3 * HOUR).toISOString()
  const counts = await must("GET", `/api/watches/${id}/counts?step=5m&from=${from}&to=${new Date(now()).toISOString()}`)
  const iso = (at: number) => new Date(at).toISOString()
  assert.deepEqual(counts.listened, [
    { from: iso(began), to: iso(paused) },
    { from: iso(resumed), to: null },
  ])
  const isComplete = (at: number) => counts.items.findLast((one: Json) => Date.parse(one.at) <= at).complete
  assert.deepEqual(
    [began - 20 * MINUTE, began + HOUR, paused + HOUR, resumed + HOUR].map(isComplete),
    [false, true, false, true],
    "before it was there, listening, paused, listening again",
  )
  const covered = (await must("GET", `/api/watches/${id}/coverage?from=${from}`)).items.find((one: Json) => one.id === hose)
  assert.deepEqual(covered.unheard.at(-1), { from: iso(paused), to: iso(resumed) })
})

test("a watch that was paused for three months finds what was said meanwhile", async () => {
  const { id } = await must("POST", "/api/watches", { name: "Lys", query: "lys" })
  await inside.house.settle()
  await must("PATCH", `/api/watches/${id}`, { state: "paused" })
  await must("POST", "/api/mentions", { source: "Lys", mentions: [{ key: "during", text: "Un lys oublié" }] })
  inside.clock.advance(90 * DAY)
  await must("PATCH", `/api/watches/${id}`, { state: "listening" })
  await inside.house.settle()
  const { items } = await must("GET", `/api/watches/${id}/mentions`)
  assert.deepEqual(
    items.map(({ key }: Json) => key),
    ["during"],
  )
})
