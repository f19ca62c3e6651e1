import assert from "node:assert/strict"
import { test } from "node:test"
import { DAY, HOUR } from "#platform"
import { ordinaryDays } from "../open-air/ambient.ts"
import { beginnings } from "../past/plan-past.ts"
import { Random } from "../random.ts"
import { untilNext } from "./rhythm.ts"

const NOW = Date.parse("2026-11-23T18:00:00Z")

/** How many of these came in the busiest hour of the day, on the days of the last four weeks. */
function busiest(at: readonly number[]): number {
  const hours = new Map<number, number>()
  for (const one of at) if (one > NOW - 28 * DAY) hours.set(Math.floor(one / HOUR) % 24, (hours.get(Math.floor(one / HOUR) % 24) ?? 0) + 1)
  return Math.max(...hours.values()) / 28
}

function perHour(what: "mail" | "said"): number {
  const random = new Random(what)
  const waits = Array.from({ length: 2000 }, () => untilNext(what, random, NOW))
  return (waits.length * HOUR) / waits.reduce((sum, one) => sum + one, 0)
}

test("what comes in tonight keeps the rhythm of the past, so that no inbox and no watch rightly calls it a surge", () => {
  const past = busiest(beginnings({ seed: "goeland", now: NOW, cases: 20_000, customers: 9000 }))
  assert.ok(perHour("mail") < 3.5 * past, `${perHour("mail")} mails an hour, ${past} before`)
  const said = busiest(ordinaryDays("goeland", NOW - 28 * DAY, NOW, 11).map(({ at }) => at))
  assert.ok(perHour("said") < 3.5 * said, `${perHour("said")} words an hour, ${said} before`)
})
