import { sql } from "kysely"
import type { Actor } from "#people"
import type { Reader } from "#platform"
import { accessCase } from "../access-case.ts"
import { familyOf } from "../family.ts"

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
    select id, words, due_at, message_id from promise_suggestions
     where case_id = any(${await familyOf(reader, row.id)}::uuid[]) and decision is null and due_at > ${reader.now} order by due_at, id`.execute(
    reader.sql,
  )
  return found.rows
}
