import type { Actor } from "#people"
import { isId, NotFound, type Reader } from "#platform"
import { accessConversation, accessMessage } from "./access.ts"
import { room } from "./tables.ts"

export interface KeptFile {
  name: string
  size: number
  sha256: string
}

/** A file of a message, or of a note. @throws NotFound when it isn't there, or what it belongs to isn't for this actor. */
export async function accessFile(actor: Actor, reader: Reader, id: string, fileId: string): Promise<KeptFile> {
  const file = (await fileOfNote(actor, reader, id, fileId)) ?? (await fileOfMessage(actor, reader, id, fileId))
  if (!file) throw new NotFound("conversations.attachment.notFound")
  return file
}

async function fileOfMessage(actor: Actor, reader: Reader, id: string, fileId: string): Promise<KeptFile | undefined> {
  const message = await accessMessage(actor, reader, id)
  if (!isId(fileId)) return undefined
  return room(reader)
    .selectFrom("attachments")
    .select(["name", "size", "sha256"])
    .where("id", "=", fileId)
    .where("message_id", "=", message.id)
    .executeTakeFirst()
}

async function fileOfNote(actor: Actor, reader: Reader, id: string, fileId: string): Promise<KeptFile | undefined> {
  if (!isId(id) || !isId(fileId)) return undefined
  const found = await room(reader)
    .selectFrom("note_files as f")
    .innerJoin("notes as n", "n.id", "f.note_id")
    .select(["n.conversation_id", "f.name", "f.size", "f.sha256"])
    .where("f.id", "=", fileId)
    .where("n.id", "=", id)
    .executeTakeFirst()
  if (found) await accessConversation(actor, reader, found.conversation_id, "conversations.message.notFound")
  return found
}
