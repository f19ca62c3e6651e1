import { type RawBuilder, sql } from "kysely"
import type { Reader } from "#platform"
import { GIVEN_UP } from "./change-outgoing.ts"

/** What became of a person's answer: refused or given up on; or it may have left, or not. */
export type Unsent = "failed" | "uncertain"

const STUCK = sql`from outbox as o join messages as m on m.id = o.message_id
  where o.state in ('failed', 'uncertain') and o.reason is distinct from ${GIVEN_UP} and not o.automatic`

/** Of the conversations of these cases those with a person's answer that couldn't leave, or may not have; the graver where there are both. */
export async function unsentOf(reader: Reader, caseIds: readonly string[]): Promise<Map<string, Unsent>> {
  const found = await sql<{ conversation_id: string; state: Unsent }>`
    select m.conversation_id, min(o.state) as state ${STUCK}
      and m.conversation_id in (select id from conversations where case_id = any(${[...caseIds]}::uuid[]))
    group by m.conversation_id`.execute(reader.sql)
  return new Map(found.rows.map(({ conversation_id, state }) => [conversation_id, state]))
}

/** A set of cases' ids inside a query: those with such an answer. */
export function casesUnsent(): RawBuilder<unknown> {
  return sql`(select v.case_id from conversations as v where v.id in (select m.conversation_id ${STUCK}))`
}
