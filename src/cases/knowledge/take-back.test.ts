import assert from "node:assert/strict"
import { before, test } from "node:test"
import { DAY } from "#platform"
import type { Json } from "../../../test/support/house.ts"
import { Shop } from "../../../test/support/shop.ts"

let shop: Shop
let lea: string
before(async () => {
  shop = await Shop.open()
  lea = await shop.inside.token("lead")
})

/** An article that everybody reads, and another version of it. */
async function twice(title: string): Promise<{ id: string; page: string; first: Json; second: Json }> {
  const { id } = await shop.ask("/api/articles", { body: { language: "en", title, body: "Within three days." } })
  await shop.ask(`/api/articles/${id}`, { method: "PATCH", body: { audience: "public" } })
  const first = await shop.ask(`/api/articles/${id}/texts/en/publish`, { body: {} })
  shop.inside.clock.advance(30 * DAY)
  await shop.ask(`/api/articles/${id}/texts/en`, { method: "PUT", body: { title, body: "Within nine days.", revision: first.revision } })
  const second = await shop.ask(`/api/articles/${id}/texts/en/publish`, { body: {} })
  return { id, page: second.url, first, second }
}

const read = (page: string) => shop.inside.api(page)
const inUse = (version: number | null) => ({ version, audience: "public" })

test("a publication that is taken back puts the version before it in use again, and keeps what was written", async () => {
  const { id, page, first, second } = await twice("Refunds")
  assert.deepEqual([first.before, second.before], [null, 1])
  assert.match((await read(page)).body, /Within nine days/)
  const text = await shop.ask(`/api/articles/${id}/texts/en/use`, { body: { version: second.before, left: inUse(second.version) } })
  assert.deepEqual([text.state, text.version, text.body], ["changed", 1, "Within nine days."])
  const served = await read(page)
  assert.equal(served.status, 200)
  assert.match(served.body, /Within three days/)
  assert.doesNotMatch(served.body, /checked on/, "that it was looked through went with the publication")
  const found = async (q: string) => (await read(`/help?q=${q}`)).body.includes(page)
  assert.deepEqual([await found("three"), await found("nine")], [true, false])
  const { reviewedAt } = await shop.ask(`/api/articles/${id}`)
  assert.equal(reviewedAt, first.publishedAt)
  await shop.ask(`/api/articles/${id}/texts/en/use`, { body: { version: 2 } })
  assert.match((await read(page)).body, /Within nine days/, "and there again")
  const absent = await shop.inside.api(`/api/articles/${id}/texts/en/use`, { token: shop.token, body: { version: 9 } })
  assert.deepEqual([absent.status, absent.body.key], [404, "knowledge.noSuchVersion"])
})

test("the first publication that is taken back leaves a draft; taken out of use, it comes back as it was", async () => {
  const { id } = await shop.ask("/api/articles", { body: { language: "en", title: "Vases", body: "Within a week." } })
  const made = await shop.ask(`/api/articles/${id}/texts/en/publish`, { body: {} })
  const left = { version: made.version, audience: "internal" }
  await shop.ask(`/api/articles/${id}/texts/en/withdraw`, { body: { left } })
  const draft = await shop.ask(`/api/articles/${id}`)
  assert.deepEqual([draft.texts[0].state, draft.reviewedAt, draft.reviewAt], ["draft", null, null])
  const again = await shop.ask(`/api/articles/${id}/texts/en/use`, { body: { version: 1, left: { ...left, version: null } } })
  assert.deepEqual([again.state, again.version, again.publishedAt], ["published", 1, made.publishedAt])
})

test("what a colleague published, or made of the article, since isn't undone with what came before it", async () => {
  const { id, page, second } = await twice("Deliveries")
  const refused = async (path: string, body: object): Promise<void> => {
    const method = path === "" ? "PATCH" : "POST"
    const { status, body: told } = await shop.inside.api(`/api/articles/${id}${path}`, { token: shop.token, method, body })
    assert.deepEqual([status, told.key], [409, "cases.changedSince"], path)
  }
  const body = { title: "Deliveries", body: "Within one day.", revision: second.revision }
  await shop.ask(`/api/articles/${id}/texts/en`, { token: lea, method: "PUT", body })
  await shop.ask(`/api/articles/${id}/texts/en/publish`, { token: lea, body: {} })
  await refused("/texts/en/use", { version: 1, left: inUse(2) })
  await refused("/texts/en/withdraw", { left: inUse(2) })
  assert.match((await read(page)).body, /Within one day/)

  const change = (change: object, token = shop.token) => shop.ask(`/api/articles/${id}`, { method: "PATCH", body: change, token })
  for (const [ours, before, hers] of [
    [{ tags: ["Vans"] }, { tags: [] }, { tags: ["vans", "bicycles"] }],
    [{ reviewAt: "2031-01-01T09:00:00Z" }, { reviewAt: null }, { reviewAt: "2031-02-01T09:00:00Z" }],
    [{ audience: "internal" }, { audience: "public" }, { audience: "public" }],
  ]) {
    await change(ours!)
    await change({ ...before, left: ours })
    await change(ours!)
    await change(hers!, lea)
    await refused("", { ...before, left: ours })
  }
  assert.deepEqual((await shop.ask(`/api/articles/${id}`)).tags, ["vans", "bicycles"])
})
