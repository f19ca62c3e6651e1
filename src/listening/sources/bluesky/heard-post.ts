import type { Heard, Media } from "../source.ts"
import type { Event, Post, Shown } from "./events.ts"

export const POSTS = "app.bsky.feed.post"

/** The address of a record, by which replies, quotes and deletions name it. */
export const keyOf = (did: string, rkey: string): string => `at://${did}/${POSTS}/${rkey}`

/** A post of the stream. Its author is known by their DID alone: the stream doesn't tell names, which are asked for later. */
export function heardPost({ did, time_us }: Event, rkey: string, { text, createdAt, langs, reply, embed }: Post): Heard {
  const arrived = Math.floor(time_us / 1000)
  const written = Date.parse(createdAt ?? "")
  return {
    key: keyOf(did, rkey),
    kind: "post",
    url: `https://bsky.app/profile/${did}/post/${rkey}`,
    site: "bsky.app",
    title: null,
    text: withLink(text, embed?.external ?? embed?.media?.external ?? null),
    author: { key: did, name: null, handle: null, url: `https://bsky.app/profile/${did}`, followers: null, since: null },
    language: langs?.[0] ?? null,
    country: null,
    rating: null,
    // Clients write what they like: what is dated after it arrived was said when it arrived.
    publishedAt: new Date(written > 0 && written < arrived ? written : arrived),
    repostOf: null,
    replyTo: reply?.parent.uri ?? null,
    media: [embed, embed?.media].flatMap((each) => (each ? mediaOf(did, each) : [])),
  }
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
