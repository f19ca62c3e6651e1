import { sql } from "kysely"
import { type Actor, requireRole } from "#people"
import { isId, NotFound, type Reader, type Tx } from "#platform"
import { alertedRoom } from "../alerts/tables.ts"
import { room } from "../tables.ts"
import type { Subject } from "./call-alarm.ts"

export type ListedAlarm = Awaited<ReturnType<typeof listAlarms>>[number]

export interface AlarmFilter {
  of?: Subject
  isOpen?: boolean
}

const NOBODY = "00000000-0000-0000-0000-000000000000"

/** Alarms that somebody may see, the latest called first; of a watch, an inbox or a topic, or all that nobody has judged. */
export function listAlarms(
  actor: Actor,
  reader: Reader,
  { of, isOpen = false }: AlarmFilter,
  limit: number,
  after: readonly [string, string] | null,
) {
  let page = alarms(actor, reader)
  if (of && "watch" in of) page = page.where("a.watch_id", "=", isId(of.watch) ? of.watch : NOBODY)
  if (of && "inbox" in of) page = page.where("a.inbox_id", "=", isId(of.inbox) ? of.inbox : NOBODY)
  if (of && "topic" in of) page = page.where("a.topic", "=", of.topic)
  if (isOpen) page = page.where("a.verdict", "is", null)
  if (after) page = page.where(sql<boolean>`(a.called_at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return page.orderBy("a.called_at", "desc").orderBy("a.id", "desc").limit(limit).execute()
}

/** @throws NotFound */
export async function accessAlarm(actor: Actor, reader: Reader, id: string): Promise<ListedAlarm> {
  const found = isId(id) ? await alarms(actor, reader).where("a.id", "=", id).executeTakeFirst() : undefined
  if (!found) throw new NotFound("listening.alarm.notFound")
  return found
}

/** Of what customers write, somebody who sees one of its inboxes sees the alarm; its words, who sees them all. */
function alarms({ inboxes }: Pick<Actor, "inboxes">, reader: Reader) {
  const all = alertedRoom(reader)
    .selectFrom("alarms as a")
    .leftJoin("watches as w", "w.id", "a.watch_id")
    .leftJoin("alarm_alerts as e", "e.alarm_id", "a.id")
    .selectAll("a")
    .select(["w.name as watch_name", "e.taken_by", "e.taken_at", "e.next_at", "e.over_at"])
    .where(sql<boolean>`w.state is distinct from 'removed'`)
  return inboxes === "every" ? all : all.where(sql<boolean>`(a.inbox_ids is null or a.inbox_ids && ${[...inboxes]}::uuid[])`)
}

/** Whether somebody may read the words of everybody who is in an alarm. */
export const seesAllOf = ({ inboxes }: Pick<Actor, "inboxes">, { inbox_ids }: Pick<ListedAlarm, "inbox_ids">): boolean =>
  inboxes === "every" || (inbox_ids ?? []).every((id) => inboxes.includes(id))

/** A person says whether it was one: what is right or wrong counts for the next. Null takes it back. */
export async function judgeAlarm(actor: Actor, tx: Tx, id: string, verdict: "right" | "wrong" | null, note: string | null): Promise<void> {
  requireRole(actor, "agent")
  const { watch_id, inbox_id, inbox_ids } = await accessAlarm(actor, tx, id)
  const said =
    verdict === null
      ? { verdict_by: null, verdict_at: null, verdict_note: null }
      : { verdict_by: actor.ref, verdict_at: tx.now, verdict_note: note }
  await room(tx)
    .updateTable("alarms")
    .set({ verdict, ...said })
    .where("id", "=", id)
    .execute()
  await tx.record({
    kind: "alarm.judged",
    actor: actor.ref,
    about: inbox_id ? { inbox: inbox_id } : {},
    audience: inbox_ids ? { inboxes: inbox_ids } : "all",
    data: { alarm: id, ...(watch_id ? { watch: watch_id } : { of: inbox_id ? "inbox" : "topic" }), verdict },
  })
}
