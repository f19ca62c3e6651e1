import { sql } from "kysely"
import type { Reader } from "#platform"
import type { FieldValue } from "./tables.ts"

/** An open case as it is held against a surge. */
export interface OpenCase {
  id: string
  number: number
  subject: string
  /** Who sees one of these sees the case. */
  inboxIds: string[]
  /** Tags, and what stands in its fields as text. */
  labels: string[]
  /** Those of the asked conversations that are in it, and by which inboxes each is seen. */
  conversations: { id: string; inboxIds: string[] }[]
}

/** Open cases with these conversations, and those that stand for these cases: neither resolved nor spam. */
export async function openCases(
  reader: Reader,
  { conversationIds, caseIds }: { conversationIds: readonly string[]; caseIds: readonly string[] },
): Promise<OpenCase[]> {
  const { rows } = await sql<{
    id: string
    number: number
    subject: string
    inbox_ids: string[]
    tags: string[]
    fields: Readonly<Record<string, FieldValue>>
    conversations: { id: string; inboxIds: string[] }[] | null
  }>`
    with recursive asked (case_id, conversation) as (
      select k.case_id, jsonb_build_object('id', k.conversation_id, 'inboxIds', k.inbox_ids)
        from case_conversations k where k.conversation_id = any(${[...conversationIds]}::uuid[])
      union all
      select id, null from unnest(${[...caseIds]}::uuid[]) as given (id)),
    standing (case_id, conversation) as (
      select * from asked
      union all
      select c.merged_into, s.conversation from standing s join cases c on c.id = s.case_id where c.merged_into is not null)
    select c.id, c.number, c.subject, c.inbox_ids, c.tags, c.fields, jsonb_agg(s.conversation) filter (where s.conversation is not null) as conversations
      from standing s join cases c on c.id = s.case_id
     where c.merged_into is null and c.category not in ('resolved', 'spam') group by c.id`.execute(reader.sql)
  return rows.map(({ inbox_ids, tags, fields, conversations, ...row }) => ({
    ...row,
    inboxIds: inbox_ids,
    labels: [...tags, ...Object.values(fields).filter((value) => typeof value === "string")],
    conversations: conversations ?? [],
  }))
}
