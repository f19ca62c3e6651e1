import { type RawBuilder, sql } from "kysely"
import type { Reader } from "#platform"
import type { DraftKind } from "./drafts.ts"

/** An agent's drafts that say something, as `d`. */
const begunBy = (agentId: string | null): RawBuilder<unknown> => sql`d.agent_id = ${agentId}::uuid
  and (btrim(d.body ->> 'text', E' \\n\\t') <> '' or jsonb_array_length(coalesce(d.body -> 'attachmentIds', '[]')) > 0)`

/** What an agent has begun to write in the conversations of these cases, by conversation. */
export async function draftsIn(reader: Reader, agentId: string, caseIds: readonly string[]): Promise<Map<string, DraftKind[]>> {
  const found = await sql<{ conversation_id: string; kinds: DraftKind[] }>`
    select d.conversation_id, array_agg(d.kind order by d.kind desc) as kinds from drafts as d join conversations as v on v.id = d.conversation_id
    where v.case_id = any(${[...caseIds]}::uuid[]) and ${begunBy(agentId)} group by d.conversation_id`.execute(reader.sql)
  return new Map(found.rows.map(({ conversation_id, kinds }) => [conversation_id, kinds]))
}

/** A set of cases' ids inside a query: those in which an agent has begun to write. */
export function casesBegun(agentId: string | null): RawBuilder<unknown> {
  return sql`(select v.case_id from drafts as d join conversations as v on v.id = d.conversation_id where ${begunBy(agentId)})`
}
