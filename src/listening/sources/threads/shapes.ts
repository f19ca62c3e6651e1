import { z } from "zod"
import { momentOf, named, paging } from "../meta/graph-shapes.ts"
import type { Heard } from "../source.ts"

const id = z.coerce.string()

/** A post or reply, as Threads shows and tells it. */
export const thread = z.object({
  id,
  username: z.string().nullish(),
  text: z.string().nullish(),
  permalink: z.string().nullish(),
  timestamp: z.string().nullish(),
  replied_to: z.object({ id }).nullish().catch(null),
  root_post: z.object({ owner_id: id.nullish(), username: z.string().nullish() }).nullish().catch(null),
})
export const threads = z.object({ data: z.array(thread.extend({ has_replies: z.boolean().nullish() })), paging })

export const FIELDS = "id,username,text,permalink,timestamp,replied_to"

/** Null for what has no words. */
export function heardThread({ id: key, username, text, permalink, timestamp, replied_to }: z.infer<typeof thread>): Heard | null {
  if (!text) return null
  const rest = { site: "threads.com", title: null, language: null, country: null, rating: null, repostOf: null, media: [] }
  const author = named(username, "www.threads.com/@")
  const kind = replied_to ? "comment" : "post"
  return { ...rest, key, kind, url: permalink ?? null, text, author, publishedAt: momentOf(timestamp), replyTo: replied_to?.id ?? null }
}
