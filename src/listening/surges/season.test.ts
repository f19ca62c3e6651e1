import assert from "node:assert/strict"
import { test } from "node:test"
import { dayAndNight, ordinaryCounts, type Rhythm } from "./counts.fixture.ts"
import { SurgeDetector, type SurgeRow, type SurgeState } from "./surge-detector.ts"

const DAY = 288
const HOUR = 12
const WEEKS = 8
/** Some day in the seventh week, in the middle of its night. */
const NIGHT = 44 * DAY + 18 * HOUR
const MEANS = [5, 150]

const week: Rhythm = (row) => dayAndNight(DAY, 9)(row) * (Math.floor(row / DAY) % 7 > 4 ? 0.35 : 1)
const office: Rhythm = (row) => {
  const [hour, day] = [(row % DAY) / HOUR, Math.floor(row / DAY) % 7]
  return day < 5 && hour < 10 ? 3 : 0.2
}
const RHYTHMS: Readonly<Record<string, Rhythm>> = { "of the day": dayAndNight(DAY, 9), "of the week": week, "of an office": office }

const judge = (counts: readonly (number | null)[], detector = new SurgeDetector()): SurgeRow[] =>
  counts.map((posts) => detector.push({ posts }))
const called = (counts: readonly (number | null)[]): number[] => judge(counts).flatMap(({ isAlarm }, row) => (isAlarm ? [row] : []))
/** For two hours of a night as many as are usual by day. */
const byNight = (counts: readonly number[], at = NIGHT): number[] =>
  counts.with(at, 0).map((count, row) => (row >= at && row < at + 2 * HOUR ? counts[row - DAY / 2]! : count))

test("a rhythm of the day or of the week calls nothing for eight weeks: the morning comes each time as a surprise to nobody", () => {
  for (const [name, rhythm] of Object.entries(RHYTHMS))
    for (const mean of MEANS)
      assert.deepEqual(called(ordinaryCounts(7 * WEEKS, DAY, mean, rhythm)), [], `${name}, about ${mean} in five minutes`)
})

test("what is usual by day is called at night, within a quarter of an hour; the same counts without a rhythm say nothing", () => {
  for (const [name, rhythm] of Object.entries(RHYTHMS))
    for (const mean of MEANS) {
      const rows = judge(byNight(ordinaryCounts(7 * WEEKS, DAY, mean, rhythm)))
      const calls = rows.flatMap(({ isAlarm }, row) => (isAlarm ? [row] : []))
      assert.equal(calls.length, 1, `${name}, about ${mean}: ${calls.join(" ")}, the night is at ${NIGHT}`)
      assert.ok(
        calls[0]! >= NIGHT && calls[0]! < NIGHT + HOUR / 4,
        `${name}, about ${mean}: called at ${calls[0]}, the night is at ${NIGHT}`,
      )
      assert.equal(rows[calls[0]!]!.height!.isOfThisHour, true)
    }
  const counts = ordinaryCounts(7 * WEEKS, DAY, 20, week)
  assert.deepEqual(called(byNight(counts.map((_, n) => counts[(n * 7_919) % counts.length]!))), [], "in no order")
})

test("where there is no rhythm nothing is called for its hour, whatever it does", () => {
  let seed = 3
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  for (const mean of MEANS) {
    let wanders = 0
    const wandering = ordinaryCounts(7 * WEEKS, DAY, mean, () => {
      wanders = 0.985 * wanders + 0.1 * (random() + random() + random() - 1.5)
      return Math.exp(wanders) * (random() < 0.0003 ? 30 : 1)
    })
    const rows = judge(wandering)
    assert.ok(
      rows.some(({ isAlarm }) => isAlarm),
      "it does surge",
    )
    assert.ok(
      rows.every(({ isAlarm, height }) => !isAlarm || !height?.isOfThisHour),
      `about ${mean}`,
    )
  }
})

test("clocks that change by an hour call nothing, and are followed", () => {
  const summer: Rhythm = (row) => week(row < 28 * DAY ? row : row + HOUR)
  for (const mean of MEANS) {
    const counts = ordinaryCounts(7 * WEEKS, DAY, mean, summer)
    assert.deepEqual(called(counts), [], `about ${mean}`)
    assert.equal(called(byNight(counts)).length, 1)
  }
})

test("a rhythm that shifts by half a day is called once at most, and not believed for long", () => {
  const shifted: Rhythm = (row) => RHYTHMS["of the day"]!(row < 28 * DAY ? row : row + DAY / 2)
  for (const mean of MEANS) {
    const rows = called(ordinaryCounts(7 * WEEKS, DAY, mean, shifted))
    assert.ok(rows.length <= 1 && rows.every((row) => row < 29 * DAY), `about ${mean}: ${rows.join(" ")}`)
  }
})

test("while a collector was down for days the hours went on", () => {
  for (const days of [0.5, 3]) {
    const night: (number | null)[] = byNight(ordinaryCounts(7 * WEEKS, DAY, 20, week))
    const rows = called(night.fill(null, 35 * DAY, (35 + days) * DAY))
    assert.ok(rows.length === 1 && rows[0]! >= NIGHT && rows[0]! < NIGHT + HOUR / 4, rows.join(" "))
  }
})

test("seasons are told in time: counts by the hour have theirs", () => {
  const hourly = ordinaryCounts(7 * WEEKS, 24, 200, dayAndNight(24, 9))
  const detector = new SurgeDetector(3_600_000)
  const night = 44 * 24 + 18
  const rows = hourly.with(night, hourly[night - 12]!).map((posts) => detector.push({ posts }))
  assert.deepEqual(
    rows.flatMap(({ isAlarm }, row) => (isAlarm ? [row] : [])),
    [night],
  )
})

test("stored and taken up again in its season it goes on the same, within a stated size; an older state learns its season from now on", () => {
  const counts = byNight(ordinaryCounts(7 * WEEKS, DAY, 150, week))
  const whole = judge(counts)
  for (const at of [30 * DAY + 5, NIGHT - 1]) {
    const first = new SurgeDetector()
    judge(counts.slice(0, at), first)
    const kept = JSON.stringify(first.state)
    assert.ok(kept.length < 10_000, `${kept.length} bytes`)
    assert.deepEqual(
      judge(counts.slice(at), new SurgeDetector(undefined, JSON.parse(kept) as SurgeState)),
      whole.slice(at),
      `from row ${at}`,
    )
    const old = JSON.parse(kept) as SurgeState
    for (const series of [old.posts, old.people]) {
      delete series.season
      for (const scale of series.scales) delete scale.inSeason
    }
    assert.deepEqual(
      judge(counts.slice(at, at + DAY / 2), new SurgeDetector(undefined, old)).filter(({ isAlarm }) => isAlarm),
      [],
    )
  }
})
