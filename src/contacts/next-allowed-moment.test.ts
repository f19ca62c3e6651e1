import assert from "node:assert/strict"
import { test } from "node:test"
import { MINUTE, offsetAt } from "#platform"
import { type Hours, nextAllowedMoment } from "#contacts"
import { minutesOf } from "./hours.ts"

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const WORKING_DAYS = [1, 2, 3, 4, 5]

function next(hours: Hours[], timeZone: string | null, from: string, fallback = "UTC"): string {
  return nextAllowedMoment({ hours, timeZone }, new Date(from), fallback).toISOString()
}

test("without hours every moment will do", () => {
  const from = new Date("2026-11-22T03:04:05.678Z")
  assert.equal(nextAllowedMoment(null, from, "Europe/Paris"), from)
  assert.equal(nextAllowedMoment({ hours: [], timeZone: "Asia/Tokyo" }, from, "Europe/Paris"), from)
})

test("within the hours it is now, to the millisecond; at their end it is the next span; on Friday evening it is Monday", () => {
  const hours = [
    { days: WORKING_DAYS, from: "09:00", to: "12:30" },
    { days: WORKING_DAYS, from: "14:00", to: "18:00" },
  ]
  assert.equal(next(hours, "Europe/Paris", "2026-11-20T08:00:00.001Z"), "2026-11-20T08:00:00.001Z")
  assert.equal(next(hours, "Europe/Paris", "2026-11-20T11:30:00Z"), "2026-11-20T13:00:00.000Z")
  assert.equal(next(hours, "Europe/Paris", "2026-11-20T17:00:00Z"), "2026-11-23T08:00:00.000Z")
  assert.equal(next(hours, null, "2026-11-20T17:00:00Z", "Europe/Paris"), "2026-11-23T08:00:00.000Z", "their zone unknown: the desk's")
})

test("hours over midnight belong to the day on which they begin", () => {
  const night = [{ days: [5], from: "22:00", to: "06:00" }]
  assert.equal(next(night, "Europe/Paris", "2026-11-21T04:59:59Z"), "2026-11-21T04:59:59.000Z", "Saturday 5:59: Friday's night")
  assert.equal(next(night, "Europe/Paris", "2026-11-21T05:00:00Z"), "2026-11-27T21:00:00.000Z", "Saturday 6:00: next Friday")
  const wholeDay = [{ days: [7], from: "00:00", to: "24:00" }]
  assert.equal(next(wholeDay, "Europe/Paris", "2026-11-22T22:59:59Z"), "2026-11-22T22:59:59.000Z")
  assert.equal(next(wholeDay, "Europe/Paris", "2026-11-22T23:00:00Z"), "2026-11-28T23:00:00.000Z")
})

test("Paris, 29 March 2026: the clock goes from 2:00 to 3:00", () => {
  const morning = [{ days: EVERY_DAY, from: "09:00", to: "10:00" }]
  assert.equal(next(morning, "Europe/Paris", "2026-03-28T09:00:00Z"), "2026-03-29T07:00:00.000Z", "9:00 is an hour earlier in UTC")
  const reaching = [{ days: EVERY_DAY, from: "02:30", to: "04:00" }]
  assert.equal(next(reaching, "Europe/Paris", "2026-03-29T00:00:00Z"), "2026-03-29T01:00:00.000Z", "2:30 doesn't exist: from 3:00")
  const skipped = [{ days: [7], from: "02:15", to: "02:45" }]
  assert.equal(next(skipped, "Europe/Paris", "2026-03-28T12:00:00Z"), "2026-04-05T00:15:00.000Z", "skipped whole: a week later")
})

test("Paris, 25 October 2026: the clock goes back from 3:00 to 2:00", () => {
  const between = [{ days: EVERY_DAY, from: "02:15", to: "02:45" }]
  assert.equal(next(between, "Europe/Paris", "2026-10-25T00:00:00Z"), "2026-10-25T00:15:00.000Z", "2:15 for the first time")
  assert.equal(next(between, "Europe/Paris", "2026-10-25T00:50:00Z"), "2026-10-25T01:15:00.000Z", "2:15 for the second time")
  const before = [{ days: EVERY_DAY, from: "01:00", to: "02:30" }]
  assert.equal(next(before, "Europe/Paris", "2026-10-25T00:40:00Z"), "2026-10-25T01:00:00.000Z", "the wall shows 2:00 again")
  const morning = [{ days: EVERY_DAY, from: "09:00", to: "10:00" }]
  assert.equal(next(morning, "Europe/Paris", "2026-10-24T09:00:00Z"), "2026-10-25T08:00:00.000Z")
})

test("St. John's is half an hour off, with summer time; Kathmandu three quarters, without", () => {
  const morning = [{ days: EVERY_DAY, from: "09:00", to: "10:00" }]
  assert.equal(next(morning, "America/St_Johns", "2026-03-07T18:00:00Z"), "2026-03-08T11:30:00.000Z", "8 March 2026: −2:30 from then on")
  assert.equal(next(morning, "America/St_Johns", "2026-03-07T10:00:00Z"), "2026-03-07T12:30:00.000Z")
  assert.equal(next(morning, "America/St_Johns", "2026-10-31T18:00:00Z"), "2026-11-01T12:30:00.000Z")
  assert.equal(next(morning, "Asia/Kathmandu", "2026-11-22T12:00:00Z"), "2026-11-23T03:15:00.000Z")
  const monday = [{ days: [1], from: "00:00", to: "01:00" }]
  assert.equal(next(monday, "Asia/Kathmandu", "2026-11-22T12:00:00Z"), "2026-11-22T18:15:00.000Z", "there it is Monday already")
})

test("it is the first minute at which the wall clock shows an hour of theirs: compared with looking at each minute", () => {
  const plans: Hours[][] = [
    [
      { days: [7], from: "01:30", to: "02:10" },
      { days: [1, 3], from: "23:40", to: "00:20" },
    ],
    [{ days: [6], from: "22:00", to: "02:30" }],
    [{ days: [7], from: "02:59", to: "03:01" }],
  ]
  const places: [string, string][] = [
    ["Europe/Paris", "2026-03-28T18:00:00Z"],
    ["Europe/Paris", "2026-10-24T18:00:00Z"],
    ["America/St_Johns", "2026-03-07T20:00:00Z"],
    ["America/St_Johns", "2026-10-31T20:00:00Z"],
    ["Australia/Lord_Howe", "2026-04-04T08:00:00Z"],
    ["Asia/Kathmandu", "2026-11-21T12:00:00Z"],
  ]
  for (const [zone, start] of places) {
    for (const hours of plans) {
      for (let from = Date.parse(start); from < Date.parse(start) + 16 * 60 * MINUTE; from += 17 * MINUTE) {
        const found = nextAllowedMoment({ hours, timeZone: zone }, new Date(from), "UTC").getTime()
        assert.ok(found >= from && onTheWall(hours, zone, found), `${zone} ${new Date(found).toISOString()} is none of their hours`)
        for (let at = Math.max(from, found - 300 * MINUTE); at < found; at += MINUTE) {
          assert.ok(!onTheWall(hours, zone, at), `${zone} ${new Date(at).toISOString()} would have been earlier`)
        }
      }
    }
  }
})

/** What somebody would say who looks at the calendar and the clock. */
function onTheWall(hours: Hours[], zone: string, at: number): boolean {
  const wall = new Date(at + offsetAt(zone, at))
  const today = wall.getUTCDay() || 7
  const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes()
  return hours.some(({ days, from, to }) => {
    const [begins, ends] = [minutesOf(from) ?? 0, minutesOf(to) ?? 0]
    if (begins < ends) return days.includes(today) && begins <= minute && minute < ends
    return (days.includes(today) && minute >= begins) || (days.includes(today === 1 ? 7 : today - 1) && minute < ends)
  })
}
