import type { SafeFetch } from "#platform"
import { dataOf, LARGEST_PICTURE, MOST_PICTURES } from "./html-pictures.ts"
import { pictureType } from "./previews/picture-type.ts"

/** So many bytes of pictures from elsewhere for one mail. */
const ALL_TOGETHER = 12_000_000

/**
 * Sanitised HTML with pictures from elsewhere, fetched by us because an agent asked: whoever sent the mail learns that somebody looked at it,
 * never who, from where or with what. What doesn't come, or isn't a picture, keeps its empty place.
 */
export async function withForeignPictures(outbound: Pick<SafeFetch, "get">, html: string): Promise<string> {
  const addresses = [...new Set([...html.matchAll(/ data-remote-src="([^"]*)"/g)].map(([, address]) => address!))].slice(0, MOST_PICTURES)
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
    const { status, body } = await outbound.get(address, { maxBytes: LARGEST_PICTURE, timeoutMs: 6000 })
    const picture = status === 200 ? pictureType(body) : null
    return picture && dataOf(picture.type, body)
  } catch {
    return null // away, refused or too large: its place stays empty, as before
  }
}

const unescaped = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
