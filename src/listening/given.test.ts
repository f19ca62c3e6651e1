import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Json } from "../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../test/support/inside.ts"

const STORE = "https://apps.example/app/lilas"

let inside: InsideHouse
let lead: string
before(async () => {
  inside = await openInside()
  lead = await inside.token("lead")
})

const tell = (mentions: object[], more: object = {}) =>
  inside.api("/api/mentions", { token: lead, method: "POST", body: { source: "Reviews", mentions, ...more } })
const texts = async (): Promise<string[]> =>
  (await inside.api("/api/mentions?limit=200", { token: lead })).body.items.map(({ text }: Json) => text).toSorted()

test("many reviews with the address of the shop alone are as many mentions; told again, none is doubled", async () => {
  const review = (n: number) => ({ url: STORE, text: `Review ${n}`, rating: 1 + (n % 5), author: { name: `Person ${n % 7}` } })
  const all = Array.from({ length: 40 }, (_, n) => review(n))
  const once = (await tell([...all, review(0)])).body
  assert.deepEqual([once.added, once.known, once.items.length], [40, 0, 41], "the very same is one")
  assert.equal(once.items[0].id, once.items[40].id)
  const again = (await tell(all)).body
  assert.deepEqual([again.added, again.changed, again.known], [0, 0, 40])
})

test("told again with other stars, its author spelt otherwise, or its moment written otherwise, a mention is still the same", async () => {
  const review = { url: STORE, text: "A word", author: { key: "7", name: "Inès" } }
  const at = { text: "Said nowhere in particular", author: { key: "7" } }
  const [shop, loose] = (
    await tell([
      { ...review, rating: 2, publishedAt: "2026-11-20T10:00:00Z" },
      { ...at, publishedAt: "2026-11-20T10:00:00Z" },
    ])
  ).body.items
  const again = (
    await tell([
      { ...review, author: { key: "7", name: "INÈS", handle: "ines" }, rating: 4, publishedAt: "2026-11-20T10:00:01Z" },
      { ...at, publishedAt: "2026-11-20T11:00:00.000+01:00" },
    ])
  ).body
  assert.deepEqual([again.added, again.changed, again.items[0].id, again.items[1].id], [0, 1, shop.id, loose.id], "its stars are changed")
  assert.equal((await tell([{ ...at, publishedAt: "2026-11-21T10:00:00Z" }])).body.added, 1, "the same words another day are said anew")
})

test("what was kept by its address keeps that key: told again it is known, and what stands beside it comes", async () => {
  const [url, kept] = ["https://press.example/article", { text: "An article", title: "Lilas" }]
  const former = (await tell([{ key: url, url, ...kept }])).body.items[0].id
  const told = (
    await tell([
      { url, ...kept },
      { url, text: "A comment under it" },
    ])
  ).body
  assert.deepEqual([told.added, told.known, told.items[0].id], [1, 1, former])
  assert.equal((await tell([], { gone: [url] })).body.gone, 1)
  assert.equal((await tell([{ url, ...kept }])).body.added, 0, "deleted, it doesn’t come back")
})

test("what was told without an id is deleted by its address where it stands there alone; what has that address as its id is deleted alone", async () => {
  const at = (page: string) => `https://Press.example/${page}`
  const tale = (page: string, text: string) => ({ url: at(page), text })
  await tell([
    tale("alone", "Alone"),
    tale("two", "One of two"),
    tale("two", "Two of two"),
    { ...tale("id", "Named"), key: at("id") },
    tale("id", "Under it"),
  ])
  const gone = async () => (await tell([], { gone: ["alone", "two", "id"].map(at) })).body.gone
  assert.deepEqual([await gone(), await gone()], [2, 0], "told twice, no other goes")
  const left = await texts()
  assert.deepEqual(
    ["Alone", "One of two", "Two of two", "Named", "Under it"].filter((text) => left.includes(text)),
    ["One of two", "Two of two", "Under it"],
  )
  assert.equal((await tell([tale("alone", "Alone")])).body.added, 0, "it doesn’t come back")
})

test("two that have one id and say different things are refused by their place; nothing of the call is kept", async () => {
  const before = await texts()
  const answer = await tell([
    { key: "7", text: "The first" },
    { key: "8", text: "The second" },
    { key: "7", text: "The third" },
  ])
  assert.equal(answer.status, 422)
  assert.deepEqual(
    answer.body.fields.map(({ path, key }: Json) => [path, key]),
    [["mentions.2.key", "listening.mention.sameKey"]],
  )
  assert.deepEqual(await texts(), before)
})

test("languages and countries are kept as tags; what is none is taken as not told, and the words are asked", async () => {
  const words = "Le bouquet est arrivé fané, et personne ne répond au téléphone depuis trois jours."
  const told: [language: string, country: string, kept: [string | null, string | null]][] = [
    ["en_US", "us", ["en-US", "US"]],
    ["fr,en;q=0.8", "FR", ["fr", "FR"]],
    ["EN", "GB", ["en", "GB"]],
    ["x", "1A", ["fr", null]],
    ["??", "??", ["fr", null]],
  ]
  const { items } = (await tell(told.map(([language, country], n) => ({ key: `tongue ${n}`, text: `${words} ${n}`, language, country }))))
    .body
  for (const [n, [language, country, kept]] of told.entries()) {
    const { body } = await inside.api(`/api/mentions/${items[n].id}`, { token: lead })
    assert.deepEqual([body.language, body.country], kept, `${language} ${country}`)
  }
  const long = await tell([{ text: words, country: "France" }])
  assert.deepEqual([long.status, long.body.fields[0].path], [422, "mentions.0.country"])
})
