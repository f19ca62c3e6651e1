import type { Blobs, Reader, SafeFetch } from "#platform"
import { pictureType } from "./previews/picture-type.ts"
import { room } from "./tables.ts"

/** So many pictures from elsewhere are fetched for one mail, and so many bytes of them. */
const MOST = 40
const LARGEST = 3_000_000
const ALL_TOGETHER = 12_000_000

/** Sanitised HTML with the pictures that came in the mail itself put in. */
export async function withOwnPictures(reader: Reader, blobs: Blobs, messageId: string, html: string): Promise<string> {
  if (!html.includes("data-cid=")) return html
  const files = await room(reader)
    .selectFrom("attachments")
    .select(["content_id", "sha256", "size"])
    .where("message_id", "=", messageId)
    .where("content_id", "is not", null)
    .where("size", "<=", LARGEST)
    .limit(MOST)
    .execute()
  const found = new Map<string, string>()
  for (const { content_id, sha256 } of files) {
    const bytes = await blobs.read(sha256)
    const picture = pictureType(bytes)
    if (picture && content_id) found.set(escaped(content_id.replace(/^<|>$/g, "")), dataOf(picture.type, bytes))
  }
  return html.replace(/ data-cid="([^"]*)"/g, (whole, cid: string) => (found.has(cid) ? ` src="${found.get(cid)}"` : whole))
}

/**
 * The same with pictures from elsewhere, fetched by us because an agent asked: whoever sent the mail learns that somebody looked at it,
 * never who, from where or with what. What doesn't come, or isn't a picture, keeps its empty place.
 */
export async function withForeignPictures(outbound: Pick<SafeFetch, "get">, html: string): Promise<string> {
  const addresses = [...new Set([...html.matchAll(/ data-remote-src="([^"]*)"/g)].map(([, address]) => address!))].slice(0, MOST)
  const found = new Map<string, string>()
  let room_ = ALL_TOGETHER
  await Promise.all(
    addresses.map(async (address) => {
      const picture = await fetched(outbound, unescaped(address))
      if (!picture || picture.length > room_) return
      room_ -= picture.length
      found.set(address, picture)
    }),
  )
  return html.replace(/ data-remote-src="([^"]*)"/g, (whole, address: string) =>
    found.has(address) ? ` src="${found.get(address)}"` : whole,
  )
}

async function fetched(outbound: Pick<SafeFetch, "get">, address: string): Promise<string | null> {
  try {
    const { status, body } = await outbound.get(address, { maxBytes: LARGEST, timeoutMs: 6000 })
    const picture = status === 200 ? pictureType(body) : null
    return picture && dataOf(picture.type, body)
  } catch {
    return null // away, refused or too large: its place stays empty, as before
  }
}

const dataOf = (type: string, bytes: Buffer): string => `data:${type};base64,${bytes.toString("base64")}`

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;")

const unescaped = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
