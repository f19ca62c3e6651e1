import { sql } from "kysely"
import { tagsInUse } from "#cases"
import { accessInbox, inboxNames } from "#conversations"
import type { Actor } from "#people"
import { type Fact, NotFound, type Reader } from "#platform"
import { room } from "../tables.ts"
import { accessWatch } from "../watches/access-watch.ts"

export const SUBJECTS = ["watch", "inbox", "topic"] as const
export type SubjectKind = (typeof SUBJECTS)[number]

/** Of what an alarm is, as far as telling of it goes. */
export interface Subject {
  kind: SubjectKind
  /** Of a watch or an inbox; a topic is its tag. */
  id: string
  name: string
  /** Whoever made it; null: nobody in particular. */
  madeBy: string | null
  /** Who sees none of these isn't told; null: what is said in the open. */
  inboxIds: readonly string[] | null
}

/** @throws NotFound, also for an inbox that isn't the actor's */
export async function accessSubject(actor: Actor, reader: Reader, kind: SubjectKind, id: string): Promise<Subject> {
  if (kind === "watch") {
    const { name, created_by } = await accessWatch(reader, id)
    return { kind, id, name, madeBy: created_by, inboxIds: null }
  }
  if (kind === "inbox") {
    const { name } = await accessInbox(actor, reader, id)
    return { kind, id, name, madeBy: null, inboxIds: [id] }
  }
  const known = await tagsInUse(reader, new Date(0))
  if (!known.some(({ name }) => name === id)) throw new NotFound("listening.alert.noSubject")
  return { kind, id, name: id, madeBy: null, inboxIds: null }
}

export type CalledAlarm = Awaited<ReturnType<typeof alarmsCalled>>[number]

/** Alarms with what they are of, as they were called; those of what was removed are left out. */
export async function alarmsCalled(reader: Reader, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await room(reader)
    .selectFrom("alarms as a")
    .leftJoin("watches as w", "w.id", "a.watch_id")
    .selectAll("a")
    .select(["w.name as watch_name", "w.created_by as made_by"])
    .where("a.id", "in", [...ids])
    .where(sql<boolean>`w.state is distinct from 'removed'`)
    .orderBy("a.called_at")
    .orderBy("a.id")
    .execute()
  const inboxes = await inboxNames(
    reader,
    rows.flatMap(({ inbox_id }) => inbox_id ?? []),
  )
  return rows.map(({ watch_name, made_by, ...alarm }) => {
    const { watch_id, inbox_id, topic } = alarm
    const subject: Subject = {
      kind: watch_id ? "watch" : inbox_id ? "inbox" : "topic",
      id: watch_id ?? inbox_id ?? topic ?? "",
      name: watch_name ?? inboxes.get(inbox_id ?? "") ?? topic ?? "",
      madeBy: made_by,
      inboxIds: alarm.inbox_ids,
    }
    return { ...alarm, subject }
  })
}

/** @throws NotFound */
export async function alarmCalled(reader: Reader, id: string): Promise<CalledAlarm> {
  const [alarm] = await alarmsCalled(reader, [id])
  if (!alarm) throw new NotFound("listening.alarm.notFound")
  return alarm
}

/** Something that happened to an alarm, for those who may see it. */
export function factOf(kind: `alarm.${string}`, actor: string, { id, subject: { kind: of, id: subject, inboxIds } }: CalledAlarm): Fact {
  const audience = inboxIds ? { inboxes: [...inboxIds] } : "all"
  const about = of === "inbox" ? { inbox: subject } : {}
  // A topic is a person's words: a fact names it by its alarm alone.
  return { kind, actor, about, audience, data: { alarm: id, ...(of === "watch" ? { watch: subject } : { of }) } }
}
