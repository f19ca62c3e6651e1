import { sql } from "kysely"
import type { Tx } from "#platform"
import { deadlinesOf, type Pause } from "./deadlines/deadlines.ts"
import { findRule } from "./deadlines/find-rule.ts"
import { type CaseRow, room } from "./tables.ts"

/**
 * Adds up again what a case shows from what it holds: its conversations, silences, pauses, contradictions and the rules. Whoever
 * changes one of these calls it last. The case's row is held by the caller.
 */
export async function refreshCase(tx: Tx, caseId: string): Promise<CaseRow> {
  const tables = room(tx)
  const row = await tables.selectFrom("cases").selectAll().where("id", "=", caseId).executeTakeFirstOrThrow()
  const sum = await addUp(tx, caseId)
  const inboxIds = [
    ...row.inbox_ids.filter((id) => sum.inbox_ids.includes(id)),
    ...sum.inbox_ids.filter((id) => !row.inbox_ids.includes(id)),
  ]
  const clocks = {
    category: row.category,
    createdAt: row.created_at,
    firstWordsAt: sum.first_words_at,
    firstAnsweredAt: sum.first_answered_at,
    waitingSince: sum.waiting_since,
    pauses: sum.pauses.map(readPause),
    byHand: row.due_by_hand,
  }
  return tables
    .updateTable("cases")
    .set({
      ...(sum.last_at
        ? {
            last_at: sum.noted_at && sum.noted_at > sum.last_at ? sum.noted_at : sum.last_at,
            last_words: sum.last_words,
            last_direction: sum.last_direction,
          }
        : {}),
      ...(inboxIds.length ? { inbox_ids: inboxIds } : {}),
      waiting_since: sum.waiting_since,
      first_answered_at: sum.first_answered_at,
      contradiction: sum.contradiction,
      promise_broken: sum.promise_broken,
      in_public: sum.in_public,
      paused_since: clocks.pauses.find((pause) => pause.to === null)?.from ?? null,
      ...deadlinesOf(clocks, await findRule(tx, inboxIds[0] ?? row.inbox_ids[0]!, row.priority)),
    })
    .where("id", "=", caseId)
    .returningAll()
    .executeTakeFirstOrThrow()
}

interface Sum {
  waiting_since: Date | null
  first_words_at: Date | null
  first_answered_at: Date | null
  inbox_ids: string[]
  last_at: Date | null
  noted_at: Date | null
  last_words: string
  last_direction: "in" | "out"
  contradiction: string | null
  promise_broken: boolean
  in_public: boolean
  pauses: { began_at: string; ended_at: string | null }[]
}

async function addUp(tx: Tx, caseId: string): Promise<Sum> {
  const found = await sql<Sum>`
    with recursive family (id) as (
      values (${caseId}::uuid) union all select c.id from family f join cases c on c.merged_into = f.id
    )
    select
      (select min(began_at) from silences where case_id = ${caseId} and ended_at is null) as waiting_since,
      (select min(began_at) from silences where case_id = ${caseId}) as first_words_at,
      (select min(first_answered_at) from case_conversations where case_id = ${caseId}) as first_answered_at,
      array(select distinct unnest(inbox_ids) from case_conversations where case_id = ${caseId}) as inbox_ids,
      (select max(noted_at) from case_conversations where case_id = ${caseId}) as noted_at,
      last.last_at, last.last_words, last.last_direction,
      (select k.code from family f join contradictions k on k.case_id = f.id
        where k.dismissed_at is null order by k.found_at desc, k.id desc limit 1) as contradiction,
      exists (select from family f join case_public p on p.case_id = f.id) as in_public,
      has_broken_promise(${caseId}) as promise_broken,
      coalesce((select json_agg(json_build_object('began_at', began_at, 'ended_at', ended_at) order by began_at)
        from pauses where case_id = ${caseId}), '[]') as pauses
    from (select 1) as one left join lateral (
      select last_at, last_words, last_direction from case_conversations
       where case_id = ${caseId} order by last_at desc, conversation_id desc limit 1) last on true`.execute(tx.sql)
  return found.rows[0]!
}

export function readPause({ began_at, ended_at }: { began_at: string; ended_at: string | null }): Pause {
  return { from: new Date(began_at), to: ended_at === null ? null : new Date(ended_at) }
}
