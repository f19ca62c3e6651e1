import { z } from "zod"
import type { Told } from "../meta/in-order.ts"
import { by, momentOf } from "../meta/graph-shapes.ts"
import { heardAtFacebook } from "./page-feed.ts"

const id = z.coerce.string()
const value = z.object({
  item: z.string().catch(""),
  verb: z.string().catch(""),
  post_id: id.nullish(),
  comment_id: id.nullish(),
  parent_id: id.nullish(),
  open_graph_story_id: id.nullish(),
  from: by,
  reviewer_id: id.nullish(),
  reviewer_name: z.string().nullish(),
  message: z.string().nullish(),
  review_text: z.string().nullish(),
  created_time: z.number().nullish().catch(null),
  permalink_url: z.string().nullish(),
  post: z.object({ permalink_url: z.string().nullish() }).nullish().catch(null),
})
const body = z.object({
  object: z.literal("page"),
  entry: z.array(
    z.object({
      id,
      time: z.number(),
      changes: z.array(z.object({ field: z.string(), value: value.nullish().catch(null) })).catch([]),
    }),
  ),
})

const POSTS = new Set(["post", "status", "photo", "video", "share", "link", "album"])

/** What Meta tells of a page: what others write on it, under it and of it (developers.facebook.com/docs/graph-api/webhooks/reference/page). */
export function toldOfPage(given: unknown, page: string): Told[] {
  const entries = body.safeParse(given).data?.entry ?? []
  return entries
    .filter((entry) => entry.id === page)
    .flatMap(({ time, changes }) =>
      changes.flatMap(({ field, value: change }) =>
        change && (field === "feed" || field === "ratings") ? (toldOf(change, time, page) ?? []) : [],
      ),
    )
}

function toldOf(change: z.infer<typeof value>, time: number, page: string): Told | null {
  const { item, verb, post_id, comment_id, parent_id, open_graph_story_id: story, created_time } = change
  const kind = comment_id ? "comment" : item === "rating" ? "review" : POSTS.has(item) ? "post" : null
  const key = comment_id ?? (item === "rating" ? story : post_id)
  if (kind === null || !key) return null
  if (verb === "remove" || verb === "delete") return { key, at: time, heard: null }
  const text = change.review_text ?? change.message
  const who = change.from ?? (change.reviewer_id ? { id: change.reviewer_id, name: change.reviewer_name } : null)
  if (!text || who?.id === page || !["add", "edit", "edited"].includes(verb)) return null
  const url = change.permalink_url ?? (comment_id ? null : (change.post?.permalink_url ?? null))
  const replyTo = kind === "comment" ? (parent_id ?? post_id ?? story ?? null) : null
  return { key, at: time, heard: heardAtFacebook({ key, kind, text, url, by: who, at: momentOf(created_time ?? time), replyTo }) }
}
