import assert from "node:assert/strict"
import { before, test } from "node:test"
import { DAY, MINUTE, SECOND } from "#platform"
import { Listener } from "../../test/support/feed.ts"
import type { Json } from "../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../test/support/inside.ts"
import { fair, forgetOutside, outside, said } from "./fair.fixture.ts"
import { SourceTrouble } from "./sources/source.ts"

let inside: InsideHouse
let lead: string
before(async () => {
  forgetOutside()
  inside = await openInside({ hearing: { kinds: [fair] } })
  lead = await inside.token("lead")
})

async function must(method: string, path: string, body?: unknown): Promise<Json> {
  const answer = await inside.api(path, { token: lead, method, ...(body === undefined ? {} : { body }) })
  assert.ok(answer.status < 300, `${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

const now = () => inside.clock.now().getTime()

/** Four ordinary days about a flower: one or two people every ten minutes, none in between. */
function ordinaryDays(flower: string): { key: string; text: string; at: Date; who: string }[] {
  return Array.from({ length: 4 * 144 }, (_, n) => ({
    key: `${flower} ${n}`,
    text: `Joli ${flower} aujourd’hui`,
    at: new Date(now() - 4 * DAY + n * 10 * MINUTE),
    who: `@passant${n % 90}`,
  }))
}

async function ordinaryWatch(flower: string): Promise<string> {
  const told = ordinaryDays(flower).map(({ key, text, at, who }) => ({ key, text, publishedAt: at.toISOString(), author: { handle: who } }))
  for (let n = 0; n < told.length; n += 300) await must("POST", "/api/mentions", { source: flower, mentions: told.slice(n, n + 300) })
  const { id } = await must("POST", "/api/watches", { name: flower, query: flower })
  await inside.house.settle()
  await fiveMinutes()
  return id
}

/** To just after the end of the five minutes under way, as they are judged. */
async function fiveMinutes(): Promise<void> {
  const end = (Math.floor(now() / (5 * MINUTE)) + 1) * 5 * MINUTE + 6 * SECOND
  inside.clock.set(new Date(end))
  await inside.house.settle()
}

const complain = (flower: string, many: number, who: (n: number) => string, from = 0) =>
  must("POST", "/api/mentions", {
    source: flower,
    mentions: Array.from({ length: many }, (_, n) => ({
      key: `complaint ${flower} ${from + n}`,
      text: `Mon ${flower} est resté bloqué, entrepôt en grève, honteux ${n}`,
      url: `https://forum${n % 2}.example/${flower}/${from + n}`,
      author: { handle: who(from + n), followers: n },
    })),
  })
const alarmsOf = async (watch: string) => (await must("GET", `/api/alarms?watch=${watch}`)).items

test("a surge of many people is called within five minutes, once, with since when, how strong and on what", async () => {
  const watch = await ordinaryWatch("camélia")
  const feed = new Listener(await inside.house.app.request("/api/feed", { headers: { authorization: `Bearer ${lead}` } }))
  await feed.until("the beginning", ({ event }) => event === "open")
  await fiveMinutes()
  assert.deepEqual(await alarmsOf(watch), [])
  await complain("camélia", 40, (n) => `@colere${n}`)
  const said = now()
  await fiveMinutes()
  const [alarm] = await alarmsOf(watch)
  assert.ok(alarm, "called")
  assert.ok(alarm.strength >= 1 && now() - said <= 5 * MINUTE && Date.parse(alarm.since) <= said, JSON.stringify(alarm))
  assert.deepEqual([alarm.posts, alarm.people, alarm.complete, alarm.watch.name], [40, 40, true, "camélia"])
  assert.ok(["entrepôt", "grève"].every((word) => alarm.words.some((one: Json) => one.word === word && one.people === 40)))
  assert.ok(
    alarm.words.every(({ word }: Json) => word !== "camélia"),
    "what is always said is no news",
  )
  assert.deepEqual(alarm.sites, [
    { site: "forum0.example", posts: 20 },
    { site: "forum1.example", posts: 20 },
  ])
  const { data } = await feed.until("the alarm", ({ event }) => event === "alarm.called")
  assert.deepEqual([data.data.watch, data.data.people], [watch, 40])
  await feed.stop()
  await complain("camélia", 40, (n) => `@colere${n}`, 40)
  await fiveMinutes()
  assert.equal((await alarmsOf(watch)).length, 1, "one event, one call")
  assert.equal((await must("GET", `/api/watches/${watch}`)).alarm.id, alarm.id)
  const { mentions, stories } = await must("GET", `/api/alarms/${alarm.id}`)
  assert.equal(stories[0].people, 40, "they speak of one thing")
  assert.equal(mentions[0].author.followers, 39, "whom most hear, first")
  const judged = await must("POST", `/api/alarms/${alarm.id}/verdict`, { verdict: "right", note: "Grève à Rungis" })
  assert.deepEqual([judged.verdict.is, judged.track], ["right", { days: 90, called: 1, right: 1, wrong: 0 }])
  assert.deepEqual((await must("GET", "/api/alarms?open=true")).items, [])
})

test("one who posts a hundred times is no surge, nor is an old archive that is brought in", async () => {
  const watch = await ordinaryWatch("dahlia")
  await complain("dahlia", 100, () => "@insistant")
  await fiveMinutes()
  assert.deepEqual(await alarmsOf(watch), [])
  const old = Array.from({ length: 200 }, (_, n) => ({
    key: `old ${n}`,
    text: "dahlia d’autrefois",
    publishedAt: new Date(now() - 2 * DAY - n * 1000).toISOString(),
    author: { handle: `@ancien${n}` },
  }))
  await must("POST", "/api/mentions", { source: "dahlia", mentions: old })
  await fiveMinutes()
  assert.deepEqual(await alarmsOf(watch), [])
})

test("a collector that was down is no calm, and what it brings when it is back no surge; the next real one is called", async () => {
  const author = (who: string) => ({ key: who, name: who, handle: who, url: null, followers: null, since: null })
  outside.every = 4 * MINUTE
  outside.readings.push({
    heard: ordinaryDays("narcisse").map(({ key, text, at, who }) => said(key, text, { publishedAt: at, author: author(who) })),
    from: new Date(now() - 4 * DAY),
  })
  await must("POST", "/api/sources", { kind: "fair", settings: { hall: "7" } })
  await inside.house.settle()
  const { id: watch } = await must("POST", "/api/watches", { name: "Narcisses", query: "narcisse" })
  await inside.house.settle()
  const hear = async (reading: object) => {
    outside.readings.push(reading)
    await fiveMinutes()
  }
  for (let n = 0; n < 3; n++) await hear({})
  for (let n = 0; n < 8; n++) {
    outside.readings.push(new SourceTrouble("refused"))
    await fiveMinutes()
  }
  outside.readings.length = 0
  inside.clock.advance(60 * MINUTE)
  const crowd = (what: string) =>
    Array.from({ length: 60 }, (_, n) =>
      said(`${what} ${n}`, `narcisse ${what}`, { publishedAt: inside.clock.now(), author: author(`@${what}${n}`) }),
    )
  outside.readings.push({ heard: crowd("retour"), from: new Date(now() - 30 * MINUTE) })
  await inside.house.settle()
  await fiveMinutes()
  assert.deepEqual(await alarmsOf(watch), [], "a catch-up")
  const { items } = await must("GET", `/api/watches/${watch}/counts?step=5m&from=${new Date(now() - 120 * MINUTE).toISOString()}`)
  assert.equal(items.filter(({ complete }: Json) => complete).length < items.length, true)
  for (let n = 0; n < 13; n++) await hear({})
  await hear({ heard: crowd("vraiment") })
  assert.equal((await alarmsOf(watch)).length, 1, "a real one")
})

/** A watch of what a place has told for four ordinary days, every five minutes, and who is in its crowd. */
async function toldOrdinarily(flower: string) {
  for (const { id, kind } of (await must("GET", "/api/sources")).items) if (kind === "fair") await must("DELETE", `/api/sources/${id}`)
  const author = (who: string) => ({ key: who, name: who, handle: who, url: null, followers: null, since: null })
  outside.every = 4 * MINUTE
  outside.readings.push({
    heard: ordinaryDays(flower).map(({ key, text, at, who }) => said(key, text, { publishedAt: at, author: author(who) })),
    from: new Date(now() - 4 * DAY),
  })
  await must("POST", "/api/sources", { kind: "fair", settings: { hall: flower } })
  await inside.house.settle()
  const { id: watch } = await must("POST", "/api/watches", { name: flower, query: flower })
  for (let n = 0; n < 4; n++) await fiveMinutes()
  /** Twenty at once, just before the five minutes end. */
  const crowd = (what: string) => {
    const end = (Math.floor(now() / (5 * MINUTE)) + 1) * 5 * MINUTE
    const heard = Array.from({ length: 20 }, (_, n) =>
      said(`${what} ${n}`, `${flower} ${what}`, { publishedAt: new Date(end - (n + 1) * SECOND), author: author(`@${what}${n}`) }),
    )
    return { heard, from: new Date(end - 20 * SECOND) }
  }
  return { watch, crowd }
}

test("a surge of which a place shows only the latest is called on that; what fell between two looks is missing, no return", async () => {
  const { watch, crowd } = await toldOrdinarily("pivoine")
  for (const wave of ["vague", "ressac"]) {
    outside.readings.push(crowd(wave))
    await fiveMinutes()
  }
  const called = await alarmsOf(watch)
  assert.deepEqual(
    called.map(({ complete, posts }: Json) => [complete, posts]),
    [[false, 20]],
    "called once, and said to be the least",
  )
})

test("a surge that fills many pages is called once all of them are read", async () => {
  const { watch, crowd } = await toldOrdinarily("jonquille")
  outside.readings.push({ ...crowd("première"), from: null, more: true }, { ...crowd("seconde"), from: null })
  await fiveMinutes()
  assert.equal((await alarmsOf(watch)).length, 1)
})
