import { sql } from "kysely"
import { type Actor, requireRole } from "#people"
import { DAY, isId, NotFound, type Reader, type Tx } from "#platform"
import { room } from "../tables.ts"

/** How far back an alarm's record is counted. */
export const TRACK_DAYS = 90

export type ListedAlarm = Awaited<ReturnType<typeof listAlarms>>[number]

/** How often alarms of a watch were right, as people said. */
export interface Track {
  called: number
  right: number
  wrong: number
}

/** Alarms, the latest called first; of a watch, or all that somebody has said nothing of. */
export function listAlarms(
  reader: Reader,
  filter: { watchId?: string; isOpen?: boolean },
  limit: number,
  after: readonly [string, string] | null,
) {
  let page = alarms(reader)
  if (filter.watchId) page = page.where("a.watch_id", "=", isId(filter.watchId) ? filter.watchId : "00000000-0000-0000-0000-000000000000")
  if (filter.isOpen) page = page.where("a.verdict", "is", null)
  if (after) page = page.where(sql<boolean>`(a.called_at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return page.orderBy("a.called_at", "desc").orderBy("a.id", "desc").limit(limit).execute()
}

/** @throws NotFound */
export async function accessAlarm(reader: Reader, id: string): Promise<ListedAlarm> {
  const found = isId(id) ? await alarms(reader).where("a.id", "=", id).executeTakeFirst() : undefined
  if (!found) throw new NotFound("listening.alarm.notFound")
  return found
}

function alarms(reader: Reader) {
  return room(reader)
    .selectFrom("alarms as a")
    .innerJoin("watches as w", "w.id", "a.watch_id")
    .selectAll("a")
    .select("w.name as watch_name")
    .where("w.state", "!=", "removed")
}

/** A person says whether it was one: what is right or wrong counts for the next. Null takes it back. */
export async function judgeAlarm(actor: Actor, tx: Tx, id: string, verdict: "right" | "wrong" | null, note: string | null): Promise<void> {
  requireRole(actor, "agent")
  const { watch_id } = await accessAlarm(tx, id)
  const said =
    verdict === null
      ? { verdict_by: null, verdict_at: null, verdict_note: null }
      : { verdict_by: actor.ref, verdict_at: tx.now, verdict_note: note }
  await room(tx)
    .updateTable("alarms")
    .set({ verdict, ...said })
    .where("id", "=", id)
    .execute()
  await tx.record({ kind: "alarm.judged", actor: actor.ref, about: {}, audience: "all", data: { alarm: id, watch: watch_id, verdict } })
}

/** How often each watch was called in the last months, and what people said of it. */
export async function tracksOf(reader: Reader, watchIds: readonly string[]): Promise<Map<string, Track>> {
  const since = new Date(reader.now.getTime() - TRACK_DAYS * DAY)
  const { rows } = await sql<Track & { watch_id: string }>`
    select watch_id, count(*)::int as called, count(*) filter (where verdict = 'right')::int as "right", count(*) filter (where verdict = 'wrong')::int as wrong
      from alarms where watch_id = any(${[...new Set(watchIds)]}::uuid[]) and called_at > ${since} group by 1`.execute(reader.sql)
  return new Map(rows.map(({ watch_id, ...track }) => [watch_id, track]))
}
