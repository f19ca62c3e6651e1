import assert from "node:assert/strict"
import { test } from "node:test"
import { ordinaryCounts, raised } from "./counts.fixture.ts"
import { type Heard, SurgeDetector, type SurgeState } from "./surge-detector.ts"

const DAY = 288
const HOUR = 12
const posts = (counts: readonly (number | null)[]): Heard[] => counts.map((count) => ({ posts: count }))
const judge = (heard: readonly Heard[], detector = new SurgeDetector()) => heard.map((one) => detector.push(one))
const called = (heard: readonly Heard[], detector?: SurgeDetector): number[] =>
  judge(heard, detector).flatMap(({ isAlarm }, row) => (isAlarm ? [row] : []))

const calm = ordinaryCounts(14, DAY, 20)
const AT = 10 * DAY + 100

test("weeks of nights and days are calm, and what rises fivefold is called in its first row", () => {
  assert.deepEqual(called(posts(calm)), [])
  assert.deepEqual(called(posts(raised(calm, AT, 2 * HOUR, 5))), [AT])
})

test("four weeks of a strong rhythm, by day and by week, call nothing: mornings and Mondays come each time as a surprise to nobody", () => {
  for (const mean of [3, 20, 200]) {
    const quiet = ordinaryCounts(28, DAY, mean)
    const rhythm = quiet.map((count, row) => {
      const [hour, day] = [(row % DAY) / HOUR, Math.floor(row / DAY) % 7]
      return Math.round(count * Math.exp(0.9 * Math.sin((2 * Math.PI * (hour - 9)) / 24)) * (day > 4 ? 0.4 : 1))
    })
    assert.deepEqual(called(posts(rhythm)), [], `about ${mean} in five minutes`)
  }
})

test("two and a half times the highest of a day is called within the hour", () => {
  const [row] = called(posts(raised(calm, 10 * DAY + 72, 3 * HOUR, 2.5)))
  assert.ok(row !== undefined && row >= 10 * DAY + 72 && row < 10 * DAY + 72 + HOUR, `called at ${row}`)
})

test("one event is called once, however long; a far stronger one within it is called too; a new one two days later", () => {
  const long = raised(calm, AT, DAY, 5)
  assert.deepEqual(called(posts(long)), [AT])
  const [first, second, ...more] = called(posts(raised(long, AT + 6 * HOUR, 3, 200)))
  assert.ok(first === AT && second && second >= AT + 6 * HOUR && second < AT + 6 * HOUR + 3 && more.length === 0, `then at ${second}`)
  const growing = calm.map((count, row) => (row >= AT && row < AT + HOUR ? count * 5 * 1.3 ** (row - AT) : count))
  assert.deepEqual(called(posts(growing)), [AT], "what grows within the hour is the same")
  assert.deepEqual(called(posts(raised(raised(calm, AT, HOUR, 5), AT + 2 * DAY, HOUR, 5))), [AT, AT + 2 * DAY])
})

test("nothing comes from the future: a series that ends earlier was judged the same", () => {
  const all = posts(raised(raised(calm, AT, HOUR, 5), AT + 2 * DAY, HOUR, 9))
  const whole = judge(all)
  for (const end of [1, DAY, AT, AT + 1, AT + 3 * DAY]) assert.deepEqual(judge(all.slice(0, end)), whole.slice(0, end), `until ${end}`)
})

test("a collector that was down is neither calm nor a surge", () => {
  const gap = (counts: readonly number[], from: number, to: number) => counts.map((count, row) => (row >= from && row < to ? null : count))
  const down = judge(posts(gap(calm, AT, AT + 2 * DAY)))
  assert.deepEqual(
    down.filter(({ isAlarm }) => isAlarm),
    [],
    "coming back isn't called",
  )
  assert.ok(down.slice(AT, AT + 2 * DAY).every(({ score }) => score === null))
  const weekDown = new SurgeDetector()
  const neverDown = new SurgeDetector()
  judge(posts([...calm, ...Array<null>(7 * DAY).fill(null)]), weekDown)
  judge(posts(calm), neverDown)
  const [after, before] = [weekDown.push({ posts: 30 }), neverDown.push({ posts: 30 })]
  assert.equal(after.height?.usual, before.height?.usual, "what is usual was not unlearnt")
  assert.equal(after.height?.seldomAbove, before.height?.seldomAbove)
})

test("a catch-up that isn't covered is neither called nor learnt, and hides no surge that follows", () => {
  const backlog = [...posts(calm), ...posts(Array<null>(HOUR).fill(null))]
  const behind: Heard[] = [
    { posts: 600, isCovered: false },
    { posts: 400, isCovered: false },
  ]
  const ordinary = posts(calm.slice(0, DAY))
  assert.deepEqual(called([...backlog, ...behind, ...ordinary]), [])
  assert.deepEqual(called([...backlog, { posts: 600 }]), [backlog.length], "it would have been called, had it been covered")
  assert.deepEqual(called([...backlog, ...behind, ...posts(raised(calm.slice(0, DAY), 20, HOUR, 6))]), [backlog.length + 2 + 20])
})

test("one who posts a hundred times is no surge; a hundred who post once are", () => {
  const ordinary: Heard[] = calm.map((count) => ({ posts: count, people: Math.ceil(count * 0.8) }))
  const burst = (people: number) => ordinary.map((heard, row) => (row >= AT && row < AT + 6 ? { posts: 150, people } : heard))
  assert.deepEqual(called(burst(3)), [])
  assert.deepEqual(called(burst(120)), [AT])
})

test("stored and taken up again at any row, it goes on the same", () => {
  const all: Heard[] = raised(raised(calm, AT, HOUR, 5), AT + 2 * DAY, HOUR, 5).map((count, row) =>
    row % 97 === 5 ? { posts: null } : { posts: count, people: Math.ceil(count / 2) },
  )
  const whole = judge(all)
  for (const at of [0, 3, AT - 1, AT + 2]) {
    const first = new SurgeDetector()
    const begun = judge(all.slice(0, at), first)
    const kept = JSON.stringify(first.state)
    const second = new SurgeDetector(undefined, JSON.parse(kept) as SurgeState)
    assert.deepEqual([...begun, ...judge(all.slice(at), second)], whole, `from row ${at}`)
    assert.ok(kept.length < 12_000, `${kept.length} bytes`)
  }
  assert.throws(() => new SurgeDetector(60_000, new SurgeDetector().state), /not a state/)
})

test("who is hardly spoken of doesn't surge by one or two posts, and does by ten", () => {
  const silent = Array<number>(10 * DAY).fill(0)
  assert.deepEqual(called(posts(silent)), [])
  assert.deepEqual(called(posts([...silent, 1, 0, 2])), [])
  assert.deepEqual(called(posts([...silent, 10])), [10 * DAY])
  assert.deepEqual(called(posts(Array<number>(10 * DAY).fill(40))), [])
  assert.deepEqual(called([]), [])
})

test("before a day is known nothing is called", () => {
  assert.deepEqual(called(posts([...calm.slice(0, 200), 5000])), [])
})

test("what is counted every hour, or every minute, is judged in time and not in rows", () => {
  const hourly = ordinaryCounts(28, 24, 200)
  assert.deepEqual(called(posts(hourly), new SurgeDetector(3_600_000)), [])
  const long = called(posts(raised(hourly, 20 * 24, 12, 5)), new SurgeDetector(3_600_000))
  assert.deepEqual(long, [20 * 24])
  const minutes = ordinaryCounts(4, 1440, 12)
  assert.deepEqual(called(posts(minutes), new SurgeDetector(60_000)), [])
  const [row] = called(posts(raised(minutes, 3 * 1440, 60, 5)), new SurgeDetector(60_000))
  assert.ok(row !== undefined && row >= 3 * 1440 && row < 3 * 1440 + 5, `called at ${row}`)
})

test("what is usual follows within a month, however often is counted", () => {
  for (const interval of [300_000, 3_600_000]) {
    const days = (count: number, many: number) => Array<number>((many * 86_400_000) / interval).fill(count)
    const usual = (counts: number[]) => Math.round(judge(posts(counts), new SurgeDetector(interval)).at(-1)!.height!.usual)
    assert.ok(Math.abs(usual([...days(10, 40), ...days(100, 10)]) - 10) < 2, "ten days are too few")
    assert.ok(Math.abs(usual([...days(10, 40), ...days(100, 30)]) - 100) < 5, "thirty days are enough")
  }
})
