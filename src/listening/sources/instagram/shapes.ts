import { z } from "zod"
import { by, momentOf, named, paging } from "../meta/graph-shapes.ts"
import type { Heard } from "../source.ts"

const id = z.coerce.string()

/** A comment, as the API shows it; some are told with their author's id, others with their name alone. */
export const comment = z.object({
  id,
  text: z.string().catch(""),
  timestamp: z.string().nullish(),
  username: z.string().nullish(),
  from: by,
  parent_id: id.nullish(),
})
export type Comment = z.infer<typeof comment>

const replies = z.object({ data: z.array(comment).catch([]) })
export const comments = z.object({ data: z.array(comment.extend({ replies: replies.nullish().catch(null) })).catch([]), paging })

/** A picture or film, with what is said of it. */
export const media = z.object({
  id,
  caption: z.string().nullish(),
  permalink: z.string().nullish(),
  timestamp: z.string().nullish(),
  username: z.string().nullish(),
})

const NOTHING = { site: "instagram.com", title: null, language: null, country: null, rating: null, repostOf: null, media: [] }
const HOST = "www.instagram.com/"

export function heardComment(
  { id: key, text, timestamp, username, from, parent_id }: Comment,
  url: string | null,
  on: string | null,
): Heard {
  const author = named(username ?? from?.username, HOST, from?.id ?? null)
  return { ...NOTHING, key, kind: "comment", url, text, author, publishedAt: momentOf(timestamp), replyTo: parent_id ?? on }
}

export function heardMedia({ id: key, caption, permalink, timestamp, username }: z.infer<typeof media>): Heard | null {
  if (!caption) return null
  const author = named(username, HOST)
  return { ...NOTHING, key, kind: "post", url: permalink ?? null, text: caption, author, publishedAt: momentOf(timestamp), replyTo: null }
}

/** A story that names an account: that it does is all that it says in words, and it is gone after a day. */
export function heardStory(key: string, handle: string, sender: string, at: Date): Heard {
  return { ...NOTHING, key, kind: "post", url: null, text: `@${handle}`, author: named(null, HOST, sender), publishedAt: at, replyTo: null }
}
