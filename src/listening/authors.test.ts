import assert from "node:assert/strict"
import { afterEach, before, test } from "node:test"
import { sql } from "kysely"
import { HOUR } from "#platform"
import type { Json } from "../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../test/support/inside.ts"
import { fair, forgetOutside, outside, said } from "./fair.fixture.ts"
import { type AccountNews, type Heard, SourceTrouble } from "./sources/source.ts"

let inside: InsideHouse
let lead: string
before(async () => {
  forgetOutside()
  inside = await openInside({ hearing: { kinds: [fair] } })
  lead = await inside.token("lead")
})
/** A source of one test would take what the fair says in the next. */
afterEach(async () => {
  await inside.house.settle()
  forgetOutside()
})

async function must(method: string, path: string, body?: unknown, token = lead): Promise<Json> {
  const answer = await inside.api(path, { token, method, ...(body === undefined ? {} : { body }) })
  assert.ok(answer.status < 300, `${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
const heardBy = async (watch: string, query = "") =>
  (await must("GET", `/api/watches/${watch}/mentions?${query}`)).items.map(({ key }: { key: string }) => key)

test("who is heard by a key alone is named after it was kept, once; who was heard before is named at once", async () => {
  const by = (key: string) => ({ key, name: null, handle: null, url: null, followers: null, since: null })
  const watch = await must("POST", "/api/watches", { name: "Asters", query: 'author:"rosa example"' })
  const heeded = await must("POST", "/api/watches", { name: "Asters, heeded", query: "asters followers:>4000" })
  const others = await must("POST", "/api/watches", { name: "Asters, not hers", query: 'asters NOT author:"rosa example"' })
  const few = await must("POST", "/api/watches", { name: "Asters, unheeded", query: "asters NOT followers:>4000" })
  outside.named.length = 0
  outside.readings.push({
    heard: [said("n1", "Des asters", { author: by("did:rosa") }), said("n2", "D’autres asters", { author: by("key:nobody") })],
  })
  const source = await must("POST", "/api/sources", { kind: "fair", settings: { hall: "8" } })
  await inside.house.settle()
  const authors = async () =>
    (await must("GET", `/api/mentions?source=${source.id}`)).items.map(({ author }: Json) => author?.handle ?? "?").toSorted()
  assert.deepEqual(await authors(), ["?", "@rosa.example"])
  outside.readings.push({ heard: [said("n3", "Encore des asters", { author: by("did:rosa") })] })
  await must("POST", `/api/sources/${source.id}/read`)
  await inside.house.settle()
  assert.deepEqual(
    outside.named.map((keys) => keys.toSorted()),
    [["did:rosa", "key:nobody"]],
  )
  assert.deepEqual(
    (await heardBy(watch.id)).toSorted(),
    ["n1", "n3"],
    "judged again once her name is known, and known before she speaks again",
  )
  assert.deepEqual((await heardBy(heeded.id)).toSorted(), ["n1", "n3"], "how many follow her is known with it")
  for (const { id } of [others, few]) assert.deepEqual(await heardBy(id), ["n2"], "what was heard before she was known is left")
})

test("who couldn't be asked for is asked for later, not before the place wants to be asked", async () => {
  const by = (key: string) => ({ key, name: null, handle: null, url: null, followers: null, since: null })
  outside.unnamed = new SourceTrouble("throttled", { until: new Date(inside.clock.now().getTime() + HOUR) })
  outside.readings.push({ heard: [said("late1", "Des cosmos", { author: by("did:ines") })] })
  const source = await must("POST", "/api/sources", { kind: "fair", settings: { hall: "late" } })
  await inside.house.settle()
  const handle = async () => (await must("GET", `/api/mentions?source=${source.id}`)).items[0].author?.handle
  assert.equal(await handle(), null)
  outside.unnamed = null
  outside.named.length = 0
  inside.clock.advance(HOUR / 2)
  await inside.house.settle()
  assert.deepEqual([await handle(), outside.named.flat().includes("did:ines")], [null, false])
  inside.clock.advance(HOUR / 2 + 1)
  await inside.house.settle()
  assert.equal(await handle(), "@ines.example")
})

test("whom a watch asks for is found out before they speak", async () => {
  const source = await must("POST", "/api/sources", { kind: "fair", settings: { hall: "9" } })
  await inside.house.settle()
  outside.named.length = 0
  const watch = await must("POST", "/api/watches", { name: "Lena", query: "author:@lena NOT author:otto" })
  await inside.house.settle()
  const perKind = new Set(outside.named.map((names) => names.join(" ")))
  assert.deepEqual([...perKind], ["lena otto"])
  const asked = outside.named.length
  const by = (key: string) => ({ key, name: null, handle: null, url: null, followers: null, since: null })
  outside.readings.push({ heard: [said("l1", "Bonjour", { author: by("did:lena") }), said("l2", "Moi aussi", { author: by("did:otto") })] })
  await must("POST", `/api/sources/${source.id}/read`)
  await inside.house.settle()
  assert.deepEqual(await heardBy(watch.id), ["l1"])
  assert.equal(outside.named.length, asked, "nobody is asked for twice")
  inside.clock.advance(7 * HOUR)
  await inside.house.settle()
  assert.ok(
    outside.named.slice(asked).some((names) => names.join(" ") === "lena otto"),
    "now and then",
  )
})

test("what a switched-off account said is out of sight until it is back; what a deleted one said is gone", async () => {
  const watch = await must("POST", "/api/watches", { name: "Bleuets", query: "bleuets" })
  const by = (key: string) => ({ key, name: "Ada", handle: "@ada.example", url: null, followers: 3, since: null })
  outside.readings.push({
    heard: [said("b1", "Des bleuets", { author: by("did:ada") }), said("b2", "Mes bleuets", { author: by("did:bob") })],
  })
  const source = await must("POST", "/api/sources", { kind: "fair", settings: { hall: "10" } })
  await inside.house.settle()
  const [{ id }] = (await must("GET", `/api/mentions?source=${source.id}`)).items.filter(({ key }: Json) => key === "b1")
  const heard: Heard[] = [said("b1", "Des bleuets bleus", { author: by("did:ada") })]
  const tell = async (...accounts: AccountNews[]) => {
    outside.readings.push({ heard: heard.splice(0), accounts })
    await must("POST", `/api/sources/${source.id}/read`)
    await inside.house.settle()
    const { posts } = await must("GET", `/api/watches/${watch.id}/counts?step=day`)
    return [(await heardBy(watch.id)).toSorted(), posts]
  }
  assert.deepEqual(await tell({ key: "did:nobody", what: "hidden" }), [["b1", "b2"], 2])
  assert.deepEqual(await tell({ key: "did:ada", what: "hidden" }), [["b2"], 1])
  const hidden = await must("GET", `/api/mentions/${id}`)
  assert.deepEqual([hidden.text, hidden.author, hidden.key, hidden.versions], ["", null, "", []])
  assert.equal(hidden.goneAt, inside.clock.now().toISOString())
  assert.deepEqual(await tell({ key: "did:ada", what: "back" }), [["b1", "b2"], 2])
  const back = await must("GET", `/api/mentions/${id}`)
  assert.deepEqual([back.text, back.author.handle, back.goneAt, back.versions.length], ["Des bleuets bleus", "@ada.example", null, 1])
  assert.deepEqual(await tell({ key: "did:ada", what: "hidden" }), [["b2"], 1])
  assert.deepEqual(await tell({ key: "did:ada", what: "gone" }, { key: "did:bob", what: "gone" }), [[], 0])
  assert.deepEqual(await tell({ key: "did:ada", what: "back" }), [[], 0])
  const { rows } = await sql<{ text: string }>`select to_jsonb(m)::text as text from mentions m where text like '%bleuets%'
    union all select held::text from mention_hidden union all select text from mention_versions where text like '%bleuets%'`.execute(
    inside.db.read.sql,
  )
  assert.deepEqual(rows, [])
})

test("who is called otherwise is shown by the new name", async () => {
  const by = { key: "did:vera", name: null, handle: "@old.example", url: null, followers: 3, since: null }
  const [hers, hersBefore, others] = await Promise.all(
    ["author:vera.example", "author:old.example", "NOT author:vera.example"].map(
      async (who) => (await must("POST", "/api/watches", { name: `Iris ${who}`, query: `iris ${who}` })).id,
    ),
  )
  outside.readings.push({ heard: [said("v1", "Des iris", { author: by })] })
  const source = await must("POST", "/api/sources", { kind: "fair", settings: { hall: "11" } })
  await inside.house.settle()
  outside.readings.push({
    accounts: [
      { key: "did:vera", what: "renamed" },
      { key: "did:stranger", what: "renamed" },
    ],
  })
  outside.named.length = 0
  await must("POST", `/api/sources/${source.id}/read`)
  await inside.house.settle()
  assert.deepEqual(outside.named.at(-1), ["did:vera"], "of strangers nothing is asked")
  assert.equal((await must("GET", `/api/mentions?source=${source.id}`)).items[0].author.handle, "@vera.example")
  assert.deepEqual(
    await Promise.all([hers, hersBefore, others].map((id) => heardBy(id))),
    [["v1"], [], []],
    "judged again by what they are called now",
  )
})
