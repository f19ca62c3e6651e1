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
  page: z.string().trim().regex(META_ID, "listening.source.badMetaAccount"),
  api: serverSetting("https://graph.facebook.com/v25.0"),
})

const ourselves = z.object({ id: graphId, name: z.string(), link: z.string().nullish() })
const said = z.object({
  id: graphId,
  message: z.string().catch(""),
  from: z.object({ id: graphId }).nullish(),
  permalink_url: z.string().nullish(),
})
const comments = z.object({ data: z.array(said), paging })

const MOST = 8_000
const addressOf = ({ id, permalink_url }: { id: string; permalink_url?: string | null | undefined }): string =>
  permalink_url ?? `https://www.facebook.com/${id}`

/** A page's comments under what is said on it (developers.facebook.com/documentation/pages-api/comments-mentions). */
export const facebook = amongOurs({
  kind: "facebook",
  settings,
  secret: graphSecret,
  at: z.string(),
  know: async (ground, account: GraphAccount<z.infer<typeof settings>>) => {
    const { id, name, link } = await graphObject(ground, account, "me", "id,name,link", ourselves)
    // The token of a person, or of another page, can't speak as this one.
    if (id !== account.settings.page) throw new PlaceTrouble("refused", "other-token")
    const counting = { most: MOST, by: "units", bytes: null, link: null, shortNames: false } as const
    return { authorKey: id, handle: name, url: link ?? `https://www.facebook.com/${id}`, counting }
  },
  reaches: ({ page }, words) => heardAt("facebook", words, "page", page),
  locate: async (ground, account, { key }) =>
    (await graphObject(ground, account, encodeURIComponent(key), "id", z.object({ id: graphId }))).id,
  ours: async (ground, account, at) => {
    const params = { fields: "id,message,from,permalink_url", order: "reverse_chronological", filter: "stream" }
    const all = await listed(ground, account, `${at}/comments`, params, comments)
    return all
      .filter(({ from }) => from?.id === account.settings.page)
      .map((each) => ({ id: each.id, text: each.message, url: addressOf(each) }))
  },
  say: async (ground, account, at, text) => {
    const asking = { method: "POST", params: { fields: "id,permalink_url" }, form: { message: text } } as const
    const made = read(ground, await askGraph(ground, account, `${at}/comments`, asking), said, true)
    return { id: made.id, url: addressOf(made) }
  },
  remove: (ground, account, id) => deleteOwn(ground, account, id),
})
