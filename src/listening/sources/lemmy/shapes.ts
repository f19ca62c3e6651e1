import { z } from "zod"

const creator = z.object({ actor_id: z.string(), name: z.string(), display_name: z.string().nullish(), published: z.string().nullish() })
const post = z.object({
  id: z.number(),
  name: z.string(),
  body: z.string().nullish(),
  url: z.string().nullish(),
  ap_id: z.string(),
  published: z.string(),
  updated: z.string().nullish(),
  removed: z.boolean().catch(false),
  deleted: z.boolean().catch(false),
})
const comment = z.object({
  id: z.number(),
  content: z.string(),
  ap_id: z.string(),
  path: z.string().catch("0"),
  published: z.string(),
  updated: z.string().nullish(),
  removed: z.boolean().catch(false),
  deleted: z.boolean().catch(false),
})

export const postView = z.object({ post, creator })
export const commentView = z.object({ comment, post, creator })
export const posts = z.object({ posts: z.array(postView) })
export const comments = z.object({ comments: z.array(commentView) })

export type PostView = z.infer<typeof postView>
export type CommentView = z.infer<typeof commentView>
export type Creator = z.infer<typeof creator>
