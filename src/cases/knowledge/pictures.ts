import { type PersonActor, requireRole } from "#people"
import { type Blobs, Invalid, newId, TooLarge, type Tx } from "#platform"
import { shelf } from "./tables.ts"

const LARGEST = 5_000_000
/** What a picture's first bytes say that it is; what a name or a browser says doesn't count. No SVG: it can run. */
const SIGNS: readonly [string, (bytes: Uint8Array) => boolean][] = [
  ["image/png", (b) => begins(b, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ["image/jpeg", (b) => begins(b, [0xff, 0xd8, 0xff])],
  ["image/gif", (b) => begins(b, [0x47, 0x49, 0x46, 0x38])],
  ["image/webp", (b) => begins(b, [0x52, 0x49, 0x46, 0x46]) && begins(b.subarray(8), [0x57, 0x45, 0x42, 0x50])],
]

const begins = (bytes: Uint8Array, sign: readonly number[]): boolean => sign.every((byte, i) => bytes[i] === byte)

export interface Picture {
  id: string
  name: string
  type: string
  size: number
}

/** Keeps a picture for an article. @throws TooLarge, Invalid for what isn't one */
export async function keepPicture(actor: PersonActor, tx: Tx, blobs: Blobs, file: { name: string; bytes: Uint8Array }): Promise<Picture> {
  requireRole(actor, "agent")
  if (file.bytes.length > LARGEST) throw new TooLarge("knowledge.picture.tooLarge", { megabytes: LARGEST / 1_000_000 })
  const type = SIGNS.find(([, fits]) => fits(file.bytes))?.[0]
  if (!type) throw new Invalid("knowledge.picture.kind", {}, [{ path: "file", key: "knowledge.picture.kind" }])
  const sha256 = await blobs.keep(file.bytes)
  const picture = { id: newId(tx.now), name: file.name.slice(0, 200), type, size: file.bytes.length }
  await shelf(tx)
    .insertInto("article_pictures")
    .values({ ...picture, sha256, by_actor: actor.ref, at: tx.now })
    .execute()
  return picture
}
