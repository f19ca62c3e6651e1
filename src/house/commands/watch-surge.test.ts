import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { text } from "node:stream/consumers"
import { test } from "node:test"

const CLI = new URL("../cli.ts", import.meta.url).pathname
const start = () =>
  spawn(process.execPath, ["--disable-warning=ExperimentalWarning", CLI, "watch", "surge"], {
    env: { PATH: process.env["PATH"], LANG: "C" },
    stdio: "pipe",
  })

/** `watch surge` over these lines. */
async function surge(lines: readonly string[]) {
  const child = start()
  const ended = once(child, "close")
  child.stdin.end(`${lines.join("\n")}\n`)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: (await ended)[0] as number, out: out.trim().split("\n"), err: err.trim().split("\n").filter(Boolean) }
}

const BEGAN = Date.UTC(2026, 9, 5)
const written = (at: number) => new Date(at).toISOString().slice(0, 19).replace("T", " ")
/** A week of so many a row, one row in seven a few more, every so many minutes. */
const week = (minutes: number, count: number): string[] =>
  Array.from({ length: (7 * 1440) / minutes }, (_, n) => `${written(BEGAN + n * minutes * 60_000)},${count + (n % 7)}`)
const next = (minutes: number, steps: number) => written(BEGAN + 7 * 86_400_000 + steps * minutes * 60_000)
const alarms = (out: readonly string[]) => out.filter((line) => line.endsWith(",1"))

test("each row is answered with its score and whether it is an alarm", async () => {
  const { code, out, err } = await surge(["timestamp,value", ...week(5, 20), `${next(5, 0)},90`, `${next(5, 1)},95`])
  assert.equal(out[0], "timestamp,value,score,alarm")
  assert.equal(out[1], `${written(BEGAN)},20,0.0000,0`)
  assert.equal(out.length, 1 + 2016 + 2)
  const [called = ""] = alarms(out)
  assert.match(called, new RegExp(`^${next(5, 0)},90,[1-9]\\.\\d{4},1$`))
  assert.equal(alarms(out).length, 1)
  assert.deepEqual([code, err], [0, []])
})

test("a row is answered before the next is written", async () => {
  const child = start()
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async () => (await lines.next()).value
  assert.equal(await answer(), "timestamp,value,score,alarm")
  for (const count of [3, 4]) {
    child.stdin.write(`${written(BEGAN + count * 300_000)},${count}\n`)
    assert.equal(await answer(), `${written(BEGAN + count * 300_000)},${count},0.0000,0`)
  }
  child.stdin.end()
  await once(child, "close")
})

test("rows that don't come weren't read: what comes after them is no surge by itself", async () => {
  const lines = ["timestamp,value", ...week(5, 20), `${next(5, 30)},600`, `${next(5, 31)},22`]
  const { code, out, err } = await surge(lines)
  assert.deepEqual(alarms(out), [])
  assert.deepEqual(err, [
    "-, line 2018: 30 rows before this are missing: taken as not read. This row may hold what was missed, and isn’t judged.",
  ])
  assert.equal(code, 0)
  assert.equal(out.at(-2), `${next(5, 30)},600,0.0000,0`)
  const unread = await surge([...week(5, 20), `${next(5, 0)},`, `${next(5, 1)},600`, `${next(5, 2)},21`])
  assert.deepEqual([alarms(unread.out), unread.out.at(-3)], [[], `${next(5, 0)},,,0`])
})

test("counts by the hour are judged as such, and bad rows are named", async () => {
  const hours = week(60, 100)
  hours.splice(50, 0, "yesterday,4", "2026-10-07 01:00:00,many", "2026-10-07 01:00:00")
  const { code, out, err } = await surge([...hours, `${next(60, 0)},500`])
  assert.deepEqual(err, [
    "-, line 51: “yesterday” isn’t a time like 2026-11-22 14:05:00.",
    "-, line 52: “many” isn’t a count.",
    "-, line 53: The value is missing: timestamp,value.",
    "3 rows couldn’t be read.",
  ])
  assert.equal(code, 1)
  assert.equal(alarms(out).length, 1)
  assert.match(alarms(out)[0]!, new RegExp(`^${next(60, 0)},500,`))
})

test("a clock that goes back stops nothing", async () => {
  const { code, out, err } = await surge([...week(5, 20), `${next(5, -12)},21`, `${next(5, -11)},20`, `${next(5, -10)},95`])
  assert.deepEqual(err, ["-, line 2017: The time doesn’t go on from the row before. Taken as the next row."])
  assert.deepEqual([code, alarms(out).length], [0, 1])
})

test("who has read enough may go", async () => {
  const child = start()
  const ended = once(child, "close")
  child.stdout.once("data", () => child.stdout.destroy())
  child.stdin.on("error", () => {}) // it is gone before it has read everything
  child.stdin.end(week(5, 20).join("\n"))
  assert.equal(await text(child.stderr), "")
  assert.equal((await ended)[0], 0)
})
