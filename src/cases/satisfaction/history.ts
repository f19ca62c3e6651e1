import { sql } from "kysely"
import { fitJson, idOf, type Tx } from "#platform"

/** What a customer said of a case that was resolved long ago. */
export interface PastSatisfaction {
  caseId: string
  language: "en" | "fr"
  /** 1 to 5. */
  value: number
  words: string
  at: Date
}

/** Puts in what customers said in the past, many at once: one answer for the last resolution of each case, as if it had been asked then. */
export async function fileSatisfaction(tx: Tx, said: readonly PastSatisfaction[]): Promise<void> {
  if (said.length === 0) return
  const rows = fitJson(said.map((one) => ({ ...one, id: idOf(one.at, one.caseId, "satisfaction") })))
  await sql`
    insert into satisfaction_questions (id, case_id, change_id, contact_id, language, choices, due_at, asked_at, value, words, answered_at)
    select a.id, c.id, s.id, c.contact_id, a.language, 5, s.at, s.at, a.value, a.words, a.at
      from json_to_recordset(${rows}::json) as a (id uuid, "caseId" uuid, language text, value int, words text, at timestamptz)
      join cases c on c.id = a."caseId" and c.contact_id is not null
     cross join lateral (select id, at from status_changes where case_id = c.id and category = 'resolved' order by seq desc limit 1) s
     where s.at < a.at
    on conflict do nothing`.execute(tx.sql)
}
