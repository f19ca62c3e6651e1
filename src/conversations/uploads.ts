import { type Actor, type PersonActor, requireRole } from "#people"
import { type Blobs, Invalid, newId, type Reader, TooLarge, type Tx } from "#platform"
import type { MessageFile } from "./channel.ts"
import { room } from "./tables.ts"

/** What most mail servers take in one message, with room for its encoding. */
export const LARGEST_UPLOAD = 25_000_000

export interface Upload {
  id: string
  name: string
  type: string
  size: number
}

/** Keeps a file for a message to come. It is the uploader's until it is sent. */
export async function keepUpload(
  actor: PersonActor,
  tx: Tx,
  blobs: Blobs,
  file: { name: string; type: string; bytes: Uint8Array },
): Promise<Upload> {
  requireRole(actor, "agent")
  if (file.bytes.length > LARGEST_UPLOAD) throw new TooLarge("conversations.upload.tooLarge", { megabytes: LARGEST_UPLOAD / 1_000_000 })
  const sha256 = await blobs.keep(file.bytes)
  const upload = { id: newId(tx.now), name: plainName(file.name), type: plainType(file.type), size: file.bytes.length }
  await room(tx)
    .insertInto("uploads")
    .values({ ...upload, owner: actor.ref, sha256, created_at: tx.now })
    .execute()
  return upload
}

/** The actor's own uploads of these that are still there, in the order given: what a draft's files are called. */
export async function knownUploads(actor: Actor, reader: Reader, ids: readonly string[]): Promise<Upload[]> {
  if (ids.length === 0) return []
  const rows = await room(reader)
    .selectFrom("uploads")
    .select(["id", "name", "type", "size"])
    .where("id", "in", [...ids])
    .where("owner", "=", actor.ref)
    .execute()
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

/** The uploads as files of a message, in the order given. @throws Invalid for one that isn't the actor's. */
export async function takeUploads(actor: Actor, tx: Tx, ids: readonly string[]): Promise<MessageFile[]> {
  if (ids.length === 0) return []
  const rows = await room(tx)
    .selectFrom("uploads")
    .selectAll()
    .where("id", "in", [...ids])
    .where("owner", "=", actor.ref)
    .execute()
  return ids.map((id, i) => {
    const row = rows.find((r) => r.id === id)
    if (!row) throw new Invalid("conversations.upload.unknown", {}, [{ path: `attachmentIds.${i}`, key: "conversations.upload.unknown" }])
    return { name: row.name, type: row.type, size: row.size, sha256: row.sha256, contentId: null, inline: false }
  })
}

/** A file's name without folders or characters that could be taken for something else. */
export function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ""
  return (
    last
      .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069"]/g, "")
      .trim()
      .slice(0, 200) || "file"
  )
}

function plainType(type: string): string {
  return /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(type) ? type.toLowerCase() : "application/octet-stream"
}
