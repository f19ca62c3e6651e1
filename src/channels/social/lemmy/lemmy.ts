import { z } from "zod"
import { amongOurs } from "../among-ours.ts"
import { mustBeGone, read } from "../ask-place.ts"
import { complaintOf } from "../complaint.ts"
import { isSameOrigin, originHeard } from "../heard-at.ts"
import { PlaceTrouble, type SocialGround } from "../network.ts"
import { askLemmy, type LemmyAccount } from "./ask.ts"
import { at, locate } from "./locate.ts"
import { lemmySecret, lemmySettings } from "./settings.ts"

const person = z.object({ id: z.number(), name: z.string(), actor_id: z.string() })
const site = z.object({ my_user: z.object({ local_user_view: z.object({ person }) }).nullish() })
const comment = z.object({
  id: z.number(),
  post_id: z.number(),
  content: z.string(),
  ap_id: z.string(),
  /** The comments above it, from the post down to itself: `0.7.12`. */
  path: z.string().nullish(),
  deleted: z.boolean().catch(false),
  removed: z.boolean().catch(false),
})
const page = z.object({ comments: z.array(z.object({ comment })) })
const made = z.object({ comment_view: z.object({ comment }) })

/** What an instance takes in a comment (lemmy: crates/utils/src/utils/validation.rs, BODY_MAX_LENGTH). */
const MOST = 10_000

async function ourselves(ground: SocialGround, account: LemmyAccount): Promise<z.infer<typeof person>> {
  const { my_user } = read(ground, await askLemmy(ground, account, "site"), site)
  if (!my_user) throw new PlaceTrouble("refused", "login")
  return my_user.local_user_view.person
}

/** Only of our own instance is it known that it is one of Lemmy's. */
const isCommentOf = (instance: string, url: string): boolean =>
  isSameOrigin(instance, url) && /^\/(post|comment)\/\d+$/.test(URL.parse(url)?.pathname ?? "")

/** Comments on Lemmy, written on the instance that keeps the account. */
export const lemmy = amongOurs({
  kind: "lemmy",
  settings: lemmySettings,
  secret: lemmySecret,
  at,
  know: async (ground, account: LemmyAccount) => {
    const { name, actor_id } = await ourselves(ground, account)
    const counting = { most: MOST, by: "points", bytes: null, link: null, shortNames: false } as const
    return { authorKey: actor_id, handle: `@${name}@${new URL(actor_id).hostname}`, url: actor_id, counting }
  },
  reaches: ({ url }, words) => originHeard("lemmy", words) !== null || (words.url !== null && isCommentOf(url, words.url)),
  locate,
  ours: async (ground, account, { post, parent }) => {
    const { id } = await ourselves(ground, account)
    const query = { person_id: String(id), sort: "New", limit: "50", page: "1" }
    const { comments } = read(ground, await askLemmy(ground, account, "user", { query }), page)
    return comments
      .filter((each) => each.comment.post_id === post && !each.comment.deleted && !each.comment.removed)
      .filter(({ comment: { path } }) => !path || path.split(".").at(-2) === String(parent ?? 0))
      .map((each) => ({ id: String(each.comment.id), text: each.comment.content, url: each.comment.ap_id }))
  },
  say: async (ground, account, { post, parent }, text) => {
    const body = { content: text, post_id: post, ...(parent === null ? {} : { parent_id: parent }) }
    const { id, ap_id } = read(ground, await askLemmy(ground, account, "comment", { body }), made, true).comment_view.comment
    return { id: String(id), url: ap_id }
  },
  remove: async (ground, account, id) => {
    const answer = await askLemmy(ground, account, "comment/delete", { body: { comment_id: Number(id), deleted: true } })
    // Deleted already.
    if (complaintOf(answer).error !== "couldnt_update_comment") mustBeGone(ground, answer)
  },
})
