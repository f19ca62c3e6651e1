import { sql } from "kysely"
import { contactSummaries } from "#contacts"
import { channelsOfCases, type DraftKind, draftsIn, type Unsent, unsentOf } from "#conversations"
import { standing } from "./deadlines/deadlines.ts"
import { runningDeadlines } from "./deadlines/running.ts"
import { teamNames } from "./names.ts"
import { type Actor, agentNames } from "#people"
import type { Reader } from "#platform"
import { type Language, say } from "#words"
import type { CaseRow, Category } from "./tables.ts"
import type { CaseView } from "./views.ts"
import { seenUntil } from "./seen.ts"
import { visibleParts } from "./visible-parts.ts"

/**
 * Cases as they leave the room, in the order given. So many queries for one case as for two hundred. What was merged into a case
 * counts as its own: open promises and contradictions of both are shown. Of conversations that the actor doesn't see, no word and no id is.
 */
export async function presentCases(actor: Actor, reader: Reader, language: Language, rows: readonly CaseRow[]): Promise<CaseView[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const [extras, conversations, contacts, owners, teams, parts, seen, unsent, drafts] = await Promise.all([
    readExtras(reader, ids),
    channelsOfCases(reader, ids),
    contactSummaries(reader, present(rows.map((row) => row.contact_id))),
    agentNames(reader, present(rows.map((row) => row.owner_id))),
    teamNames(reader, present(rows.map((row) => row.team_id))),
    visibleParts(actor, reader, rows),
    seenUntil(actor, reader, ids),
    unsentOf(reader, ids),
    actor.kind === "agent" ? draftsIn(reader, actor.id, ids) : new Map<string, DraftKind[]>(),
  ])
  return rows.map((row) => {
    const extra = extras.get(row.id)!
    const part = parts.get(row.id)
    const visible = (conversations.get(row.id) ?? []).filter(({ id }) => part?.conversation_ids.includes(id) ?? true)
    const conversationIds = part?.conversation_ids ?? visible.map(({ id }) => id)
    const contact = row.contact_id === null ? undefined : contacts.get(row.contact_id)
    return {
      id: row.id,
      number: row.number,
      subject: row.subject,
      status: { id: row.status_id, category: row.category, name: language === "fr" ? extra.name_fr : extra.name_en },
      priority: row.priority,
      owner: namedOrNull(row.owner_id, owners),
      team: namedOrNull(row.team_id, teams),
      contact: contact ? { id: contact.id, name: contact.name, address: contact.address } : null,
      contactId: contact?.id ?? row.contact_id,
      inboxIds: row.inbox_ids,
      conversationIds,
      channels: [...new Set(visible.map(({ channel }) => channel))],
      inPublic: row.in_public,
      tags: row.tags,
      fields: row.fields,
      followers: row.followers,
      waitingSince: iso(row.waiting_since),
      lastWords: (part ?? row).last_words,
      lastDirection: (part ?? row).last_direction,
      lastAt: row.last_at.toISOString(),
      unread: isUnread(row, (part ?? row).last_direction, seen),
      promiseBroken: row.promise_broken,
      drafts: [...new Set(conversationIds.flatMap((id) => drafts.get(id) ?? []))],
      unsent: gravest(conversationIds, unsent),
      deadlines: presentDeadlines(row),
      openPromises: extra.promises.map(({ id, text, due_at }) => ({ id, text, dueAt: isoText(due_at) })),
      contradictions: extra.contradictions.map((found) => ({
        id: found.id,
        code: found.code,
        text: say(language, `cases.contradiction.${found.code}`),
        outsideFactId: found.outside_fact_id,
        messageId: found.message_id,
        foundAt: isoText(found.found_at),
      })),
      snoozedUntil: iso(extra.until),
      mergedInto: row.merged_into,
      createdAt: row.created_at.toISOString(),
      resolvedAt: iso(row.resolved_at),
    }
  })
}

function gravest(conversationIds: readonly string[], unsent: ReadonlyMap<string, Unsent>): Unsent | null {
  const states = conversationIds.map((id) => unsent.get(id))
  return states.includes("failed") ? "failed" : states.includes("uncertain") ? "uncertain" : null
}

/** Nobody has to read what is settled; for a token nothing is unread. */
function isUnread(row: CaseRow, direction: "in" | "out", seen: ReadonlyMap<string, Date> | null): boolean {
  if (seen === null || direction === "out" || CLOSED.has(row.category)) return false
  const until = seen.get(row.id)
  return until === undefined || until < row.last_at
}

/** A first answer that was given, and anything once the case is closed, is due no more. */
function presentDeadlines(row: CaseRow): CaseView["deadlines"] {
  const closed = CLOSED.has(row.category)
  const running = runningDeadlines(row)
  return {
    firstAnswer: closed || row.first_answered_at ? null : iso(row.first_answer_due),
    nextAnswer: closed ? null : iso(row.next_answer_due),
    resolution: closed ? null : iso(row.resolution_due),
    paused: row.paused_since !== null,
    next: iso(row.next_due),
    running,
    byHand: running.filter((name) => standing(name, { byHand: row.due_by_hand, waitingSince: row.waiting_since })),
  }
}

const CLOSED: ReadonlySet<Category> = new Set<Category>(["resolved", "spam"])

interface Extra {
  id: string
  name_en: string
  name_fr: string
  until: Date | null
  promises: { id: string; text: string; due_at: string }[]
  contradictions: { id: string; code: string; outside_fact_id: string; message_id: string; found_at: string }[]
}

async function readExtras(reader: Reader, ids: readonly string[]): Promise<Map<string, Extra>> {
  const found = await sql<Extra>`
    with recursive family (root, id) as (
      select id, id from cases where id = any(${[...ids]}::uuid[])
      union all
      select f.root, c.id from family f join cases c on c.merged_into = f.id
    )
    select c.id, s.name_en, s.name_fr, z.until,
      coalesce((select json_agg(json_build_object('id', p.id, 'text', p.text, 'due_at', p.due_at) order by p.due_at, p.id)
        from family f join promises p on p.case_id = f.id
        where f.root = c.id and p.kept_at is null and p.broken_at is null and p.withdrawn_at is null), '[]') as promises,
      coalesce((select json_agg(json_build_object('id', k.id, 'code', k.code, 'outside_fact_id', k.outside_fact_id,
          'message_id', k.message_id, 'found_at', k.found_at) order by k.found_at, k.id)
        from family f join contradictions k on k.case_id = f.id
        where f.root = c.id and k.dismissed_at is null), '[]') as contradictions
    from cases c join statuses s on s.id = c.status_id left join snoozes z on z.case_id = c.id
    where c.id = any(${[...ids]}::uuid[])`.execute(reader.sql)
  return new Map(found.rows.map((extra) => [extra.id, extra]))
}

function present(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))]
}

function namedOrNull(id: string | null, names: ReadonlyMap<string, string>): { id: string; name: string } | null {
  return id === null ? null : { id, name: names.get(id) ?? "" }
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null
}

/** PostgreSQL writes moments inside JSON with its own offset. */
function isoText(at: string): string {
  return new Date(at).toISOString()
}
