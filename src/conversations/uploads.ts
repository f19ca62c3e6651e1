import { type PersonActor, requireRole } from "#people"
import { type Blobs, newId, TooLarge, type Tx } from "#platform"
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
