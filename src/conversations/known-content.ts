import type { Reader } from "#platform"
import { room } from "./tables.ts"

/** In which conversation a mail with this content key is already, by key; those that aren't here are absent. */
export async function contentHere(reader: Reader, contentKeys: readonly string[]): Promise<Map<string, string>> {
  if (contentKeys.length === 0) return new Map()
  const rows = await room(reader)
    .selectFrom("messages")
    .select(["content_key", "conversation_id"])
    .where("content_key", "in", [...contentKeys])
    .execute()
  return new Map(rows.flatMap(({ content_key, conversation_id }) => (content_key ? [[content_key, conversation_id]] : [])))
}

/** The conversations in which mails with these Message-IDs are, by Message-ID; where one is in several, the latest. */
export async function conversationsNaming(reader: Reader, messageIds: readonly string[]): Promise<Map<string, string>> {
  if (messageIds.length === 0) return new Map()
  const rows = await room(reader)
    .selectFrom("messages")
    .select(["message_id", "conversation_id"])
    .where("message_id", "in", [...messageIds])
    .orderBy("received_at")
    .execute()
  return new Map(rows.flatMap(({ message_id, conversation_id }) => (message_id ? [[message_id, conversation_id]] : [])))
}
