import { z } from "@hono/zod-openapi"
import { MINUTE } from "#platform"
import { catchUp } from "../meta/catch-up.ts"
import { takeAtDoor } from "../meta/door.ts"
import { Graph } from "../meta/graph.ts"
import { metaCursor } from "../meta/meta-cursor.ts"
import { META_KIND } from "../meta/meta-kind.ts"
import { metaAccount } from "../meta/meta-secret.ts"
import { stillShown } from "../meta/still-shown.ts"
import { defineSource } from "../source.ts"
import { askPosts } from "./page-feed.ts"
import { toldOfPage } from "./told.ts"
import { serverSetting } from "../server-setting.ts"

const EVERY = 15 * MINUTE

const settings = z.strictObject({
  page: metaAccount,
  api: serverSetting("https://graph.facebook.com/v25.0"),
})

/** What others write on one's own page, under its posts and of it. Meta tells at once; what it told while nobody was there is looked for. */
export const facebook = defineSource({
  ...META_KIND,
  kind: "facebook",
  settings,
  nameOf: ({ page }) => `Facebook · ${page}`,
  async read(ground, { settings: { page, api }, secret, cursor }) {
    const graph = new Graph(ground, api, secret)
    return catchUp(ground, metaCursor(cursor), {
      lists: (["feed", "tagged"] as const).map((name) => ({ name, ask: (after) => askPosts(graph, page, name, after) })),
      every: EVERY,
      isOwn: ({ author }) => author?.key === page,
      waits: () => graph.waits,
    })
  },
  async stillThere(ground, { settings: { page, api }, secret }, kept) {
    return stillShown(new Graph(ground, api, secret), kept, ({ key, replyTo }) => {
      const [first = ""] = key.split("_")
      // An answer goes with the comment that it answers; its id begins with that of the post.
      return { isOwn: first === page, under: replyTo === null ? [] : [replyTo, `${page}_${first}`] }
    })
  },
  push: (ground, source, request) =>
    Promise.resolve(takeAtDoor(ground, source, request, (body) => ({ things: toldOfPage(body, source.settings.page) }))),
})
