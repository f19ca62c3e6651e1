import { DAY, fitJson, MINUTE, SECOND, type Tx } from "#platform"
import type { Kept } from "../mentions/keep-heard.ts"
import { noteCoverage } from "../sources/coverage.ts"
import { noteEvent } from "../sources/note-event.ts"
import type { Reading } from "../sources/source.ts"
import { room, type Source } from "../tables.ts"

/** How often a source is asked that says nothing of it, how soon at most, and how seldom. */
const USUALLY = 15 * MINUTE
const SOONEST = 10 * SECOND
const LATEST = DAY
/** A source that was to be asked longer ago than this wasn't being read. */
export const OVERDUE = 10 * MINUTE

/** How a reading came: a look, a piece of a stream, or something pushed between two looks. */
export type Came = "asked" | "streamed" | "pushed"

/** Writes down what a reading says of its source: cursor, state, until when it was read, when it is asked again. */
export async function settleReading(tx: Tx, source: Source, reading: Reading, kept: Kept, came: Came): Promise<void> {
  const { id } = source
  const isGap = await noteCoverage(tx, id, reading.from, reading.through)
  if (came === "pushed" && source.next_at !== null) return settlePush(tx, source, reading)
  const isNew = source.state !== "reading" && source.state !== "paused"
  await room(tx)
    .updateTable("sources")
    .set({
      cursor: fitJson(reading.cursor),
      read_at: tx.now,
      ...(came === "pushed" ? {} : { settled_at: settledAt(source, reading, isGap, tx.now) }),
      failures: 0,
      reason: null,
      ...(isNew ? { state: "reading", state_since: tx.now } : {}),
      next_at: came === "asked" ? nextAt(reading, tx.now) : null,
    })
    .where("id", "=", id)
    .execute()
  const count = kept.added.length
  if (source.read_at === null) await noteEvent(tx, id, "first-read", { values: { count } })
  else if (isNew) await noteEvent(tx, id, "recovered", { values: { count } })
  if (reading.remark) await noteEvent(tx, id, "remark", reading.remark)
  if (isNew)
    await tx.record({ kind: "source.recovered", actor: `system:source-${source.kind}`, about: {}, audience: "all", data: { source: id } })
}

/** Where a place is looked at as well, what it pushes says nothing of whether it can be: the look does. */
async function settlePush(tx: Tx, source: Source, reading: Reading): Promise<void> {
  await room(tx)
    .updateTable("sources")
    .set({ cursor: fitJson(reading.cursor), ...sooner(source, reading) })
    .where("id", "=", source.id)
    .execute()
  if (reading.remark) await noteEvent(tx, source.id, "remark", reading.remark)
}

/** What is pushed may ask for a look before the one that is due. */
function sooner({ next_at }: Source, { next }: Reading): { next_at?: Date } {
  return next && next_at && next < next_at ? { next_at: next } : {}
}

function nextAt({ next, more }: Reading, now: Date): Date {
  if (more) return now
  const wanted = next?.getTime() ?? now.getTime() + USUALLY
  return new Date(Math.min(Math.max(wanted, now.getTime() + SOONEST), now.getTime() + LATEST))
}

/**
 * Since when a source tells what is said as it is said; null while that isn't known. What a first reading brings, or the first after an
 * outage, wasn't said just now: it is no surge. What comes late, on many pages, or more of it than its place shows, is none either where it
 * says when it was said: it counts then, and what was said in between is known to be missing.
 */
function settledAt(source: Source, { heard, more, from, through }: Reading, isGap: boolean, now: Date): Date | null {
  const isSettled = source.state === "reading" && source.settled_at !== null
  if (more) return isSettled && isDated(heard, null) ? source.settled_at : null
  const wasAsked = source.next_at === null || now.getTime() - source.next_at.getTime() <= OVERDUE
  const wasHeard = source.next_at !== null || (source.read_at !== null && now.getTime() - source.read_at.getTime() <= OVERDUE)
  const isToEnd = now.getTime() - through.getTime() <= OVERDUE
  const isPlaced = isGap ? isDated(heard, from) : (wasAsked && wasHeard) || saysWhen(heard, now)
  return isSettled && isToEnd && isPlaced ? source.settled_at : now
}

/** Whether half of it or more has a date, after the moment since when nothing is missing: one that is all of that moment is of the look itself. */
function isDated(heard: Reading["heard"], from: Date | null): boolean {
  return heard.filter(({ publishedAt }) => publishedAt !== null && (from === null || publishedAt > from)).length * 2 >= heard.length
}

/** Whether what was heard is dated by itself: a place that dates all by when it is asked says nothing of it. */
function saysWhen(heard: Reading["heard"], now: Date): boolean {
  const justNow = heard.filter(({ publishedAt }) => publishedAt === null || now.getTime() - publishedAt.getTime() < MINUTE)
  return justNow.length * 2 <= heard.length
}
