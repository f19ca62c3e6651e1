import { sql } from "kysely"
import type { Actor } from "#people"
import type { Reader } from "#platform"
import { accessCase } from "../access-case.ts"

export interface SuggestionRow {
  id: string
  words: string
  due_at: Date
  message_id: string
}

/** What is proposed in a case and nobody has decided on; moments that have passed meanwhile are left out. */
export async function listSuggestions(actor: Actor, reader: Reader, caseId: string): Promise<SuggestionRow[]> {
  const row = await accessCase(actor, reader, caseId)
  const found = await sql<SuggestionRow>`
    with recursive family (id) as (
      values (${row.id}::uuid) union all select c.id from family f join cases c on c.merged_into = f.id
    )
    select s.id, s.words, s.due_at, s.message_id from family f join promise_suggestions s on s.case_id = f.id
     where s.decision is null and s.due_at > ${reader.now} order by s.due_at, s.id`.execute(reader.sql)
  return found.rows
}
