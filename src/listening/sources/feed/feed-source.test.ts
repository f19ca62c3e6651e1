import assert from "node:assert/strict"
import { createHmac } from "node:crypto"
import { after, before, beforeEach, test } from "node:test"
import { FetchRefused, MINUTE } from "#platform"
import { type Answered, type Asked, type Grounded, groundAt, Served, sourceOf } from "../served.fixture.ts"
import { type PushRequest, type Reading, SourceTrouble, type TroubleCode } from "../source.ts"
import { feedSource } from "./feed-source.ts"

const NOW = "2026-11-22T10:00:00Z"
const item = (n: number, title = `Title ${n}`) =>
  `<item><title>${title}</title><link>https://news.example/${n}</link><guid>${n}</guid><pubDate>Sun, 22 Nov 2026 0${n}:00:00 GMT</pubDate><description>&lt;p&gt;Words &lt;b&gt;${n}&lt;/b&gt;&lt;/p&gt;</description></item>`
const rss = (items: string, head = "") => `<rss version="2.0"><channel><title>News</title>${head}${items}</channel></rss>`

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

async function trouble(code: TroubleCode, cursor: Reading["cursor"] = null): Promise<SourceTrouble> {
  const error = await look(cursor).catch((thrown: unknown) => thrown)
  assert.ok(error instanceof SourceTrouble, String(error))
  assert.equal(error.code, code)
  return error
}

test("the first look brings what is there, as plain words; the next asks only for what is new", async () => {
  serve(({ headers }) =>
    headers["if-none-match"] === '"v1"' && headers["if-modified-since"] === "Sun, 22 Nov 2026 09:00:00 GMT"
      ? { status: 304, headers: { "cache-control": "max-age=1200" } }
      : { body: rss(item(1) + item(2)), headers: { etag: '"v1"', "last-modified": "Sun, 22 Nov 2026 09:00:00 GMT" } },
  )
  const first = await look()
  const [one] = first.heard
  assert.deepEqual([one?.key, one?.title, one?.text, one?.url], ["1", "Title 1", "Words 1", "https://news.example/1"])
  assert.equal(first.from?.toISOString(), "2026-11-22T01:00:00.000Z")
  const second = await look(first.cursor)
  assert.deepEqual([second.heard, second.from], [[], null])
  assert.equal(second.next?.toISOString(), "2026-11-22T10:20:00.000Z")
  assert.match(site.asked[0]?.headers["user-agent"] ?? "", /Vigie/)
})

test("only what is new or was changed comes again; where nothing was known, something may be missing", async () => {
  serve(() => ({ body: rss(item(1) + item(2)) }))
  const first = await look()
  serve(() => ({ body: rss(item(2, "Title 2, corrected") + item(3)) }))
  const second = await look(first.cursor)
  assert.deepEqual([titles(second), second.from], [["Title 2, corrected", "Title 3"], null])
  serve(() => ({ body: rss(item(8) + item(9)) }))
  assert.equal((await look(second.cursor)).from?.toISOString(), "2026-11-22T08:00:00.000Z")
})

test("a page leads to the feed that it names, and the feed's own address is remembered", async () => {
  serve(({ path }) =>
    path === "/feed"
      ? { body: '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/news.xml"></head></html>' }
      : { body: rss(item(1)) },
  )
  const first = await look()
  assert.deepEqual(titles(first), ["Title 1"])
  site.asked.length = 0
  await look(first.cursor)
  assert.deepEqual(
    site.asked.map(({ path }) => path),
    ["/news.xml"],
  )
  serve(() => ({ body: "<html><p>nothing</html>" }))
  assert.equal((await trouble("unreadable")).remark?.key, "listening.remark.page")
})

test("moved for good is remembered, moved for now isn't", async () => {
  const moves = (status: number) =>
    serve(({ path }) => (path === "/feed" ? { status, headers: { location: "/new" } } : { body: rss(item(1)) }))
  moves(302)
  assert.equal((await look()).remark, null)
  const asked = async (cursor: Reading["cursor"]) => {
    site.asked.length = 0
    await look(cursor)
    return site.asked.map(({ path }) => path)
  }
  assert.deepEqual(await asked((await look()).cursor), ["/feed", "/new"])
  moves(301)
  assert.deepEqual(await asked((await look()).cursor), ["/new"])
})

test("what the feed and its server ask for is kept to, within bounds", async () => {
  const next = async (head: string, headers: Record<string, string> = {}) => {
    serve(() => ({ body: rss(item(1), head), headers }))
    const { next: at } = await look()
    return at && (at.getTime() - Date.parse(NOW)) / MINUTE
  }
  assert.equal(await next(""), null)
  assert.equal(await next("<ttl>60</ttl>"), 60)
  assert.equal(await next("<ttl>1</ttl>"), 5)
  assert.equal(await next("<ttl>100000</ttl>"), 360)
  assert.equal(await next("<ttl>10</ttl>", { "cache-control": "public, max-age=1800" }), 30)
  const daily = '<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">daily</sy:updatePeriod>'
  assert.equal(
    await next(`${daily}<sy:updateFrequency xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">24</sy:updateFrequency>`),
    60,
  )
})

test("whatever the server says instead of a feed is something for its page", async () => {
  serve(() => ({ status: 429, headers: { "retry-after": "600" } }))
  assert.equal((await trouble("throttled")).until?.toISOString(), "2026-11-22T10:10:00.000Z")
  serve(() => ({ status: 503, headers: { "retry-after": "Sun, 22 Nov 2026 11:00:00 GMT" } }))
  assert.equal((await trouble("throttled")).until?.toISOString(), "2026-11-22T11:00:00.000Z")
  for (const [status, code] of [
    [410, "gone"],
    [401, "refused"],
    [500, "unreachable"],
    [404, "unreadable"],
  ] as const) {
    serve(() => ({ status }))
    await trouble(code)
  }
  serve(() => ({ body: "" }))
  assert.equal((await trouble("unreadable")).remark?.key, "listening.remark.empty")
})

test("a hostile feed costs a refusal and nothing else", async () => {
  const refused = async (reason: string) => {
    const error = await look().catch((thrown: unknown) => thrown)
    assert.ok(error instanceof FetchRefused, String(error))
    assert.equal(error.reason, reason)
  }
  serve(({ path }) => ({ status: 301, headers: { location: `${path}x` } }))
  await refused("redirects")
  serve(() => ({ status: 302, headers: { location: "http://169.254.169.254/latest/meta-data" } }))
  await refused("address")
  serve(() => ({ status: 302, headers: { location: "file:///etc/passwd" } }))
  await refused("scheme")
  serve(() => ({ body: Buffer.alloc(11_000_000, 32) }))
  await refused("too-large")
  serve(() => ({ body: rss(item(1) + "<a/>".repeat(1_500_000)) }))
  assert.deepEqual(titles(await look()), ["Title 1"])
})

test("one host is asked one thing at a time", async () => {
  const open = { now: 0, most: 0 }
  site.answer = async () => {
    open.most = Math.max(open.most, ++open.now)
    await new Promise((resolve) => setImmediate(resolve))
    open.now--
    return { body: rss(item(1)) }
  }
  await Promise.all([look(), look(null, "/a"), look(null, "/b")])
  assert.deepEqual([site.asked.length, open.most], [3, 1])
})

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
