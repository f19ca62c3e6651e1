import { sql } from "kysely"
import type { Reader } from "#platform"
import type { Category, DeadlineName, LinkKind } from "../tables.ts"

/** Something that happened in a case beside what was said: a row of the room, as one shape. */
export type Event = { id: string; at: Date; by: string } & (
  | {
      kind: "promise"
      data: { id: string; what: "made" | "kept" | "broken" | "withdrawn"; text: string; dueAt: string; messageId: string | null }
    }
  | { kind: "decision"; data: { id: string; text: string; back: boolean; withdrawn: boolean } }
  | { kind: "assignment"; data: { ownerId: string | null; teamId: string | null } }
  | {
      kind: "status"
      data: { category: Category; en: string; fr: string; fromEn: string | null; fromFr: string | null; messageId: string | null }
    }
  | { kind: "merge"; data: { id: string; merged: OtherCase; kept: OtherCase; undone: boolean } }
  | { kind: "split"; data: { id: string; from: OtherCase; made: OtherCase; conversationId: string; undone: boolean } }
  | { kind: "link"; data: { id: string; kind: LinkKind; from: OtherCase; to: OtherCase } }
  | { kind: "deadline"; data: { id: string; deadline: DeadlineName; what: "moved" | "taken" | "rules"; dueAt: string | null } }
  | { kind: "satisfaction"; data: { id: string; value: number; choices: number; words: string; reopened: boolean } }
  | { kind: "contradiction"; data: { id: string; code: string; outsideFactId: string; messageId: string; dismissed: boolean } }
)

interface OtherCase {
  id: string
  number: number
}

/** Events of these cases (one, and what was merged into it) that come before a place in time, the latest first. */
export async function eventsOf(
  reader: Reader,
  caseIds: readonly string[],
  before: { at: Date; id: string },
  limit: number,
): Promise<Event[]> {
  const ids = sql`${[...caseIds]}::uuid[]`
  const found = await sql<Event>`
    with happened (id, at, by, kind, data) as (
      select p.id || ':' || e.what, e.at, e.by, 'promise', jsonb_build_object('id', p.id, 'what', e.what, 'text', p.text, 'dueAt', p.due_at, 'messageId', p.message_id)
        from promises p
        cross join lateral (values ('made', p.made_at, p.made_by), ('kept', p.kept_at, p.settled_by), ('broken', p.broken_at, p.settled_by),
          ('withdrawn', p.withdrawn_at, p.settled_by)) as e (what, at, by) where p.case_id = any(${ids}) and e.at is not null
      union all
      select d.id || e.mark, e.at, e.by, 'decision', jsonb_build_object('id', d.id, 'text', d.text, 'back', e.mark = ':back', 'withdrawn', d.withdrawn_at is not null)
        from decisions d cross join lateral (values ('', d.at, d.by_actor), (':back', d.withdrawn_at, d.withdrawn_by)) as e (mark, at, by)
       where d.case_id = any(${ids}) and e.at is not null
      union all
      select d.id::text, d.at, d.by_actor, 'deadline', jsonb_build_object('id', d.id, 'deadline', d.deadline, 'what', d.what, 'dueAt', d.due_at)
        from deadline_changes d where d.case_id = any(${ids})
      union all
      select a.id::text, a.at, a.by_actor, 'assignment', jsonb_build_object('ownerId', a.owner_id, 'teamId', a.team_id) from assignments a where a.case_id = any(${ids})
      union all
      select s.id::text, s.at, s.by_actor, 'status', jsonb_build_object('category', s.category, 'en', t.name_en, 'fr', t.name_fr, 'fromEn', b.name_en, 'fromFr', b.name_fr, 'messageId', s.message_id)
        from status_changes s join statuses t on t.id = s.to_status left join statuses b on b.id = s.from_status where s.case_id = any(${ids})
      union all
      select m.id || e.mark, e.at, e.by, 'merge', jsonb_build_object('id', m.id, 'undone', e.mark = ':undone',
          'merged', jsonb_build_object('id', a.id, 'number', a.number), 'kept', jsonb_build_object('id', k.id, 'number', k.number))
        from (select * from case_merges where kept_id = any(${ids}) union select * from case_merges where merged_id = any(${ids})) m
        join cases a on a.id = m.merged_id join cases k on k.id = m.kept_id
        cross join lateral (values ('', m.at, m.by_actor), (':undone', m.undone_at, m.undone_by)) as e (mark, at, by) where e.at is not null
      union all
      select s.id || e.mark, e.at, e.by, 'split', jsonb_build_object('id', s.id, 'undone', e.mark = ':undone', 'conversationId', s.conversation_id,
          'from', jsonb_build_object('id', a.id, 'number', a.number), 'made', jsonb_build_object('id', n.id, 'number', n.number))
        from (select * from case_splits where from_id = any(${ids}) union select * from case_splits where new_id = any(${ids})) s
        join cases a on a.id = s.from_id join cases n on n.id = s.new_id
        cross join lateral (values ('', s.at, s.by_actor), (':undone', s.undone_at, s.undone_by)) as e (mark, at, by) where e.at is not null
      union all
      select l.id::text, l.at, l.by_actor, 'link', jsonb_build_object('id', l.id, 'kind', l.kind,
          'from', jsonb_build_object('id', a.id, 'number', a.number), 'to', jsonb_build_object('id', b.id, 'number', b.number))
        from (select * from case_links where a_id = any(${ids}) union select * from case_links where b_id = any(${ids})) l
        join cases a on a.id = l.a_id join cases b on b.id = l.b_id
      union all
      select k.id || e.mark, e.at, e.by, 'contradiction', jsonb_build_object('id', k.id, 'code', k.code, 'outsideFactId', k.outside_fact_id,
          'messageId', k.message_id, 'dismissed', e.mark = ':dismissed')
        from contradictions k
        cross join lateral (values ('', k.found_at, 'system:contradictions'), (':dismissed', k.dismissed_at, k.dismissed_by)) as e (mark, at, by)
       where k.case_id = any(${ids}) and e.at is not null
      union all
      select q.id::text, q.answered_at, 'contact:' || q.contact_id, 'satisfaction', jsonb_build_object('id', q.id, 'value', q.value,
          'choices', q.choices, 'words', q.words, 'reopened', q.reopened_at is not null)
        from satisfaction_questions q where q.case_id = any(${ids}) and q.answered_at is not null
    )
    select id, at, by, kind, data from happened where (at, id collate "C") < (${before.at}, ${before.id}::text collate "C")
     order by at desc, id collate "C" desc limit ${limit}`.execute(reader.sql)
  return found.rows
}
