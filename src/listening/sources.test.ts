import assert from "node:assert/strict"
import { afterEach, before, test } from "node:test"
import { sql } from "kysely"
import { HOUR, MINUTE } from "#platform"
import type { Json } from "../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../test/support/inside.ts"
import { fair, forgetOutside, outside, said } from "./fair.fixture.ts"
import { facebook } from "./sources/facebook/facebook.ts"
import { KINDS } from "./sources/kinds.ts"
import { type SourceKind, SourceTrouble } from "./sources/source.ts"
import { room } from "./tables.ts"
import { presentKinds } from "./views/kinds-view.ts"

/** A fair that pushes everything to one address; of one hall it can't be taken. */
const fairs: SourceKind = {
  ...fair,
  kind: "fairs",
  isRegistered: true,
  push: (ground, source, request) =>
    JSON.stringify(source.settings).includes("broken") ? Promise.reject(new Error("broken")) : fair.push!(ground, source, request),
}

/** Its door alone: nothing is asked of Meta here. */
const { read: _, ...meta } = facebook

let inside: InsideHouse
let lead: string
before(async () => {
  forgetOutside()
  inside = await openInside({ hearing: { kinds: [fair, fairs, meta] } })
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

test("a source is read with its cursor, fails alone, recovers, and says from when to when it was read", async () => {
  const watch = await must("POST", "/api/watches", { name: "Muguet", query: "muguet" })
  await must("POST", "/api/mentions", { source: "Gazette", mentions: [{ text: "Du lilas" }] })
  outside.readings.push(
    { heard: [said("m1", "Du muguet", { publishedAt: new Date("2026-11-01T10:00:00Z") })], cursor: { page: 2 }, more: true },
    { heard: [said("m2", "Muguet fané")], cursor: { page: 3 } },
  )
  const source = await must("POST", "/api/sources", { kind: "fair", settings: { hall: "3" }, secret: { key: "s3cret" } })
  assert.deepEqual([source.name, source.state, source.hasSecret], ["Fair 3", "reading", true])
  await inside.house.settle()
  assert.deepEqual(await heardBy(watch.id), ["m2", "m1"])
  assert.deepEqual(outside.asked.splice(0), [
    { cursor: null, secret: { key: "s3cret" } },
    { cursor: { page: 2 }, secret: { key: "s3cret" } },
  ])
  const began = inside.clock.now().toISOString()
  inside.clock.advance(16 * MINUTE)
  outside.readings.push(new SourceTrouble("throttled", { until: new Date(inside.clock.now().getTime() + HOUR) }))
  await inside.house.settle()
  const throttled = await must("GET", `/api/sources/${source.id}`)
  assert.deepEqual([throttled.state, throttled.reason.code], ["throttled", "throttled"])
  const { items: others } = await must("GET", "/api/sources")
  assert.ok(
    others.some(({ name, state }: Json) => name === "Gazette" && state === "reading"),
    "the others go on",
  )
  inside.clock.advance(30 * MINUTE)
  await inside.house.settle()
  assert.equal(outside.asked.splice(0).length, 1, "not before it may")
  inside.clock.advance(31 * MINUTE)
  outside.readings.push({ heard: [said("m3", "Le muguet revient")], from: inside.clock.now() })
  await inside.house.settle()
  assert.deepEqual(await heardBy(watch.id), ["m3", "m2", "m1"])
  assert.equal((await must("GET", `/api/sources/${source.id}`)).state, "reading")
  const coverage = (await must("GET", `/api/sources/${source.id}/coverage`)).items
  assert.deepEqual(
    coverage.map(({ from, to }: Json) => [from, to]),
    [
      [began, began],
      [inside.clock.now().toISOString(), inside.clock.now().toISOString()],
    ],
  )
  const { items, changes } = await must("GET", `/api/watches/${watch.id}/counts?step=hour&from=${began}`)
  assert.equal(items[0].complete, false, "unread isn't calm")
  assert.equal(changes.filter(({ sourceId }: Json) => sourceId === source.id).length, 1)
  const events = (await must("GET", `/api/sources/${source.id}/events`)).items
  assert.deepEqual(events.map(({ code }: Json) => code).slice(0, 2), ["recovered", "throttled"])
  const { rows } = await sql<{ text: string }>`select to_jsonb(s)::text as text from sources s`.execute(inside.db.read.sql)
  assert.ok(
    rows.every(({ text }) => !text.includes("s3cret")),
    "sealed at rest",
  )
})

test("what is pushed is verified by its kind, and kept; nothing tells a stranger what is there", async () => {
  const watch = await must("POST", "/api/watches", { name: "Iris", query: "iris" })
  const source = await must("POST", "/api/sources", { kind: "fair", settings: { hall: "4" } })
  const push = (id: string, query = "") =>
    inside.house.app.request(`/listening/push/${id}${query}`, { method: "POST", body: "Des iris poussés" })
  assert.equal((await push(source.id)).status, 403)
  const settledAt = () => room(inside.db.read).selectFrom("sources").select("settled_at").where("id", "=", source.id).executeTakeFirst()
  const settled = await settledAt()
  inside.clock.advance(MINUTE)
  assert.equal((await push(source.id, "?proof=yes")).status, 204)
  assert.deepEqual(await settledAt(), settled, "what is pushed between two looks says nothing of a gap")
  assert.deepEqual(await heardBy(watch.id), ["pushed"])
  assert.equal((await push(watch.id)).status, 404)
  await must("PATCH", `/api/sources/${source.id}`, { state: "paused" })
  assert.equal((await push(source.id, "?proof=yes")).status, 404)
  await must("DELETE", `/api/sources/${source.id}`)
  assert.deepEqual(await heardBy(watch.id), ["pushed"], "what it brought stays")
})

test("what is pushed is kept while looks fail, and says nothing of them: the trouble stays until a look ends it", async () => {
  for (const other of (await must("GET", "/api/sources")).items) if (other.kind === "fair") await must("DELETE", `/api/sources/${other.id}`)
  const { id } = await must("POST", "/api/sources", { kind: "fair", settings: { hall: "push" } })
  await inside.house.settle()
  outside.readings.push(new SourceTrouble("refused"))
  inside.clock.advance(20 * MINUTE)
  await inside.house.settle()
  const troubled = await must("GET", `/api/sources/${id}`)
  assert.equal(troubled.state, "failing")
  inside.clock.advance(MINUTE)
  const push = { method: "POST", body: "Des iris pendant l’ennui" }
  assert.equal((await inside.house.app.request(`/listening/push/${id}?proof=yes`, push)).status, 204)
  assert.equal((await must("GET", "/api/mentions?words=ennui")).items.length, 1)
  const after = await must("GET", `/api/sources/${id}`)
  assert.deepEqual(
    [after.state, after.stateSince, after.nextAt, after.readAt],
    [troubled.state, troubled.stateSince, troubled.nextAt, troubled.readAt],
  )
})

test("where one address tells of all, a paused or broken source hides nothing from the others", async () => {
  const watch = await must("POST", "/api/watches", { name: "Dahlias", query: "dahlias" })
  const add = (hall: string) => must("POST", "/api/sources", { kind: "fairs", settings: { hall } })
  const [registered, other] = [await add("1"), await add("2")]
  const push = async (body: string) =>
    (await inside.house.app.request(`/listening/push/${registered.id}?proof=yes`, { method: "POST", body })).status
  await must("PATCH", `/api/sources/${registered.id}`, { state: "paused" })
  assert.equal(await push("Des dahlias"), 204)
  assert.deepEqual(await heardBy(watch.id), ["pushed"])
  await must("DELETE", `/api/sources/${other.id}`)
  assert.equal(await push("Des dahlias"), 404)
  await add("broken")
  await add("3")
  assert.equal(await push("Des dahlias"), 500)
  assert.equal((await heardBy(watch.id)).length, 2, "shown to the one behind it")
})

test("Meta verifies one address by the word of any of the sources that it tells of, as long as one of them is read", async () => {
  const add = (page: string, verify: string) =>
    must("POST", "/api/sources", { kind: "facebook", settings: { page }, secret: { token: "EAAB", appSecret: "0123456789abcdef", verify } })
  const [registered, other] = [await add("105555", "first-of-the-words"), await add("205555", "second-of-the-words")]
  const verify = async (word: string) => {
    const asked = new URLSearchParams({ "hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": word })
    const answer = await inside.house.app.request(`/listening/push/${registered.id}?${asked}`)
    return [answer.status, answer.status === 200 ? await answer.text() : ""]
  }
  assert.deepEqual(await verify("first-of-the-words"), [200, "1158201444"])
  assert.deepEqual(await verify("second-of-the-words"), [200, "1158201444"])
  assert.deepEqual(await verify("no-word-of-theirs"), [403, ""])
  await must("PATCH", `/api/sources/${registered.id}`, { state: "paused" })
  assert.deepEqual(await verify("second-of-the-words"), [200, "1158201444"])
  await must("PATCH", `/api/sources/${other.id}`, { state: "paused" })
  assert.notEqual((await verify("second-of-the-words"))[0], 200)
})

test("another server isn't shown the secret that was given for the one before", async () => {
  const [api, other] = ["https://one.example/v1", "https://two.example"]
  const source = await must("POST", "/api/sources", { kind: "fair", settings: { hall: "8", api }, secret: { key: "k" } })
  const change = (body: Json) => inside.api(`/api/sources/${source.id}`, { token: lead, method: "PATCH", body })
  const refused = await change({ settings: { hall: "8", api: other } })
  assert.deepEqual(
    [refused.status, refused.body.fields[0].path, refused.body.fields[0].key],
    [422, "secret", "listening.source.secretAnew"],
  )
  assert.equal((await change({ settings: { hall: "8", api: "https://one.example/v2" } })).status, 200)
  assert.equal((await change({ settings: { hall: "8", api: other }, secret: { key: "k2" } })).status, 200)
})

test("a source is tried without being kept; bad settings are named; what can't be heard is said", async () => {
  outside.readings.push({ heard: [said("t1", "Un essai")] })
  const tried = await must("POST", "/api/sources/try", { kind: "fair", settings: { hall: "5" } })
  assert.deepEqual([tried.heard, tried.trouble, tried.examples[0].text], [1, null, "Un essai"])
  outside.readings.push(new SourceTrouble("refused"))
  assert.equal((await must("POST", "/api/sources/try", { kind: "fair", settings: { hall: "5" } })).trouble.code, "refused")
  const bad = await inside.api("/api/sources", { token: lead, body: { kind: "fair", settings: { hall: "" } } })
  assert.deepEqual([bad.status, bad.body.fields[0].path], [422, "settings.hall"])
  const { items, hard } = await must("GET", "/api/sources/kinds")
  assert.equal(items[0].kind, "fair")
  assert.ok(hard.some(({ place, detail }: Json) => place === "reddit" && detail.includes("2025")))
  const all = (["en", "fr"] as const).flatMap((language) => presentKinds(KINDS, language).items.map(({ deletions }) => deletions))
  assert.deepEqual(
    all.filter((sentence) => !sentence.includes(" ")),
    [],
    "of every kind it is said what becomes known of deletions",
  )
})
