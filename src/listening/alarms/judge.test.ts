import assert from "node:assert/strict"
import { test } from "node:test"
import { Database, fixedClock, silentLog } from "#platform"
import { Judge } from "./judge.ts"

test("five minutes are judged once, and again where the clock was set back: a past that is played is judged as it goes", async () => {
  const clock = fixedClock(new Date("2026-11-23T05:00:06Z"))
  const db = new Database({ url: "postgresql:///nobody-asks" }, clock, { connections: 1 })
  const asked: string[] = []
  const judge = new Judge({ db, log: silentLog }, async (_parts, to) => {
    asked.push(to.toISOString().slice(0, 16))
    return { failed: new Map(), isWaiting: false }
  })
  await judge.judge()
  await judge.judge()
  clock.set(new Date("2026-10-23T05:00:06Z"))
  await judge.judge()
  clock.set(new Date("2026-11-19T19:50:06Z"))
  await judge.judge()
  assert.deepEqual(asked, ["2026-11-23T05:00", "2026-10-23T05:00", "2026-11-19T19:50"])
  await db.close()
})
