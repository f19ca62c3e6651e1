import { z } from "zod"
import type { AnsweredWords } from "#conversations"
import { type PlaceAnswer, read } from "../ask-place.ts"
import { originHeard } from "../heard-at.ts"
import { PlaceTrouble, type SocialGround } from "../network.ts"
import { askLemmy, type LemmyAccount } from "./ask.ts"

/** A post, and the comment under it that is answered; null: the post itself. */
export const at = z.object({ post: z.number().int(), parent: z.number().int().nullable() })

const state = { deleted: z.boolean().catch(false), removed: z.boolean().catch(false) }
const post = z.object({ post: z.object({ id: z.number(), ...state }) })
const comment = z.object({ comment: z.object({ id: z.number(), post_id: z.number(), ...state }) })
const resolved = z.object({ post: post.nullish(), comment: comment.nullish() })

/** Where something said is on our own instance: each numbers for itself. @throws PlaceTrouble */
export async function locate(ground: SocialGround, account: LemmyAccount, words: AnsweredWords): Promise<z.infer<typeof at>> {
  const [kind, id = ""] = words.key.split(":", 2)
  if (originHeard("lemmy", words) === new URL(account.settings.url).origin) {
    const answer = await askLemmy(ground, account, kind === "post" ? "post" : "comment", { query: { id } })
    if (kind === "post") return standsAt(ground, answer, z.object({ post_view: post }), ({ post_view }) => ({ post: post_view }))
    return standsAt(ground, answer, z.object({ comment_view: comment }), ({ comment_view }) => ({ comment: comment_view }))
  }
  if (!words.url) throw new PlaceTrouble("refused", "not-found-there")
  return standsAt(ground, await askLemmy(ground, account, "resolve_object", { query: { q: words.url } }), resolved, (found) => found)
}

function standsAt<T>(
  ground: SocialGround,
  answer: PlaceAnswer,
  shape: z.ZodType<T>,
  told: (found: T) => z.infer<typeof resolved>,
): z.infer<typeof at> {
  if (answer.status === 404) throw new PlaceTrouble("refused", "gone")
  const { post: onPost, comment: onComment } = told(read(ground, answer, shape))
  if (onComment) return standing(onComment.comment, { post: onComment.comment.post_id, parent: onComment.comment.id })
  if (onPost) return standing(onPost.post, { post: onPost.post.id, parent: null })
  throw new PlaceTrouble("refused", "not-found-there")
}

function standing({ deleted, removed }: { deleted: boolean; removed: boolean }, found: z.infer<typeof at>): z.infer<typeof at> {
  if (deleted || removed) throw new PlaceTrouble("refused", "gone")
  return found
}
