import assert from "node:assert/strict"
import { createHmac } from "node:crypto"
import { after, before, test } from "node:test"
import { type RunningHouse, startHouse, tokenFor, until } from "../../../test/support/house.ts"
import { Served } from "./served.fixture.ts"

/** As Meta pushes: signed with the app's secret over the very bytes. */
const APP = { token: "EAAB", appSecret: "0123456789abcdef0123456789abcdef", verify: "parcels-and-more" }
const item = (n: number, text: string) => `<item><guid>${n}</guid><title>${text}</title><link>https://press.example/${n}</link></item>`

let site: Served
let hub: Served
let house: RunningHouse
let token: string
let items = item(1, "Zenith lost three hundred parcels")
before(async () => {
  hub = await new Served(() => ({ status: 202 })).open()
  site = await new Served(({ path }) =>
    path === "/feed"
      ? {
          body: `<rss version="2.0"><channel><title>Press</title><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${hub.url}/"/>${items}</channel></rss>`,
        }
      : { body: '<html><link rel="alternate" type="application/rss+xml" href="/feed"></html>' },
  ).open()
  house = await startHouse({ env: { VIGIE_ALLOW_PRIVATE: "localhost" } })
  token = await tokenFor(house, "lead")
})
after(() => Promise.all([site.close(), hub.close()]))

const call = (path: string, body?: unknown) => house.api(path, body === undefined ? { token } : { token, method: "POST", body })

test("a feed that a page names is heard by a watch, and what its hub pushes is heard without looking", async () => {
  const watch = await call("/api/watches", { name: "Zenith", query: "zenith" })
  assert.equal(watch.status, 201, JSON.stringify(watch.body))
  const kinds = await call("/api/sources/kinds")
  assert.ok(kinds.body.items.length >= 11)
  const source = await call("/api/sources", { kind: "feed", settings: { url: `${site.url}/` } })
  assert.equal(source.status, 201, JSON.stringify(source.body))
  const heard = async (title: string) => {
    const { body } = await call(`/api/watches/${watch.body.id}/mentions`)
    return body.items?.find((mention: { title: string | null }) => mention.title === title)
  }
  await until("the article", () => heard("Zenith lost three hundred parcels"))
  const form = new URLSearchParams((await until("the subscription", () => Promise.resolve(hub.asked[0]))).body.toString())
  const callback = new URL(form.get("hub.callback")!)
  const local = `${house.url}${callback.pathname}`
  const question = new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.topic": form.get("hub.topic")!,
    "hub.challenge": "c1",
    "hub.lease_seconds": "864000",
  })
  const confirmed = await fetch(`${local}?${question}`)
  assert.deepEqual([confirmed.status, await confirmed.text()], [200, "c1"])
  items = item(2, "Zenith finds the parcels") + items
  const looks = site.asked.length
  const body = `<rss version="2.0"><channel><title>Press</title>${items}</channel></rss>`
  const push = (secret: string) =>
    fetch(local, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/rss+xml",
        "x-hub-signature": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
      },
    })
  assert.equal((await push("guessed")).status, 403)
  assert.equal((await push(form.get("hub.secret")!)).status, 202)
  await until("what was pushed", () => heard("Zenith finds the parcels"))
  assert.equal(site.asked.length, looks)
  const stored = await house.api(`/api/sources/${source.body.id}`, { token })
  assert.ok(!JSON.stringify(stored.body).includes(form.get("hub.secret")!))
  const before = hub.asked.length
  await house.api(`/api/sources/${source.body.id}`, { token, method: "DELETE" })
  const asked = await until("the hub is told to stop", () => Promise.resolve(hub.asked[before]))
  const stop = new URLSearchParams(asked.body.toString())
  assert.deepEqual([stop.get("hub.mode"), stop.get("hub.topic"), stop.get("hub.secret")], ["unsubscribe", form.get("hub.topic"), null])
  const ending = (topic: string) => {
    const query = new URLSearchParams({ "hub.mode": "unsubscribe", "hub.topic": topic, "hub.challenge": "c2" })
    return fetch(`${local}?${query}`)
  }
  const ended = await ending(form.get("hub.topic")!)
  assert.deepEqual([ended.status, await ended.text()], [200, "c2"])
  assert.equal((await ending("https://other.example/feed")).status, 404)
  assert.equal((await push(form.get("hub.secret")!)).status, 410)
  const trial = await call("/api/sources/try", { kind: "feed", settings: { url: "http://169.254.169.254/latest" } })
  assert.equal(trial.body.trouble?.code, "unreachable", JSON.stringify(trial.body))
})

test("a registered platform tells through its door: verified, signed, once; what it takes back is gone; another account's source hears its own", async (t) => {
  const watch = await call("/api/watches", { name: "Halo", query: "halo" })
  const graph = await new Served(() => ({ headers: { "content-type": "application/json" }, body: '{"data":[]}' })).open()
  t.after(() => graph.close())
  const add = async (page: string) => {
    const source = await call("/api/sources", { kind: "facebook", settings: { page, api: graph.url }, secret: APP })
    assert.equal(source.status, 201, JSON.stringify(source.body))
    await until("a first look", async () => (await call(`/api/sources/${source.body.id}`)).body.readAt)
    return source.body
  }
  const [first, second] = [await add("10555501"), await add("10555502")]
  const door = `${house.url}${new URL(first.pushUrl).pathname}`
  const question = new URLSearchParams({ "hub.mode": "subscribe", "hub.challenge": "42", "hub.verify_token": APP.verify })
  assert.equal(await (await fetch(`${door}?${question}`)).text(), "42")
  const at = Math.floor(Date.now() / 1000)
  const told = (page: string, verb: string, more: object) => {
    const value = { item: "post", verb, post_id: `${page}_1`, created_time: at, ...more }
    return JSON.stringify({ object: "page", entry: [{ id: page, time: at, changes: [{ field: "feed", value }] }] })
  }
  const push = async (body: string, secret = APP.appSecret) => {
    const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`
    return (await fetch(door, { method: "POST", body, headers: { "x-hub-signature-256": signature } })).status
  }
  const heard = async () => (await call(`/api/watches/${watch.body.id}/mentions`)).body.items
  const renewed = await house.api(`/api/sources/${first.id}`, { token, method: "PATCH", body: { secret: { token: "EAAC" } } })
  assert.equal(renewed.status, 200, "a new token alone: the rest of the key stays")
  const said = told("10555501", "add", { message: "My Halo never came", from: { id: "7", name: "Maya" } })
  assert.deepEqual([await push(said, "somebody-elses-secret"), (await heard()).length], [403, 0])
  assert.deepEqual([await push(said), await push(said), (await heard()).length], [200, 200, 1])
  assert.equal(await push(told("10555502", "add", { message: "Halo broke", from: { id: "8", name: "Ana" } })), 200)
  assert.equal((await heard()).find(({ text }: { text: string }) => text === "Halo broke")?.source.id, second.id)
  assert.equal(await push(`"${"x".repeat(5_000_001)}"`), 413)
  const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)) })
  const cut = await fetch(door, { method: "POST", body: endless, duplex: "half" } as RequestInit).then(
    ({ status }) => status,
    () => "cut",
  )
  assert.ok(cut === 413 || cut === "cut", String(cut))
  assert.equal(await push(told("10555501", "remove", {})), 200)
  assert.deepEqual(
    (await heard()).map(({ text }: { text: string }) => text),
    ["Halo broke"],
  )
})

test("what X costs is written down with the source, and stops it in time; a raised budget goes on from where it was", async (t) => {
  const X_BEGAN = 1_288_834_974_657n
  const id = (n: number) => String(((BigInt(Date.now()) - X_BEGAN - BigInt(60_000 - n * 1000)) << 22n) + BigInt(n))
  let posts = Array.from({ length: 15 }, (_, n) => ({ id: id(n), text: `Halo ${n}` })).reverse()
  const asked: URLSearchParams[] = []
  const api = await new Served(({ query }) => {
    asked.push(query)
    const data = posts.filter((post) => BigInt(post.id) > BigInt(query.get("since_id") ?? 0))
    const body = JSON.stringify({ ...(data.length ? { data } : {}), meta: { newest_id: data[0]?.id, result_count: data.length } })
    return { headers: { "content-type": "application/json" }, body }
  }).open()
  t.after(() => api.close())
  const settings = { words: ["halo"], budget: 0.1, api: api.url }
  const source = await call("/api/sources", { kind: "x", settings, secret: { token: "t" } })
  const now = async () => (await call(`/api/sources/${source.body.id}`)).body
  await until("a first look", async () => (await now()).readAt)
  const { spending } = await now()
  assert.deepEqual([spending.things, spending.dollars, spending.budget, spending.most], [15, 0.075, 0.1, null])
  await house.api(`/api/sources/${source.body.id}/read`, { token, method: "POST" })
  const stopped = await until("it stops", async () => ((await now()).state === "throttled" ? now() : null))
  assert.match(stopped.reason.detail, /15 posts for 0\.08 of 0\.1 dollars/)
  assert.equal(stopped.nextAt.slice(0, 10), spending.begins.slice(0, 10))
  assert.equal(asked.length, 1)
  posts = [{ id: id(40), text: "Halo again" }, ...posts]
  await house.api(`/api/sources/${source.body.id}`, { token, method: "PATCH", body: { settings: { ...settings, budget: 5 } } })
  const again = await until("it goes on", async () => ((await now()).spending.things === 16 ? now() : null))
  assert.deepEqual([again.state, asked[1]?.get("since_id")], ["reading", posts[1]!.id])
})
