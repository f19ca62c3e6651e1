import { sql } from "kysely"
import type { PersonActor } from "#people"
import { Conflict, isId, type Tx } from "#platform"

interface Known {
  /** The last message that the writer had seen; who says nothing isn't asked. */
  seen?: string | undefined
  /** The last answer of a colleague that they know of. */
  knownAnswer?: string | undefined
}

/**
 * Stops an answer whose writer hasn't seen what was said since: by the customer, or by a colleague who answered first. The conversation is
 * held, so that of two answers at one moment the second meets the first.
 * @throws Conflict `conversations.reply.unseen`, `conversations.reply.answered`
 */
export async function refuseUnseen(actor: PersonActor, tx: Tx, conversationId: string, { seen, knownAnswer }: Known): Promise<void> {
  if (!seen) return
  await sql`select from conversations where id = ${conversationId} for no key update`.execute(tx.sql)
  const agent = actor.kind === "agent" ? actor.id : null
  const known = knownAnswer && isId(knownAnswer) ? knownAnswer : seen
  const found = await sql<{ direction: "in" | "out" }>`
    select m.direction from messages as m left join outbox as o on o.message_id = m.id
    where m.conversation_id = ${conversationId} and m.automatic is null
      and m.received_at > (select received_at from messages where id = ${seen}::uuid)
      and (m.direction = 'in' or (
        m.agent_id is distinct from ${agent}::uuid and o.state is distinct from 'cancelled'
        and m.received_at > (select received_at from messages where id = ${known}::uuid)))
    order by m.direction limit 1`.execute(tx.sql)
  if (found.rows[0]?.direction === "in") throw new Conflict("conversations.reply.unseen")
  if (found.rows[0]) throw new Conflict("conversations.reply.answered")
}
