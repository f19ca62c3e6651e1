import { sql } from "kysely"
import type { Tx } from "#platform"
import { type OutboxRow, tellState } from "./outbox.ts"

/**
 * Answers that were to leave at a chosen time ask again: the customer has written meanwhile, here or in another conversation of the case.
 * What is held for another reason stays so, and asks when that has passed.
 */
export async function holdChosenTimes(tx: Tx, conversationId: string): Promise<void> {
  const held = await sql<OutboxRow>`
    update outbox set state = 'held', reason = case when state = 'held' then reason else 'customer-wrote' end, ask_again = true
    where chosen and not ask_again and (state = 'held' or (state = 'ready' and due_at > ${tx.now}))
      and message_id in (
        select m.id from messages as m join conversations as c on c.id = m.conversation_id, conversations as heard
        where heard.id = ${conversationId} and (c.id = heard.id or c.case_id = heard.case_id) and m.direction = 'out')
    returning *`.execute(tx.sql)
  for (const row of held.rows) await tellState(tx, row, "held", row.reason)
}
