import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import { countFigures, recountFigures } from "#cases"
import type { Json } from "../../../test/support/house.ts"
import { header, Shop } from "../../../test/support/shop.ts"
import { shareOf } from "./share.ts"

/** Monday and Tuesday of a flower shop that works from nine to six; hand-computed. */
const PEOPLE = ["amadou", "brune", "camille", "dov", "eloise"] as const

let shop: Shop
let conversations: Record<string, string>
let cases: Record<string, string>

const at = (time: string) => `2026-11-0${time}:00+01:00`
const writes = (who: string, text: string, headers: string[] = []) =>
  shop.receive({ from: `${who} <${who}@post.example>`, to: shop.address, subject: `Commande de ${who}`, text, headers })

async function writesBack(who: string, text: string): Promise<void> {
  const { bytes } = await shop.mailTo(`${who}@post.example`)
  await writes(who, text, [`In-Reply-To: ${header(bytes, "Message-ID")}`])
}

async function answers(who: string, time: string): Promise<void> {
  await shop.until(at(time))
  await shop.answer(conversations[who]!, "Bonjour, nous regardons.")
  await shop.aMinuteLater()
}

before(async () => {
  shop = await Shop.open({ start: at("2T09:00") })
  await shop.ask("/api/calendars", {
    body: { name: "Boutique", timeZone: "Europe/Paris", spans: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }], standard: true },
  })
  const mails = new Map<string, Json>()
  for (const who of PEOPLE) mails.set(who, await writes(who, "Où est ma commande ?"))
  const spam = await writes("fred", "Gagnez un million")
  conversations = Object.fromEntries([...mails].map(([who, { conversationId }]) => [who, conversationId]))
  cases = Object.fromEntries([...mails].map(([who, { caseId }]) => [who, caseId]))
  await shop.ask(`/api/cases/${spam.caseId}/status`, { body: { category: "spam" } })
  await answers("amadou", "2T09:10")
  await answers("brune", "2T09:30")
  await answers("camille", "2T10:00")
  await shop.until(at("2T10:30"))
  await writesBack("amadou", "Merci, et la carte ?")
  await answers("amadou", "2T10:35")
  await answers("dov", "2T10:59")
  await shop.until(at("2T11:00"))
  const kept = await shop.ask(`/api/cases/${cases["amadou"]}/promises`, { body: { text: "La carte", dueAt: at("2T15:00") } })
  await shop.ask(`/api/cases/${cases["dov"]}/promises`, { body: { text: "Le bouquet", dueAt: at("2T16:00") } })
  await shop.ask(`/api/promises/${kept.id}/keep`, { body: {} })
  await shop.ask(`/api/cases/${cases["amadou"]}/status`, { body: { category: "resolved" } })
  await shop.until(at("2T11:30"))
  await shop.ask(`/api/cases/${cases["brune"]}/status`, { body: { category: "resolved" } })
  await shop.until(at("2T16:01"))
  await answers("eloise", "3T09:30")
  await shop.until(at("3T10:00"))
  await writesBack("brune", "Toujours rien.")
  await shop.until(at("3T12:00"))
})

const figures = (query: string): Promise<Json> => shop.ask(`/api/figures?${query}`)

test("two days of a small company, as anybody can count them by hand", async () => {
  const told = await figures("period=custom&from=2026-11-02&to=2026-11-03")
  const [first, next, resolution] = told.times
  assert.deepEqual(
    first.now,
    { n: 5, median: 61, p90: null },
    "11, 31, 61 and 120 minutes, and a day and a half hour: each leaves a minute after it was written",
  )
  assert.deepEqual(first.worked, { n: 5, median: 61, p90: null })
  assert.deepEqual(next.now, { n: 1, median: null, p90: null }, "of one, nothing is said")
  assert.deepEqual(resolution.now, { n: 1, median: null, p90: null }, "Brune's came back: it took no time, it isn't settled")
  assert.deepEqual(told.promises.now, { n: 1, of: 2, share: null }, "one kept, one broken: too few for a share")
  assert.deepEqual(told.cameBack.now, { n: 1, of: 2, share: null })
  assert.deepEqual(
    [told.volume.in.now, told.volume.out.now, told.volume.opened.now, told.volume.resolved.now],
    [7, 6, 5, 2],
    "spam is nobody's work",
  )
  assert.deepEqual(
    told.steps.map(({ from, waiting, opened }: Json) => [from, waiting, opened]),
    [
      ["2026-11-02", 1, 5],
      ["2026-11-03", 1, 0],
    ],
    "Éloïse waits on Monday night, Brune on Tuesday",
  )
  assert.equal(told.hours.in[0][9], 5)
  assert.equal(told.hours.in[0][10], 1)
  assert.equal(told.hours.in[1][10], 1)
  assert.equal(
    told.hours.in.flat().reduce((sum: number, n: number) => sum + n, 0),
    7,
  )
})

test("in working hours the night isn't counted", async () => {
  const [first] = (await figures("period=today")).times
  assert.deepEqual(first.now.n, 1)
  const day = await shop.inside.db.read.sql.executeQuery<{ measure: string; bucket: number }>(
    sql`select measure, bucket from figure_days where tag = '' and measure in ('first', 'first-worked') and bucket > 200 order by measure`.compile(
      shop.inside.db.read.sql,
    ),
  )
  assert.deepEqual(
    day.rows.map(({ measure, bucket }) => [measure, bucket]),
    [
      ["first", 24 * 60],
      ["first-worked", 9 * 60 + 30],
    ],
    "24 h 31 on the clock, to the hour; Monday from nine to six and half an hour of Tuesday",
  )
})

test("just now, from the cases themselves", async () => {
  const now = await shop.ask("/api/figures/now")
  assert.equal(now.waiting, 1)
  assert.deepEqual(now.scale, [1, 0, 0, 0])
  assert.equal(now.longest.since, "2026-11-03T09:00:00.000Z")
})

test("the period before stands beside, and a tag or an inbox narrows both", async () => {
  const tuesday = await figures("period=today")
  assert.deepEqual(tuesday.before, { from: "2026-11-02", to: "2026-11-02" })
  assert.deepEqual(tuesday.volume.in, { now: 1, before: 6 })
  await shop.ask(`/api/cases/${cases["dov"]}`, { method: "PATCH", body: { tags: ["fête"] } })
  await shop.inside.house.settle()
  const tagged = await figures(`period=7d&tag=${encodeURIComponent("fête")}`)
  assert.equal(tagged.volume.in.now, 1)
  assert.equal(tagged.promises.now.of, 1)
})

test("what was counted bit by bit is what a fresh count gives, after merges, tags, teams and reopenings too", async () => {
  await shop.ask(`/api/cases/${cases["camille"]}/merge`, { body: { into: cases["dov"] } })
  await shop.ask(`/api/cases/${cases["eloise"]}`, { method: "PATCH", body: { tags: ["fête", "livraison"] } })
  await shop.ask(`/api/cases/${cases["amadou"]}/status`, { body: { category: "open" } })
  await shop.inside.house.settle()
  const before = await allCells()
  assert.ok(before.length > 20)
  await recountFigures(shop.inside.db, "Europe/Paris")
  assert.deepEqual(await allCells(), before)
  await countFigures(shop.inside.db, "Europe/Paris")
  assert.deepEqual(await allCells(), before, "nothing is counted twice")
})

test("another time zone moves what lies about midnight", async () => {
  const admin = await shop.inside.token("admin")
  await shop.ask("/api/company", { method: "PATCH", token: admin, body: { timeZone: "Pacific/Kiritimati" } })
  await shop.inside.house.settle()
  const told = await figures("period=custom&from=2026-11-02&to=2026-11-04")
  assert.equal(told.period.timeZone, "Pacific/Kiritimati")
  assert.equal(told.hours.in[0][22], 5, "nine in the morning in Paris is ten at night there")
})

test("a share comes with its interval, which is wide for few", () => {
  assert.equal(shareOf(9, 9).share, null)
  const { value, low, high } = shareOf(9, 10).share!
  assert.deepEqual([value, Number(low.toFixed(3)), Number(high.toFixed(3))], [0.9, 0.596, 0.982])
})

test("a period that makes no sense is refused beside its field", async () => {
  const { status, body } = await shop.inside.api("/api/figures?period=custom&from=2026-11-05&to=2026-11-01", { token: shop.token })
  assert.equal(status, 422)
  assert.deepEqual(body.fields[0].path, "to")
})

async function allCells(): Promise<unknown[]> {
  const { rows } = await sql`
    select tag, measure, day, inbox_id, team_id, bucket, n from figure_days order by tag, measure, day, inbox_id, team_id, bucket`.execute(
    shop.inside.db.read.sql,
  )
  return rows
}
