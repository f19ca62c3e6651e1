import assert from "node:assert/strict"
import { after, before, beforeEach, test } from "node:test"
import { FetchRefused, MINUTE } from "#platform"
import { said } from "../../fair.fixture.ts"
import { type Answered, type Asked, type Grounded, groundAt, Served, sourceOf } from "../served.fixture.ts"
import { type Heard, type Reading, SourceTrouble, type TroubleCode } from "../source.ts"
import { feedSource } from "./feed-source.ts"
import { item, NOW, rss } from "./feed.fixture.ts"
import { toldApart } from "./told-apart.ts"

let site: Served
let here: Grounded
before(async () => {
  site = await new Served(() => ({})).open()
})
after(() => Promise.all([site.close(), here.close()]))
beforeEach(async () => {
  await here?.close()
  here = groundAt(NOW)
  site.asked.length = 0
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

test("a feed that gives many items one id, or one link and none, has them all; the very same twice is one", async () => {
  const of = (n: number) =>
    item(n)
      .replace(/<guid>.*<\/guid>/, "")
      .replace(`news.example/${n}`, "news.example/")
  const withId = (n: number) => item(n).replace(/<guid>.*<\/guid>/, "<guid>all</guid>")
  serve(() => ({ body: rss(of(1) + of(2) + of(2) + withId(3) + withId(4) + item(5)) }))
  const { heard, cursor } = await look()
  assert.deepEqual(
    Map.groupBy(heard, ({ key }) => key)
      .values()
      .map((same) => same.map(({ title }) => title))
      .toArray(),
    [["Title 1"], ["Title 2", "Title 2"], ["Title 3"], ["Title 4"], ["Title 5"]],
  )
  assert.equal(heard.at(-1)?.key, "5", "whoever has an id of its own keeps it")
  assert.deepEqual((await look(cursor)).heard, [], "the same things, the next time")
})

test("an item keeps its key when another with its id joins it or leaves; a feed that dates all by now brings nothing again", async () => {
  let minute = 10
  const of = (title: string, words = title) =>
    `<item><title>${title}</title><guid>all</guid><description>${words}</description><pubDate>Sun, 22 Nov 2026 09:${minute} GMT</pubDate></item>`
  const show = async (items: () => string, before: Reading["cursor"]) => {
    minute++
    serve(() => ({ body: rss(items()) }))
    const reading = await look(before)
    return { ...reading, told: reading.heard.map(({ key, title, text }) => [key, title, text]) }
  }
  const alone = await show(() => of("One"), null)
  assert.deepEqual(alone.told, [["all", "One", "One"]])
  const joined = await show(() => of("Two") + of("One"), alone.cursor)
  assert.deepEqual(titles(joined), ["Two"])
  const two = joined.heard[0]?.key
  assert.notEqual(two, "all")
  const left = await show(() => of("Two"), joined.cursor)
  assert.deepEqual(left.told, [], "it is still the same, alone")
  const edited = await show(() => of("Two", "Corrected"), left.cursor)
  assert.deepEqual(edited.told, [[two, "Two", "Corrected"]])
  assert.deepEqual((await show(() => of("One") + of("Two", "Corrected"), edited.cursor)).told, [])
})

test("items that say the same under one id are told apart by their dates, however many are shown", async () => {
  const same = (hour: number) =>
    item(hour, "All is well")
      .replace(/<guid>.*<\/guid>/, "<guid>all</guid>")
      .replace(/<description>.*<\/description>/, "<description>Well</description>")
  serve(() => ({ body: rss(same(2) + same(1)) }))
  const first = await look()
  assert.equal(new Set(first.heard.map(({ key }) => key)).size, 2)
  serve(() => ({ body: rss(same(3) + same(2) + same(1)) }))
  const second = await look(first.cursor)
  assert.deepEqual(
    second.heard.map(({ publishedAt }) => publishedAt?.getUTCHours()),
    [3],
  )
  serve(() => ({ body: rss(same(3) + same(2)) }))
  assert.deepEqual((await look(second.cursor)).heard, [])
})

test("thousands of items that share one id cost what as many with ids of their own do", () => {
  const heard = (n: number, key: string): Heard => ({ ...said(key, `Words ${n} `.repeat(60)), title: `Title ${n}` })
  const cost = (keyOf: (n: number) => string): number => {
    const all = Array.from({ length: 2000 }, (_, n) => heard(n, keyOf(n)))
    const before = process.cpuUsage()
    assert.equal(new Set(toldApart(all, []).map(({ key }) => key)).size, 2000)
    return process.cpuUsage(before).user / 1000
  }
  cost(String) // warm
  const [own, shared] = [cost(String), cost(() => "one")]
  assert.ok(shared < 3 * own + 50, `${shared} ms beside ${own} ms`)
})
