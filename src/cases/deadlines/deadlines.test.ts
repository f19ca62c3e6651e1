import assert from "node:assert/strict"
import { test } from "node:test"
import { setImmediate } from "node:timers/promises"
import { receive } from "#conversations"
import { DAY, HOUR, MINUTE, SECOND } from "#platform"
import { advance, workingMs } from "../calendar/working-time.ts"
import type { Calendar } from "../calendar/calendar.types.ts"
import { camille, flowerShop, type FlowerShop } from "../../../test/support/flower-shop.ts"
import { recalculate } from "../jobs.ts"
import { RECALCULATE } from "../job-names.ts"
import type { CaseRow } from "../tables.ts"
import { deadlinesOf } from "./deadlines.ts"

const WEEK = [
  { days: [1, 2, 3, 4, 5], from: "09:00", to: "12:30" },
  { days: [1, 2, 3, 4, 5], from: "14:00", to: "18:00" },
]
const OFFICE: Calendar = { timeZone: "Europe/Paris", spans: WEEK, holidays: "FR", extraDays: [] }
const due = ({ first_answer_due, next_answer_due, resolution_due, next_due }: CaseRow) => ({
  first_answer_due,
  next_answer_due,
  resolution_due,
  next_due,
})

async function office(shop: FlowerShop, rule: object = { firstAnswer: 240, nextAnswer: 120, resolution: 960 }) {
  const calendar = (await shop.ask("/api/calendars", { body: { name: "Bureau", ...OFFICE, standard: true } })).body
  const made = await shop.ask("/api/deadline-rules", { body: { calendarId: calendar.id, ...rule } })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return { calendarId: calendar.id as string, ruleId: made.body.id as string }
}

test("the three deadlines in working time: set at the first word, met by answers, standing still while we wait for the customer", async () => {
  const shop = await flowerShop("2026-11-10T10:00:00Z") // Tuesday 11:00 in Paris; Wednesday is Armistice Day
  await office(shop)
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  const paris = (text: string) => new Date(`${text}+01:00`)
  assert.deepEqual(due(await shop.caseOf(conversationId)), {
    first_answer_due: paris("2026-11-10T16:30:00"),
    next_answer_due: null,
    resolution_due: paris("2026-11-13T12:00:00"),
    next_due: paris("2026-11-10T16:30:00"),
  })
  shop.clock.set(new Date(paris("2026-11-10T14:59:48")))
  await shop.answer(conversationId, "Nous cherchons.") // 15:00
  const answered = await shop.caseOf(conversationId)
  assert.deepEqual(due(answered), {
    first_answer_due: paris("2026-11-10T16:30:00"),
    next_answer_due: null,
    resolution_due: null,
    next_due: null,
  })
  const { deadlines } = (await shop.ask(`/api/cases/${answered.id}`)).body
  assert.deepEqual(deadlines, {
    firstAnswer: null,
    nextAnswer: null,
    resolution: null,
    paused: true,
    next: null,
    running: ["resolution"],
    byHand: [],
  })

  shop.clock.set(paris("2026-11-12T17:00:00")) // Thursday: the holiday between is not work
  await shop.reply(camille, conversationId, "Alors ?")
  const worked = workingMs(OFFICE, paris("2026-11-10T11:00:00"), paris("2026-11-10T15:00:00"))
  assert.equal(worked, 2.5 * HOUR)
  assert.deepEqual(due(await shop.caseOf(conversationId)), {
    first_answer_due: paris("2026-11-10T16:30:00"),
    next_answer_due: paris("2026-11-13T10:00:00"),
    resolution_due: advance(OFFICE, shop.clock.now(), 16 * HOUR - worked),
    next_due: paris("2026-11-13T10:00:00"),
  })
})

test("snoozing doesn't stop the clocks; resolving does, and reopening lets them go on", async () => {
  const shop = await flowerShop("2026-11-10T10:00:00Z")
  await office(shop)
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  const before = await shop.caseOf(conversationId)
  await shop.ask(`/api/cases/${before.id}/snooze`, { body: { until: "2026-11-12T10:00:00Z" } })
  assert.deepEqual(due(await shop.caseOf(conversationId)), due(before))
  shop.clock.advance(HOUR)
  await shop.ask(`/api/cases/${before.id}/resolve`, { body: {} })
  assert.equal((await shop.caseOf(conversationId)).next_due, null)
  const stopped = shop.clock.now()
  shop.clock.advance(3 * DAY)
  await shop.ask(`/api/cases/${before.id}/reopen`, { body: {} })
  const worked = workingMs(OFFICE, before.created_at, stopped)
  assert.deepEqual((await shop.caseOf(conversationId)).resolution_due, advance(OFFICE, shop.clock.now(), 16 * HOUR - worked))
})

test("the most specific rule counts, and a changed priority is calculated with its own", async () => {
  const shop = await flowerShop("2026-11-10T10:00:00Z")
  const { calendarId } = await office(shop)
  const rule = (body: object) => shop.ask("/api/deadline-rules", { body: { calendarId, ...body } })
  await rule({ inboxId: shop.inbox.id, firstAnswer: 60 })
  await rule({ priority: "urgent", firstAnswer: 30 })
  await rule({ inboxId: shop.inbox.id, priority: "urgent", firstAnswer: 15 })
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  const row = await shop.caseOf(conversationId)
  const after = (minutes: number) => new Date(row.created_at.getTime() + minutes * MINUTE)
  assert.deepEqual(row.first_answer_due, after(60))
  await shop.ask(`/api/cases/${row.id}`, { method: "PATCH", body: { priority: "urgent" } })
  assert.deepEqual((await shop.caseOf(conversationId)).first_answer_due, after(15))
  const again = await rule({ priority: "urgent", firstAnswer: 20 })
  assert.deepEqual([again.status, again.body.fields[0].key], [422, "cases.rule.twice"])
})

test("a changed calendar and a changed rule reach every live case, and closed ones stay", async () => {
  const shop = await flowerShop("2026-11-10T10:00:00Z")
  const { calendarId, ruleId } = await office(shop)
  const open = (await shop.write(camille, "Un")).conversationId
  const closed = (await shop.write(camille, "Deux")).conversationId
  await shop.ask(`/api/cases/${(await shop.caseOf(closed)).id}/resolve`, { body: {} })
  const before = await shop.caseOf(closed)
  const created = shop.clock.now()
  const opened = async (change: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await change
    assert.ok(status < 300, JSON.stringify(body))
    await recalculate(shop.db)
    return shop.caseOf(open)
  }
  const holiday = await opened(
    shop.ask(`/api/calendars/${calendarId}`, { method: "PATCH", body: { extraDays: [{ date: "2026-11-10", closed: true }] } }),
  )
  assert.deepEqual(
    holiday.first_answer_due,
    new Date("2026-11-12T13:30:00Z"),
    "closed today, holiday tomorrow: Thursday 9:00 and four hours of work",
  )
  const night = await opened(
    shop.ask(`/api/calendars/${calendarId}`, { method: "PATCH", body: { timeZone: "America/Montreal", extraDays: [] } }),
  )
  assert.deepEqual(night.first_answer_due, advance({ ...OFFICE, timeZone: "America/Montreal" }, created, 4 * HOUR))
  const quick = await opened(shop.ask(`/api/deadline-rules/${ruleId}`, { method: "PATCH", body: { firstAnswer: null, resolution: 60 } }))
  assert.deepEqual(due(quick), {
    first_answer_due: null,
    next_answer_due: null,
    resolution_due: quick.next_due,
    next_due: advance({ ...OFFICE, timeZone: "America/Montreal" }, created, HOUR),
  })
  const none = await opened(shop.ask(`/api/deadline-rules/${ruleId}`, { method: "DELETE" }))
  assert.equal(none.next_due, null)
  assert.deepEqual(await shop.caseOf(closed), before)
  assert.ok(shop.later.put_.filter(({ name }) => name === RECALCULATE).length >= 4)
})

test("a case that is being opened with the old rule while it is changed ends up with the new one", async () => {
  const shop = await flowerShop("2026-11-10T10:00:00Z")
  const { ruleId } = await office(shop)
  const opened = Promise.withResolvers<void>()
  const commit = Promise.withResolvers<void>()
  const opening = shop.db.transact(async (tx) => {
    await receive(tx, shop.keys, shop.mailOf(camille, "Où est mon bouquet ?"))
    opened.resolve()
    await commit.promise
  })
  await opened.promise
  let changed = false
  const changing = shop
    .ask(`/api/deadline-rules/${ruleId}`, { method: "PATCH", body: { firstAnswer: 30 } })
    .then(() => recalculate(shop.db))
    .finally(() => (changed = true))
  while (!changed && !(await somebodyWaits(shop))) await setImmediate()
  commit.resolve()
  await Promise.all([opening, changing])
  const found = await shop.db.pool.query<{ due: Date }>("select first_answer_due as due from cases")
  assert.deepEqual(
    found.rows.map((row) => row.due.toISOString()),
    ["2026-11-10T10:30:00.000Z"],
  )
})

async function somebodyWaits(shop: FlowerShop): Promise<boolean> {
  const found = await shop.db.pool.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
  return found.rowCount !== 0
}

test("recalculating changes nothing where nothing changed: it comes to the same as each step did", async () => {
  const shop = await flowerShop("2026-11-10T10:00:00Z")
  await office(shop)
  const conversations: string[] = []
  for (let n = 0; n < 6; n++) {
    const { conversationId } = await shop.write(camille, `Mail ${n}`)
    conversations.push(conversationId)
    shop.clock.advance(37 * MINUTE)
    if (n % 2) await shop.answer(conversationId, "Oui.")
    shop.clock.advance(5 * HOUR)
    if (n % 3 === 1) await shop.reply(camille, conversationId, "Et ?")
    if (n === 4) await shop.ask(`/api/cases/${(await shop.caseOf(conversationId)).id}/status`, { body: { category: "waiting" } })
  }
  const all = async () => (await shop.db.pool.query("select * from cases order by id")).rows
  const before = await all()
  shop.clock.advance(DAY)
  await recalculate(shop.db)
  assert.deepEqual(await all(), before)
  assert.ok(before.some((row) => row.next_answer_due) && before.some((row) => row.paused_since))
})

test("each part of a calendar that can't be is refused beside it", async () => {
  const shop = await flowerShop()
  const { status, body } = await shop.ask("/api/calendars", {
    body: {
      name: "Bureau",
      timeZone: "Europe/Pariss",
      spans: [{ days: [1, 8], from: "9:00", to: "25:00" }],
      extraDays: [{ date: "2026-02-30", closed: true }],
    },
  })
  assert.equal(status, 422)
  assert.deepEqual(
    body.fields.map(({ path, key }: Record<string, string>) => [path, key]),
    [
      ["timeZone", "cases.calendar.timeZone"],
      ["spans.0.days", "cases.calendar.days"],
      ["spans.0.from", "cases.calendar.hour"],
      ["spans.0.to", "cases.calendar.hour"],
      ["extraDays.0.date", "cases.calendar.date"],
    ],
  )
  const agent = await shop.agent("Amadou Diallo", "amadou@fleurs.example")
  assert.equal((await shop.ask("/api/calendars", { body: { name: "B", ...OFFICE }, as: agent })).status, 403)
})

test("pauses are taken out to the millisecond, however they lie", () => {
  const rule = { calendar: OFFICE, firstAnswer: null, nextAnswer: null, resolution: 600 }
  const from = new Date("2026-10-22T07:00:00Z")
  const at = (hours: number) => new Date(from.getTime() + hours * HOUR + 17 * SECOND)
  for (const pauses of [
    [[1, 2]],
    [
      [1, 30],
      [40, 41.5],
    ],
    [[0, 100]],
    [
      [2, 3],
      [3, 5],
      [90, 120],
    ],
  ]) {
    const given = pauses.map(([a, b]) => ({ from: at(a!), to: at(b!) }))
    const clocks = {
      category: "open" as const,
      createdAt: from,
      firstWordsAt: from,
      firstAnsweredAt: null,
      waitingSince: from,
      pauses: given,
    }
    const end = deadlinesOf(clocks, rule).resolution_due!
    const paused = given.reduce(
      (sum, pause) => sum + workingMs(OFFICE, pause.from, pause.to < end ? pause.to : pause.from < end ? end : pause.from),
      0,
    )
    assert.equal(workingMs(OFFICE, from, end) - paused, 600 * MINUTE)
  }
})
