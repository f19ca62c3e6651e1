import type { Selectable } from "kysely"
import { type Actor, seesInbox } from "#people"
import { isId, NotFound, type Reader } from "#platform"
import { room, type ConversationsTable, type MessagesTable } from "./tables.ts"

export type Conversation = Selectable<ConversationsTable>
export type Message = Selectable<MessagesTable>

/**
 * @throws NotFound when it isn't there, or is in no inbox that the actor sees. Whoever asked for a part of it is told `missing`, as if the
 * part weren't there: which of the two it is would tell that it exists.
 */
export async function accessConversation(
  actor: Actor,
  reader: Reader,
  id: string,
  missing = "conversations.notFound",
): Promise<Conversation> {
  const found = isId(id) ? await room(reader).selectFrom("conversations").selectAll().where("id", "=", id).executeTakeFirst() : undefined
  if (!found || !seesInbox(actor, found.inbox_ids)) throw new NotFound(missing)
  return found
}

/** @throws NotFound when it isn't there, or its conversation isn't for this actor. */
export async function accessMessage(actor: Actor, reader: Reader, id: string): Promise<Message> {
  const found = isId(id) ? await room(reader).selectFrom("messages").selectAll().where("id", "=", id).executeTakeFirst() : undefined
  if (!found) throw new NotFound("conversations.message.notFound")
  await accessConversation(actor, reader, found.conversation_id, "conversations.message.notFound")
  return found
}
