import { type Actor, seesInbox } from "#people"
import type { Reader } from "#platform"
import type { Message } from "./access.ts"
import { GIVEN_UP } from "./change-outgoing.ts"
import { room, type OutboxState } from "./tables.ts"

/** Outgoing messages that haven't arrived for certain, oldest first, without those that somebody left at that. */
export async function outboxRows(actor: Actor, reader: Reader, state?: OutboxState): Promise<Message[]> {
  const states: OutboxState[] = state ? [state] : ["ready", "sending", "retry", "uncertain", "failed", "held"]
  const rows = await room(reader)
    .selectFrom("outbox as o")
    .innerJoin("messages as m", "m.id", "o.message_id")
    .innerJoin("conversations as c", "c.id", "m.conversation_id")
    .selectAll("m")
    .select("c.inbox_ids")
    .where("o.state", "in", states)
    .where("o.reason", "is distinct from", GIVEN_UP)
    .orderBy("o.queued_at")
    .limit(200)
    .execute()
  return rows.filter((row) => seesInbox(actor, row.inbox_ids))
}
