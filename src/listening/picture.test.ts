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

/** So many people say the same, each twice. */
const saidBy = (people: number, name: string, text: string, site: string, ago: number) =>
  Array.from({ length: people * 2 }, (_, n) => ({
    key: `${name} ${n}`,
    text,
    site,
    author: { key: `${name} ${n % people}` },
    publishedAt: new Date(inside.clock.now().getTime() - ago).toISOString(),
  }))
const watch = async (name: string, query: string): Promise<string> => (await must("POST", "/api/watches", { name, query })).id

test("a share of voice is of people, has its interval, and stays away where they are few", async () => {
  const tell = (mentions: object[]) => must("POST", "/api/mentions", { source: "Forum", mentions })
  await tell(saidBy(25, "Acme", "Acme ferme", "forum.example", HOUR))
  const [acme, zenith] = [await watch("Acme", "acme"), await watch("Zenith", "zenith")]
  await inside.house.settle()
  const asked = `/api/voices?watches=${acme},${zenith}`
  const few = await must("GET", asked)
  assert.deepEqual([few.people, few.posts, few.items[0].people, few.items[0].share], [25, 50, 25, null], "25 people are too few")

  await tell(saidBy(15, "Zenith", "Zenith ouvre", "forum.example", HOUR))
  const { people, posts, sources, complete, items } = await must("GET", asked)
  assert.deepEqual({ people, posts, sources, complete }, { people: 40, posts: 80, sources: 1, complete: true })
  const share = items.map((item: Json) => Object.values(item.share).map((value) => Math.round(Number(value) * 1000)))
  // Wilson, 95 %: 25 of 40 is 0.470 to 0.758, 15 of 40 is 0.242 to 0.530.
  assert.deepEqual(share, [
    [625, 470, 758],
    [375, 242, 530],
  ])
  assert.equal((await inside.api(`${asked},nonsense`, { token: lead })).status, 422)
})

test("news are words that many people use and few used before, not those that the query looks for", async () => {
  const pivoine = await watch("Pivoines", "pivoine*")
  const tell = (mentions: object[]) => must("POST", "/api/mentions", { source: "Presse", mentions })
  await tell(saidBy(8, "before", "Les pivoines sont belles chez le fleuriste", "jardin.example", 3 * DAY))
  await tell(saidBy(8, "now", "Les pivoines sont contaminées chez le fleuriste", "presse.example", HOUR))
  await inside.house.settle()
  const from = new Date(inside.clock.now().getTime() - 2 * DAY).toISOString()
  const { words, sites, looked } = await must("GET", `/api/watches/${pivoine}/news?from=${from}`)
  assert.deepEqual(looked, { now: 16, before: 16, isAll: true })
  assert.deepEqual(words, [{ word: "contaminées", people: 8 }])
  assert.deepEqual(sites, [{ site: "presse.example", posts: 16, isNew: true }])
  const behind = async (site: string) => (await must("GET", `/api/watches/${pivoine}/mentions?site=${site}&limit=50`)).items.length
  assert.deepEqual([await behind("presse.example"), await behind("jardin.example"), await behind("other.example")], [16, 16, 0])
  const abroad = { key: "abroad", text: "Les pivoines belges", country: "BE", site: "jardin.example" }
  await tell([abroad])
  const there = (await must("GET", `/api/watches/${pivoine}/mentions?country=BE`)).items
  assert.deepEqual(
    there.map(({ text }: Json) => text),
    [abroad.text],
  )
})
