import type { Actor } from "#people"
import { Invalid, type Reader, type Tx } from "#platform"
import type { MessageFile } from "./channel.ts"
import { room } from "./tables.ts"
import type { Upload } from "./uploads.ts"

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
