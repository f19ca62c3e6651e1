import { createHash } from "node:crypto"
import { DAY } from "#platform"
import type { Feed, FeedItem, FeedPerson } from "../../feeds/feed.ts"
import { type Author, type Heard, MEDIA_TYPES, type MediaType } from "../source.ts"
import { toldApart } from "./told-apart.ts"

/** The items of a feed as what was heard; `now` is the latest that any of it can have been said, `seen` the marks of what was there before. */
export function heardOf(feed: Feed, now: Date, seen: readonly string[]): Heard[] {
  return toldApart(
    feed.items.map((item) => heardItem(item, feed, now)),
    seen,
  )
}

function heardItem(item: FeedItem, feed: Feed, now: Date): Heard {
  const { title, summary, content } = item
  const longest = (content?.text.length ?? 0) >= (summary?.text.length ?? 0) ? content : summary
  const url = webAddress(item.link)
  const text = longest?.text ?? ""
  const site = item.source?.link ? (URL.parse(item.source.link)?.hostname ?? null) : null
  return {
    key: (item.id ?? url ?? hashOf(`${title?.text}\n${text}`)).slice(0, 500),
    kind: item.rating === null ? "article" : "review",
    url,
    site,
    title: title?.text || null,
    text: text || title?.text || "",
    author: authorOf(item.authors[0] ?? feed.authors[0], site ?? URL.parse(url ?? feed.link ?? "")?.hostname ?? ""),
    language: item.language ?? longest?.language ?? feed.language,
    country: null,
    rating: item.rating !== null && item.rating <= 5 ? item.rating : null,
    publishedAt: dateOf(item, now),
    repostOf: null,
    replyTo: item.replyTo,
    media: item.enclosures
      .concat(item.picture ? [{ url: item.picture.url, type: "image", length: null }] : [])
      .flatMap((file) => {
        const type = typeOf(file)
        return type && webAddress(file.url) ? [{ url: file.url, alt: null, type }] : []
      })
      .slice(0, 20),
  }
}

/** As a feed says, else as the file is called; null: neither seen nor heard. */
function typeOf({ type, url }: { type: string | null; url: string }): MediaType | null {
  const said = MEDIA_TYPES.find((one) => type?.startsWith(`${one}/`) || type === one)
  if (said) return said
  if (/\.(?:jpe?g|png|webp|gif)$/i.test(url)) return "image"
  return /\.(?:mp4|m4v|webm|mov)$/i.test(url) ? "video" : /\.(?:mp3|m4a|ogg|oga|opus)$/i.test(url) ? "audio" : null
}

/** A feed knows its authors by their names: those of one site with one name are one. Their mail addresses aren't kept. */
function authorOf(person: FeedPerson | undefined, site: string): Author | null {
  const name = person?.name?.slice(0, 200) || null
  const url = webAddress(person?.url ?? null)
  if (!name && !url) return null
  return { key: url ?? `${name!.toLowerCase()}@${site}`, name, handle: null, url, followers: null, since: null }
}

/** When it was said. A date that is still to come is no date. */
function dateOf({ published, updated, created }: FeedItem, now: Date): Date | null {
  const date = published ?? created ?? updated
  return date && date.getTime() < now.getTime() + DAY && date.getTime() > 0 ? date : null
}

const webAddress = (address: string | null): string | null => (address && /^https?:\/\//i.test(address) ? address : null)

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url")
