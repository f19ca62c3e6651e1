import type { Reader } from "#platform"
import { room } from "./tables.ts"

/** What a file of a message is, with the hash of its bytes. */
export interface FileOfMessage {
  messageId: string
  name: string
  type: string
  size: number
  sha256: string
}

/** The files of these messages and notes, in their order. */
export async function filesOfMessages(reader: Reader, messageIds: readonly string[]): Promise<FileOfMessage[]> {
  if (messageIds.length === 0) return []
  const messages = await room(reader)
    .selectFrom("attachments")
    .select(["message_id", "name", "type", "size", "sha256"])
    .where("message_id", "in", [...messageIds])
    .orderBy("message_id")
    .orderBy("position")
    .execute()
  const notes = await room(reader)
    .selectFrom("note_files")
    .select(["note_id as message_id", "name", "type", "size", "sha256"])
    .where("note_id", "in", [...messageIds])
    .orderBy("note_id")
    .orderBy("position")
    .execute()
  return [...messages, ...notes].map(({ message_id, ...file }) => ({ messageId: message_id, ...file }))
}
