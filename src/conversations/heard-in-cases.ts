import { sql } from "kysely"
import type { Reader } from "#platform"
import { type MessageForRules, messagesForRules } from "./for-rules.ts"

/** The customer's first, or last, message in each of these cases, by case. */
export async function heardInCases(
  reader: Reader,
  caseIds: readonly string[],
  which: "first" | "last",
): Promise<Map<string, MessageForRules>> {
  const order = which === "first" ? sql`asc` : sql`desc`
  const found = await sql<{ case_id: string; id: string }>`
    select k.case_id, h.id from unnest(${[...caseIds]}::uuid[]) as k (case_id)
      cross join lateral (
        select m.id from conversations c join messages m on m.conversation_id = c.id
         where c.case_id = k.case_id and m.direction = 'in' and m.agent_id is null order by m.received_at ${order}, m.id ${order} limit 1) h`.execute(
    reader.sql,
  )
  const caseOf = new Map(found.rows.map(({ id, case_id }) => [id, case_id]))
  const messages = await messagesForRules(reader, [...caseOf.keys()])
  return new Map(messages.map((message) => [caseOf.get(message.id)!, message]))
}
