import assert from "node:assert/strict"
import { before, test } from "node:test"
import { DAY, HOUR } from "#platform"
import type { Json } from "../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../test/support/inside.ts"

let inside: InsideHouse
let lead: string
before(async () => {
  inside = await openInside()
  lead = await inside.token("lead")
})

async function must(method: string, path: string, body?: unknown): Promise<Json> {
  const answer = await inside.api(path, { token: lead, method, ...(body === undefined ? {} : { body }) })
  assert.ok(answer.status < 300, `${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
const tell = (source: string, mentions: object[], more: object = {}) => must("POST", "/api/mentions", { source, mentions, ...more })
const heardBy = async (watch: string) =>
  (await must("GET", `/api/watches/${watch}/mentions?limit=200`)).items.map(({ key }: Json) => key).toSorted()

test("every field holds the same live, on history and in the preview", async () => {
  const said = [
    { key: "film", text: "Orage en mer", media: [{ url: "https://x.example/a.mp4", type: "video" }], author: { key: "a", followers: 12 } },
    { key: "picture", text: "orage SNCF R&D", media: [{ url: "https://x.example/a.jpg" }], country: "BE" },
    { key: "famous", text: "mer sans orage, mais avec une très longue suite de mots jusqu’au vent", author: { key: "b", followers: 5000 } },
    { key: "starred", text: "orage", kind: "review", rating: 2, country: "FR" },
  ]
  const wanted: [string, string[]][] = [
    ["source:gazette-du-midi", ["famous", "film", "picture", "starred"]],
    ['source:"Gazette du Midi"', ["famous", "film", "picture", "starred"]],
    ["source:press", ["famous", "film", "picture", "starred"]],
    ["source:api orage", ["famous", "film", "picture", "starred"]],
    ["orage NOT source:press", []],
    ["has:video", ["film"]],
    ["has:image", ["picture"]],
    ["followers:>1000", ["famous"]],
    ["orage followers:<100", ["film"]],
    ["country:FR", ["starred"]],
    ["rating:<=2", ["starred"]],
    ['raw:"R&D"', ["picture"]],
    ["raw:SNCF", ["picture"]],
    ["orage NEAR/2 mer", ["famous", "film"]],
    ["mer ONEAR/2 orage", ["famous"]],
    ["mer NEAR/3 vent", []],
  ]
  const live = await Promise.all(wanted.map(([query]) => must("POST", "/api/watches", { name: `live ${query}`, query })))
  await inside.house.settle()
  await tell("Gazette du Midi", said, { place: "press" })
  const looking = await Promise.all(wanted.map(([query]) => must("POST", "/api/watches", { name: `history ${query}`, query })))
  await inside.house.settle()
  for (const [n, [query, keys]] of wanted.entries()) {
    assert.deepEqual(await heardBy(live[n].id), keys, `live ${query}`)
    assert.deepEqual(await heardBy(looking[n].id), keys, `history ${query}`)
    assert.equal((await must("POST", "/api/watches/preview", { query })).found.posts, keys.length, `preview ${query}`)
  }
  for (const { id } of [...live, ...looking]) await must("DELETE", `/api/watches/${id}`)
})

test("a query of twenty thousand characters is saved, previewed and heard", async () => {
  const query = `(${Array.from({ length: 1800 }, (_, n) => `motif${n}`).join(" OR ")} OR glycine) NOT lierre`
  assert.ok(query.length > 20_000)
  await tell("Jardin", [
    { key: "g1", text: "Une glycine" },
    { key: "g2", text: "Glycine et lierre" },
  ])
  assert.equal((await must("POST", "/api/watches/preview", { query })).found.posts, 1)
  const watch = await must("POST", "/api/watches", { name: "Longue", query })
  await inside.house.settle()
  await tell("Jardin", [{ key: "g3", text: "motif1799, vraiment" }])
  assert.deepEqual(await heardBy(watch.id), ["g1", "g3"])
  assert.equal((await must("GET", `/api/watches/${watch.id}`)).query, query)
})

const figures = async (watch: string) => {
  const now = inside.clock.now().getTime()
  const span = `from=${new Date(now - 90 * DAY).toISOString()}&to=${new Date(now + HOUR).toISOString()}`
  const counts = await must("GET", `/api/watches/${watch}/counts?step=day&${span}`)
  const told = await must("GET", `/api/watches/${watch}/told?${span}`)
  const speakers = await must("GET", `/api/watches/${watch}/speakers?${span}`)
  const voices = await must("GET", `/api/voices?watches=${watch}&${span}`)
  return {
    keys: await heardBy(watch),
    posts: [counts.posts, told.read.posts + told.unread, speakers.posts, voices.posts, voices.items[0].posts],
    people: [counts.people, speakers.people, voices.people],
    days: counts.items.reduce((sum: number, { posts }: Json) => sum + posts, 0),
    changedAt: counts.changedAt,
  }
}
const all = (keys: string[], people: number) => ({
  keys,
  posts: Array.from({ length: 5 }, () => keys.length),
  people: [people, people, people],
  days: keys.length,
})

test("a narrowed query judges the past anew in every figure, says since when, and a wider one has it back", async () => {
  const { id } = await must("POST", "/api/watches", { name: "Orange", query: "orange" })
  await inside.house.settle()
  const by = (n: number) => ({ key: `o${n}`, text: n % 2 ? "Un fruit orange" : "Panne Orange", author: { key: `p${n}` } })
  await tell("Forum", [by(1), by(2)])
  inside.clock.advance(40 * DAY)
  await tell("Forum", [by(3), by(4)])
  const { changedAt, ...before } = await figures(id)
  assert.deepEqual([before, changedAt], [all(["o1", "o2", "o3", "o4"], 4), null])
  inside.clock.advance(HOUR)
  await must("PATCH", `/api/watches/${id}`, { query: "orange NOT fruit" })
  await inside.house.settle()
  assert.deepEqual(await figures(id), { ...all(["o2", "o4"], 2), changedAt: inside.clock.now().toISOString() })
  assert.equal(
    (await must("GET", "/api/mentions?words=fruit")).items.filter(({ key }: Json) => key.startsWith("o")).length,
    2,
    "nothing is deleted",
  )
  await must("PATCH", `/api/watches/${id}`, { query: "orange" })
  await inside.house.settle()
  assert.deepEqual(await figures(id), { ...all(["o1", "o2", "o3", "o4"], 4), changedAt: inside.clock.now().toISOString() })
})

test("what is deleted at its source counts in no figure", async () => {
  const { id } = await must("POST", "/api/watches", { name: "Jasmin", query: "jasmin" })
  await inside.house.settle()
  await tell(
    "Forum",
    ["j1", "j2", "j3"].map((key) => ({ key, text: "Un jasmin", author: { key } })),
  )
  await tell("Forum", [], { gone: ["j2"] })
  assert.deepEqual(await figures(id), { ...all(["j1", "j3"], 2), changedAt: null })
  const five = await must("GET", `/api/watches/${id}/counts?step=5m`)
  assert.equal(
    five.items.reduce((sum: number, { posts }: Json) => sum + posts, 0),
    2,
  )
})
