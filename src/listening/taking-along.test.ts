import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Json } from "../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../test/support/inside.ts"

let inside: InsideHouse
let token: string
before(async () => {
  inside = await openInside()
  token = await inside.token("agent")
})

async function must(path: string, body?: object): Promise<Json> {
  const answer = await inside.api(path, { token, ...(body ? { body } : {}) })
  assert.ok(answer.status < 300, `${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

test("watches come page by page, by name", async () => {
  for (const name of ["Roses", "Iris", "Lilas", "Iris", "Asters"]) await must("/api/watches", { name, query: name.toLowerCase() })
  const names: string[] = []
  let cursor: string | null = null
  do {
    const page: Json = await must(`/api/watches?limit=2${cursor ? `&cursor=${cursor}` : ""}`)
    assert.ok(page.items.length <= 2)
    names.push(...page.items.map(({ name }: Json) => name))
    cursor = page.next
  } while (cursor)
  assert.deepEqual(names, ["Asters", "Iris", "Iris", "Lilas", "Roses"])
})

test("mentions are taken along to the last, as a table that no spreadsheet calculates", async () => {
  const heard = Array.from({ length: 620 }, (_, n) => ({
    key: String(n),
    text: n === 0 ? "=2+3 roses" : `Message ${n}${n % 2 ? " roses" : ""}`,
    publishedAt: new Date(inside.clock.now().getTime() - n * 1000),
  }))
  for (const mentions of [heard.slice(0, 400), heard.slice(400)]) await must("/api/mentions", { source: "Forum", mentions })
  await inside.house.settle()
  const taken = async (asked: string) => {
    const answer = await inside.house.app.request(`/api/exports/mentions.csv?${asked}`, { headers: { authorization: `Bearer ${token}` } })
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get("content-disposition") ?? "", /mentions-.*\.csv/)
    return (await answer.text()).trim().split("\r\n")
  }
  const all = await taken("")
  assert.equal(all.length, 1 + heard.length)
  assert.match(all[0]!, /^"?Said at"?,"?Author"?/)
  assert.ok(all.some((line) => line.includes(`"'=2+3 roses"`)))
  const { items } = await must("/api/watches?limit=200")
  const roses = items.find(({ name }: Json) => name === "Roses").id
  assert.equal((await taken(`watch=${roses}&bom=false&delimiter=;`)).length, 1 + 311)
  assert.equal((await taken("words=Message+61")).length, 1 + 16)
})
