import { type RawBuilder, sql } from "kysely"
import { contactSummaries } from "#contacts"
import { textsForSearch } from "#conversations"
import type { Actor } from "#people"
import { type Reader, readCursor, writeCursor } from "#platform"
import { firstWords } from "../first-words.ts"
import { doers } from "../names.ts"
import { rights } from "../views-list/rights.ts"
import type { NotificationKind } from "./tables.ts"

interface Row {
  id: string
  kind: NotificationKind
  at: Date
  place: string
  read_at: Date | null
  by_actor: string
  message_id: string | null
  mention_id: string | null
  story_id: string | null
  alarm_id: string | null
  words: string
  case_id: string | null
  number: number
  subject: string
  contact_id: string | null
  promise: string | null
  due_at: Date | null
}

/** Of what an agent was told, what they may see now: a case by its inboxes, what was said in it by those of its conversation. */
function seen(actor: Actor): RawBuilder<unknown> {
  const inboxes = actor.inboxes === "every" ? null : [...actor.inboxes]
  return sql`
    from notifications as n
    left join case_conversations as k on k.conversation_id = n.conversation_id
    left join cases as told on told.id = coalesce(k.case_id, n.case_id)
    left join cases as c on c.id = coalesce(told.merged_into, told.id)
    left join promises as p on p.id = n.promise_id
    where n.agent_id = ${actor.kind === "agent" ? actor.id : null}::uuid
      and (n.case_id is null or ${sql.join([sql`c.id is not null`, ...rights(actor)], sql` and `)})
      and (n.conversation_id is null or ${inboxes}::uuid[] is null or k.inbox_ids && ${inboxes}::uuid[])`
}

export interface NotificationsAsked {
  limit: number
  cursor?: string | undefined
  unread?: boolean | undefined
  kind?: NotificationKind | undefined
  /** Only this one. */
  id?: string
}

export async function listNotifications(actor: Actor, reader: Reader, { limit, cursor, unread, kind, id }: NotificationsAsked) {
  const from = readCursor(cursor, ["moment", "id"])
  const place = from && { at: from[0], id: from[1] }
  const found = await sql<Row>`
    select n.id, n.kind, n.at, n.at::text as place, n.read_at, n.by_actor, n.message_id, n.mention_id, n.story_id, n.alarm_id, n.words, c.id as case_id, c.number, c.subject, c.contact_id, p.text as promise, n.due_at
    ${seen(actor)} and ${unread ? sql`n.read_at is null` : sql`true`} and ${kind ? sql`n.kind = ${kind}` : sql`true`}
      and ${id ? sql`n.id = ${id}` : sql`true`}
      and ${place ? sql`(n.at, n.id) < (${place.at}::timestamptz, ${place.id}::uuid)` : sql`true`}
    order by n.at desc, n.id desc limit ${limit + 1}`.execute(reader.sql)
  const rows = found.rows.slice(0, limit)
  const last = rows.at(-1)
  return { items: await present(reader, rows), next: found.rows.length > limit && last ? writeCursor([last.place, last.id]) : null }
}

export async function countUnread(actor: Actor, reader: Reader): Promise<number> {
  const found = await sql<{
    n: number
  }>`select count(*)::int as n from (select 1 ${seen(actor)} and n.read_at is null limit 1000) as unread`.execute(reader.sql)
  return found.rows[0]?.n ?? 0
}

async function present(reader: Reader, rows: readonly Row[]) {
  const said = (kinds: readonly NotificationKind[]) =>
    rows.flatMap(({ kind, message_id }) => (message_id && kinds.includes(kind) ? [message_id] : []))
  const writers = rows.flatMap(({ kind, contact_id }) => (kind === "reply" && contact_id ? [contact_id] : []))
  const [texts, doer, contacts] = await Promise.all([
    textsForSearch(reader, { messages: said(["reply", "send-failed", "send-uncertain"]), notes: said(["mention", "note"]) }),
    doers(
      reader,
      rows.map(({ by_actor }) => by_actor),
    ),
    contactSummaries(reader, [...new Set(writers)]),
  ])
  const nameOf = ({ kind, contact_id, by_actor }: Row): string | null => {
    const writer = kind === "reply" && contact_id ? contacts.get(contact_id) : undefined
    return writer ? writer.name || writer.address : doer(by_actor).name
  }
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    at: row.at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
    by: { ref: row.by_actor, name: nameOf(row) },
    case: row.case_id === null ? null : { id: row.case_id, number: row.number, subject: row.subject },
    mentionId: row.mention_id,
    storyId: row.story_id,
    alarmId: row.alarm_id,
    messageId: row.message_id,
    dueAt: row.due_at?.toISOString() ?? null,
    words: firstWords(row.promise ?? (row.message_id ? (texts.get(row.message_id) ?? "") : row.words)),
  }))
}
