import { sql } from "kysely"
import { factsAfter, lastSeq, MINUTE, type Reader, SECOND } from "#platform"
import { fail, type Finding, ok, warn } from "./finding.ts"

/** Two readings of a clock, with what a stopwatch says of the time between. */
export interface ClockWatch {
  /** Milliseconds by which the clock moved more (or less) than time did. */
  jump(): number
}

export function watchClock(now: () => number, elapsed: () => number): ClockWatch {
  const [from, began] = [now(), elapsed()]
  return { jump: () => now() - from - (elapsed() - began) }
}

/** Whether the clock goes evenly, agrees with the database's, and isn't behind what was already recorded. */
export async function checkClock(watch: ClockWatch, now: Date, reader: Reader | null): Promise<Finding> {
  const jump = Math.round(watch.jump())
  if (Math.abs(jump) > SECOND / 2) return fail("doctor.clock.jumped", { milliseconds: jump }, "doctor.clock.todo")
  if (!reader) return ok("doctor.clock.ok", { at: now.toISOString() })
  const last = await lastFact(reader)
  if (last && last.getTime() > now.getTime() + MINUTE) return fail("doctor.clock.behind", { at: last.toISOString() }, "doctor.clock.todo")
  const theirs = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(reader.sql)
  const apart = Math.round((theirs.rows[0]!.now.getTime() - now.getTime()) / SECOND)
  if (Math.abs(apart) > 10) return warn("doctor.clock.apart", { seconds: Math.abs(apart) }, "doctor.clock.todo")
  return ok("doctor.clock.ok", { at: now.toISOString() })
}

async function lastFact(reader: Reader): Promise<Date | null> {
  const [fact] = await factsAfter(reader, (await lastSeq(reader)) - 1, 1)
  return fact?.at ?? null
}
