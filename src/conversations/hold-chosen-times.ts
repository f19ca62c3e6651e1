import { sql } from "kysely"
import type { Tx } from "#platform"
import { type OutboxRow, tellState } from "./outbox.ts"

/** Answers that were to leave at a chosen time ask again: the customer has written meanwhile. */
export async function holdChosenTimes(tx: Tx, conversationId: string): Promise<void> {
  const held = await sql<OutboxRow>`
    update outbox set state = 'held', reason = 'customer-wrote', ask_again = true
    where state = 'ready' and why_later = 'chosen' and due_at > ${tx.now}
      and message_id in (select id from messages where conversation_id = ${conversationId} and direction = 'out')
    returning *`.execute(tx.sql)
  for (const row of held.rows) await tellState(tx, row, "held", "customer-wrote")
}
