import type { Author, Heard, Media, PassedOn } from "../source.ts"
import type { Event, Post, Shown } from "./events.ts"

export const POSTS = "app.bsky.feed.post"

export const REPOSTS = "app.bsky.feed.repost"
/** https://atproto.com/specs/at-uri-scheme: of a post, by its author's DID. */
const OF_POST = /^at:\/\/did:[^/\s]{1,300}\/app\.bsky\.feed\.post\/[^/\s]{1,512}$/

/** The address of a record, by which replies, quotes, reposts and deletions name it. */
export const keyOf = (did: string, rkey: string, collection = POSTS): string => `at://${did}/${collection}/${rkey}`

/** A post of the stream. Its author is known by their DID alone: the stream doesn't tell names, which are asked for later. */
export function heardPost({ did, time_us }: Event, rkey: string, { text, createdAt, langs, reply, embed }: Post): Heard {
  return {
    key: keyOf(did, rkey),
    kind: "post",
    url: `https://bsky.app/profile/${did}/post/${rkey}`,
    site: "bsky.app",
    title: null,
    text: withLink(text, embed?.external ?? embed?.media?.external ?? null),
    author: authorOf(did),
    language: langs?.[0] ?? null,
    country: null,
    rating: null,
    publishedAt: saidAt(time_us, createdAt),
    repostOf: null,
    replyTo: reply?.parent.uri ?? null,
    media: [embed, embed?.media].flatMap((each) => (each ? mediaOf(did, each) : [])),
  }
}

/** A repost of the stream; null where it is of no post. */
export function heardRepost({ did, time_us }: Event, rkey: string, of: string | null, createdAt: Post["createdAt"]): PassedOn | null {
  if (of === null || !OF_POST.test(of)) return null
  return { key: keyOf(did, rkey, REPOSTS), of, author: authorOf(did), publishedAt: saidAt(time_us, createdAt) }
}

const authorOf = (did: string): Author => ({
  key: did,
  name: null,
  handle: null,
  url: `https://bsky.app/profile/${did}`,
  followers: null,
  since: null,
})

/** Clients write what they like: what is dated after it arrived was said when it arrived. */
function saidAt(time_us: number, createdAt: Post["createdAt"]): Date {
  const arrived = Math.floor(time_us / 1000)
  const written = Date.parse(createdAt ?? "")
  return new Date(written > 0 && written < arrived ? written : arrived)
}

/** Pictures and films, as small pictures of them. */
function mediaOf(did: string, { images, video, alt }: Shown): Media[] {
  const pictures = (images ?? []).map(({ alt: told, image }): Media => ({
    url: `https://cdn.bsky.app/img/feed_thumbnail/plain/${did}/${image.ref.$link}@jpeg`,
    alt: told || null,
  }))
  if (!video) return pictures
  const still = `https://video.bsky.app/watch/${encodeURIComponent(did)}/${video.ref.$link}/thumbnail.jpg`
  return [...pictures, { url: still, alt: alt || null, type: "video" }]
}

/** A link that is shown under a post belongs to what is said: often only its card names what it is about. */
function withLink(text: string, link: { uri: string; title?: string | null | undefined } | null): string {
  if (!link || text.includes(link.uri)) return text
  return [text, link.title ?? "", link.uri].filter(Boolean).join("\n")
}
