import type { Blobs, Reader } from "#platform"
import { pictureType } from "./previews/picture-type.ts"
import { room } from "./tables.ts"

/** So many pictures of one mail are shown, each of so many bytes at most. */
export const MOST_PICTURES = 40
export const LARGEST_PICTURE = 3_000_000

/** Sanitised HTML with the pictures that came in the mail itself put in. */
export async function withOwnPictures(reader: Reader, blobs: Blobs, messageId: string, html: string): Promise<string> {
  if (!html.includes("data-cid=")) return html
  const files = await room(reader)
    .selectFrom("attachments")
    .select(["content_id", "sha256", "size"])
    .where("message_id", "=", messageId)
    .where("content_id", "is not", null)
    .where("size", "<=", LARGEST_PICTURE)
    .limit(MOST_PICTURES)
    .execute()
  const found = new Map<string, string>()
  for (const { content_id, sha256 } of files) {
    const bytes = await blobs.read(sha256)
    const picture = pictureType(bytes)
    if (picture && content_id) found.set(escaped(content_id.replace(/^<|>$/g, "")), dataOf(picture.type, bytes))
  }
  return html.replace(/ data-cid="([^"]*)"/g, (whole, cid: string) => (found.has(cid) ? ` src="${found.get(cid)}"` : whole))
}

/** A picture as an address that carries it whole. */
export const dataOf = (type: string, bytes: Buffer): string => `data:${type};base64,${bytes.toString("base64")}`

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;")
