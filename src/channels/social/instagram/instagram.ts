import { z } from "@hono/zod-openapi"
import { META_ID } from "#places"
import { amongOurs } from "../among-ours.ts"
import { read } from "../ask-place.ts"
import { askGraph, deleteOwn, type GraphAccount, graphObject, graphSecret } from "../graph/ask-graph.ts"
import { listed } from "../graph/paging.ts"
import { graphId, paging } from "../graph/shapes.ts"
import { heardAt } from "../heard-at.ts"
import { PlaceTrouble } from "../network.ts"
import { serverSetting } from "../server-setting.ts"

const settings = z.strictObject({
  /** The number of the professional account. */
  account: z.string().trim().regex(META_ID, "listening.source.badMetaAccount"),
  api: serverSetting("https://graph.facebook.com/v25.0"),
})

const ourselves = z.object({ id: graphId, username: z.string() })
const answered = z.object({
  id: graphId,
  parent_id: graphId.nullish(),
  media: z.object({ id: graphId, permalink: z.string().nullish(), owner: z.object({ id: graphId }).nullish() }).nullish(),
})
const reply = z.object({ id: graphId, text: z.string().catch(""), username: z.string().nullish() })
const replies = z.object({ data: z.array(reply), paging })
const made = z.object({ id: graphId })
const at = z.object({ comment: z.string(), url: z.string().nullable() })

/** What Instagram takes in a comment (…/instagram-graph-api/reference/ig-media/comments): also no more than four hashtags and one link. */
const MOST = 300

/** Replies under comments on one's own pictures (developers.facebook.com/documentation/instagram-platform/comment-moderation). */
export const instagram = amongOurs({
  kind: "instagram",
  settings,
  secret: graphSecret,
  at,
  know: async (ground, account: GraphAccount<z.infer<typeof settings>>) => {
    const { username } = await graphObject(ground, account, account.settings.account, "id,username", ourselves)
    const counting = { most: MOST, by: "units", bytes: null, link: null, shortNames: false } as const
    const url = `https://www.instagram.com/${username}`
    return { authorKey: url, handle: `@${username}`, url, counting }
  },
  reaches: ({ account }, words) => words.kind === "comment" && heardAt("instagram", words, "account", account),
  // Whoever isn't named isn't told: replies all stand under the first comment.
  opening: (_settings, { handle }) => (handle ? `@${handle.replace(/^@/, "")} ` : ""),
  locate: async (ground, account, { key, url }) => {
    const fields = "id,parent_id,media{id,permalink,owner}"
    const { id, parent_id, media } = await graphObject(ground, account, encodeURIComponent(key), fields, answered)
    // Only of its own pictures does Instagram say what stands under them: elsewhere nobody could look before repeating.
    if (media?.owner && media.owner.id !== account.settings.account) throw new PlaceTrouble("refused", "own-posts-only")
    return { comment: parent_id ?? id, url: media?.permalink ?? url }
  },
  ours: async (ground, account, { comment, url }) => {
    const { username } = await graphObject(ground, account, account.settings.account, "id,username", ourselves)
    const all = await listed(ground, account, `${comment}/replies`, { fields: "id,text,username" }, replies)
    return all.filter((each) => each.username?.toLowerCase() === username.toLowerCase()).map(({ id, text }) => ({ id, text, url }))
  },
  say: async (ground, account, { comment, url }, text) => {
    const answer = await askGraph(ground, account, `${comment}/replies`, { method: "POST", form: { message: text } })
    return { id: read(ground, answer, made, true).id, url }
  },
  remove: (ground, account, id) => deleteOwn(ground, account, id),
})
