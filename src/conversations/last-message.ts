import type { Reader } from "#platform"
import type { Message } from "./access.ts"
import { room } from "./tables.ts"

/** The message that an answer answers when nobody says which: the customer's last own words, or whatever came last. */
export async function lastMessage(reader: Reader, conversationId: string): Promise<Message | null> {
  const rows = room(reader).selectFrom("messages").selectAll().where("conversation_id", "=", conversationId)
  const found = await rows
    .where("direction", "=", "in")
    .where("automatic", "is", null)
    .orderBy("received_at", "desc")
    .limit(1)
    .executeTakeFirst()
  return found ?? (await rows.orderBy("received_at", "desc").limit(1).executeTakeFirst()) ?? null
}
