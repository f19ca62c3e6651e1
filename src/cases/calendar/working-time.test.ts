import assert from "node:assert/strict"
import { test } from "node:test"
import { DAY, HOUR, MINUTE } from "#platform"
import type { Calendar, Holidays } from "./calendar.types.ts"
import { easterSunday } from "./easter.ts"
import { holidaysOf } from "./holidays.ts"
import { advance, workingMs } from "./working-time.ts"

const OFFICE: Calendar = {
  timeZone: "Europe/Paris",
  spans: [
    { days: [1, 2, 3, 4, 5], from: "09:00", to: "12:30" },
    { days: [1, 2, 3, 4, 5], from: "14:00", to: "18:00" },
  ],
  holidays: "FR",
  extraDays: [],
}

/** The reference: asks the wall clock at each minute, knows nothing of stretches. */
function walkedMinutes(calendar: Calendar, from: Date, to: Date, isClosedDay: (date: string) => boolean): number {
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: calendar.timeZone, dateStyle: "short", timeStyle: "short" })
  let minutes = 0
  for (let at = from.getTime(); at < to.getTime(); at += MINUTE) {
    const [date = "", time = ""] = clock.format(at).split(" ")
    if (openAt(calendar, date, time, isClosedDay) || openFromEve(calendar, date, time, isClosedDay)) minutes++
  }
  return minutes
}

function openAt(calendar: Calendar, date: string, time: string, isClosedDay: (date: string) => boolean): boolean {
  return begunOn(calendar, date, isClosedDay).some(({ from, to }) => time >= from && (time < to || to <= from))
}

function openFromEve(calendar: Calendar, date: string, time: string, isClosedDay: (date: string) => boolean): boolean {
  const eve = new Date(Date.parse(date) - DAY).toISOString().slice(0, 10)
  return begunOn(calendar, eve, isClosedDay).some(({ from, to }) => to <= from && time < to)
}

function begunOn(calendar: Calendar, date: string, isClosedDay: (date: string) => boolean): readonly { from: string; to: string }[] {
  const extra = calendar.extraDays.find((day) => day.date === date)
  if (extra) return "closed" in extra ? [] : extra.spans
  if (isClosedDay(date)) return []
  const weekday = new Date(date).getUTCDay() || 7
  return calendar.spans.filter((span) => span.days.includes(weekday))
}

/** Every public holiday of the years walked, from the official calendar of the ministry of labour. */
const FRENCH_2026 = new Set(
  "2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15 2026-11-01 2026-11-11 2026-12-25 2027-01-01".split(
    " ",
  ),
)

/** Mulberry32: the same numbers in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const ZONES = [
  "Europe/Paris",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "America/Santiago",
  "Asia/Kolkata",
  "Atlantic/Azores",
]
/** Days near which clocks change somewhere, holidays, ordinary ones. */
const STARTS = [
  "2026-03-06",
  "2026-03-26",
  "2026-04-02",
  "2026-04-22",
  "2026-09-04",
  "2026-10-01",
  "2026-10-22",
  "2026-10-30",
  "2026-12-23",
  "2026-05-12",
]

function anyCalendar(next: () => number): Calendar {
  const time = (from: number, to: number) => {
    const minutes = Math.floor(from * 60 + next() * (to - from) * 60)
    return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`
  }
  const days = () => [1, 2, 3, 4, 5, 6, 7].filter(() => next() < 0.7)
  return {
    timeZone: ZONES[Math.floor(next() * ZONES.length)]!,
    spans: [
      { days: days(), from: time(0, 5), to: time(5, 12) },
      { days: days(), from: time(8, 12), to: time(12, 24) },
      { days: days(), from: time(20, 24), to: time(1, 6) },
      ...(next() < 0.2 ? [{ days: days(), from: "00:00", to: "24:00" }] : []),
    ],
    holidays: next() < 0.5 ? "FR" : "none",
    extraDays: [
      { date: "2026-10-24", closed: true },
      { date: "2026-10-25", spans: [{ from: "01:30", to: "04:10" }] },
      {
        date: "2026-03-29",
        spans: [
          { from: "00:15", to: "02:45" },
          { from: "22:00", to: "02:20" },
        ],
      },
    ],
  }
}

test("working time is what a walk over every minute of the wall clock counts", () => {
  const next = random(20261102)
  for (let round = 0; round < 60; round++) {
    const calendar = anyCalendar(next)
    const from = new Date(Date.parse(STARTS[round % STARTS.length]!) + Math.floor(next() * 2880) * MINUTE)
    const to = new Date(from.getTime() + Math.floor(next() * 7 * 1440) * MINUTE)
    const closed = (date: string) => calendar.holidays === "FR" && FRENCH_2026.has(date)
    const expected = walkedMinutes(calendar, from, to, closed) * MINUTE
    assert.equal(workingMs(calendar, from, to), expected, `${JSON.stringify(calendar)} ${from.toISOString()} ${to.toISOString()}`)
  }
})

test("to advance and to measure are each other's inverse", () => {
  const next = random(7)
  for (let round = 0; round < 300; round++) {
    const calendar = anyCalendar(next)
    const from = new Date(Date.parse(STARTS[round % STARTS.length]!) + Math.floor(next() * 3 * DAY))
    const ms = 1 + Math.floor(next() * 30 * HOUR)
    const due = advance(calendar, from, ms)
    if (!calendar.spans.some((span) => span.days.length > 0)) continue
    assert.ok(due)
    assert.equal(workingMs(calendar, from, due), ms)
    assert.ok(workingMs(calendar, from, new Date(due.getTime() - 1)) < ms, "no earlier moment will do")
  }
})

test("eight hours from Friday afternoon end on Monday, across the lunch break and the end of summer time", () => {
  const friday = new Date("2026-10-23T14:00:00Z") // 16:00 in summer
  assert.equal(advance(OFFICE, friday, 8 * HOUR)?.toISOString(), "2026-10-26T15:30:00.000Z") // 16:30 in winter
})

test("the hour that comes twice counts twice, the hour that is skipped doesn't count", () => {
  const nights: Calendar = { timeZone: "Europe/Paris", spans: [{ days: [7], from: "01:00", to: "04:00" }], holidays: "none", extraDays: [] }
  assert.equal(workingMs(nights, new Date("2026-10-24T12:00:00Z"), new Date("2026-10-25T12:00:00Z")), 4 * HOUR)
  assert.equal(workingMs(nights, new Date("2026-03-28T12:00:00Z"), new Date("2026-03-29T12:00:00Z")), 2 * HOUR)
})

test("a date that a zone skipped has no working time", () => {
  const always: Calendar = {
    timeZone: "Pacific/Apia",
    spans: [{ days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "24:00" }],
    holidays: "none",
    extraDays: [{ date: "2011-12-31", closed: true }],
  }
  // Samoa went from the end of 29 December 2011 straight to 31 December.
  assert.equal(workingMs(always, new Date("2011-12-30T04:00:00Z"), new Date("2011-12-31T16:00:00Z")), 12 * HOUR)
})

test("public holidays of France, Easter's included, and the two more of Alsace and Moselle", () => {
  const dates = (kind: Exclude<Holidays, "none">, year: number) =>
    [...holidaysOf(kind, year)].sort((a, b) => a - b).map((day) => new Date(day * DAY).toISOString().slice(0, 10))
  assert.deepEqual(
    dates("FR", 2026),
    [...FRENCH_2026].filter((date) => date.startsWith("2026")),
  )
  assert.deepEqual(
    dates("FR-alsace", 2027).filter((date) => !dates("FR", 2027).includes(date)),
    ["2027-03-26", "2027-12-26"],
  )
  const easters = {
    1818: "1818-03-22",
    1943: "1943-04-25",
    2000: "2000-04-23",
    2008: "2008-03-23",
    2025: "2025-04-20",
    2038: "2038-04-25",
    2076: "2076-04-19",
  }
  for (const [year, date] of Object.entries(easters))
    assert.equal(new Date(easterSunday(Number(year)) * DAY).toISOString().slice(0, 10), date)
})

test("a calendar that never opens gives no date, and says so at once", () => {
  assert.equal(advance({ ...OFFICE, spans: [] }, new Date("2026-11-02T08:00:00Z"), HOUR), null)
  assert.equal(workingMs({ ...OFFICE, spans: [] }, new Date("2020-01-01"), new Date("2026-01-01")), 0)
})
