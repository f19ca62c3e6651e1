import assert from "node:assert/strict"
import { createHmac } from "node:crypto"
import { after, before, beforeEach, test } from "node:test"
import { MINUTE } from "#platform"
import { type Answered, type Asked, type Grounded, groundAt, Served, sourceOf } from "../served.fixture.ts"
import type { PushRequest, Reading } from "../source.ts"
import { feedSource } from "./feed-source.ts"
import { item, NOW, rss } from "./feed.fixture.ts"

let site: Served
let hub: Served
let here: Grounded
before(async () => {
  site = await new Served(() => ({})).open()
  hub = await new Served(() => ({ status: 202 })).open()
})
after(() => Promise.all([site.close(), hub.close(), here.close()]))
beforeEach(async () => {
  await here?.close()
  here = groundAt(NOW)
  site.asked.length = 0
  hub.asked.length = 0
})

const serve = (answer: (asked: Asked) => Answered) => (site.answer = answer)
const look = (cursor: Reading["cursor"] = null, path = "/feed") =>
  feedSource.read!(here.ground, sourceOf({ url: `${site.url}${path}` }, cursor))
const titles = ({ heard }: Reading) => heard.map(({ title }) => title)

/** The site's feed names the hub; the hub, asked, tells its news to the callback as WebSub writes it. */
async function subscribed(): Promise<Reading> {
  serve(() => ({ body: rss(item(1), `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${hub.url}/hub"/>`) }))
  return look()
}
const push = (cursor: Reading["cursor"], request: Partial<PushRequest>) =>
  feedSource.push!(here.ground, sourceOf({ url: `${site.url}/feed` }, cursor), {
    method: "POST",
    query: new URLSearchParams(),
    headers: new Headers(),
    body: new Uint8Array(),
    ...request,
  })
const confirm = (form: URLSearchParams, more: Record<string, string> = {}) =>
  new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.topic": form.get("hub.topic")!,
    "hub.challenge": "c1",
    "hub.lease_seconds": "864000",
    ...more,
  })

test("a hub is asked, confirms, and tells of news that are signed; the feed is then looked at seldom", async () => {
  const first = await subscribed()
  const form = new URLSearchParams(hub.asked[0]?.body.toString())
  assert.deepEqual(
    [form.get("hub.mode"), form.get("hub.topic"), form.get("hub.callback")],
    ["subscribe", `${site.url}/feed`, here.ground.pushUrl],
  )
  const confirmed = await push(first.cursor, { method: "GET", query: confirm(form) })
  assert.deepEqual([confirmed.status, confirmed.body], [200, "c1"])
  assert.ok(!JSON.stringify(confirmed.reading!.cursor).includes(form.get("hub.secret")!), "the hub's secret is written nowhere")
  const body = Buffer.from(rss(item(1) + item(2)))
  const sign = (method: string, secret = form.get("hub.secret")!) => `${method}=${createHmac(method, secret).update(body).digest("hex")}`
  for (const method of ["sha1", "sha256", "sha384", "sha512"]) {
    const told = await push(confirmed.reading!.cursor, { body, headers: new Headers({ "x-hub-signature": sign(method) }) })
    assert.deepEqual([told.status, titles(told.reading!)], [202, ["Title 2"]])
    assert.equal(told.reading!.through.toISOString(), first.through.toISOString(), "what is pushed says nothing of what is missing")
  }
  for (const signature of [sign("sha256", "guessed"), "sha256=00", "md5=00", ""]) {
    const told = await push(confirmed.reading!.cursor, { body, headers: new Headers({ "x-hub-signature": signature }) })
    assert.deepEqual([told.status, told.reading], [403, null])
  }
  const later = await look(confirmed.reading!.cursor)
  assert.equal(later.next?.toISOString(), "2026-11-22T11:00:00.000Z")
  assert.equal(hub.asked.length, 1)
})

test("a lease is renewed before it ends, with the same secret; a hub that never confirmed is asked again", async () => {
  const first = await subscribed()
  const form = new URLSearchParams(hub.asked[0]?.body.toString())
  const confirmed = await push(first.cursor, { method: "GET", query: confirm(form) })
  here.clock.advance(7 * 24 * 60 * MINUTE)
  const week = await look(confirmed.reading!.cursor)
  assert.equal(hub.asked.length, 1)
  here.clock.advance(36 * 60 * MINUTE)
  await look(week.cursor)
  assert.equal(hub.asked.length, 2)
  assert.equal(new URLSearchParams(hub.asked[1]?.body.toString()).get("hub.secret"), form.get("hub.secret"))
  await look(first.cursor)
  assert.equal(hub.asked.length, 3)
})

test("a hub named by a Link header counts before the feed's own; the lease of a feed that stays the same is renewed, too", async () => {
  const link = `<${hub.url}/hub>; rel="hub", </canonical>; title="a, b"; rel="self alternate"`
  serve(({ headers }) =>
    headers["if-none-match"] ? { status: 304 } : { body: rss(item(1), '<x rel="hub"/>'), headers: { link, etag: '"1"' } },
  )
  const first = await look()
  const form = new URLSearchParams(hub.asked[0]?.body.toString())
  assert.equal(form.get("hub.topic"), `${site.url}/canonical`)
  const confirmed = await push(first.cursor, { method: "GET", query: confirm(form) })
  here.clock.advance(9 * 24 * 60 * MINUTE)
  await look(confirmed.reading!.cursor)
  assert.equal(hub.asked.length, 2, "asked anew though nothing has changed")
})

test("questions of hubs that we didn't ask are refused, and a refusal is said", async () => {
  const { cursor } = await subscribed()
  const form = new URLSearchParams(hub.asked[0]?.body.toString())
  const ask = async (more: Record<string, string>) => (await push(cursor, { method: "GET", query: confirm(form, more) })).status
  assert.equal(await ask({ "hub.topic": "https://other.example/feed" }), 404)
  assert.equal(await ask({ "hub.mode": "unsubscribe" }), 404)
  assert.equal((await push(null, { method: "GET", query: confirm(form) })).status, 404)
  const denied = await push(cursor, { method: "GET", query: confirm(form, { "hub.mode": "denied" }) })
  assert.equal(denied.reading?.remark?.key, "listening.remark.hubDenied")
})

test("a hub that is down is no trouble of the feed", async () => {
  serve(() => ({ body: rss(item(1), '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="http://localhost:9/"/>') }))
  assert.deepEqual(titles(await look()), ["Title 1"])
})
