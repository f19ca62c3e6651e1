import { z } from "@hono/zod-openapi"
import { DAY, MINUTE } from "#platform"
import { catchUp } from "../meta/catch-up.ts"
import { takeAtDoor } from "../meta/door.ts"
import { Graph } from "../meta/graph.ts"
import { metaCursor } from "../meta/meta-cursor.ts"
import { META_KIND } from "../meta/meta-kind.ts"
import { metaAccount, metaHandle } from "../meta/meta-secret.ts"
import { defineSource } from "../source.ts"
import { listsOf } from "./lists.ts"
import { toldOfThreads } from "./told.ts"
import { serverSetting } from "../server-setting.ts"

/** Searches that one account may make in a day (developers.facebook.com/docs/threads/keyword-search), and what is left for others. */
const SEARCHES = 2_200 * 0.8
const EVERY = 10 * MINUTE

const settings = z.strictObject({
  account: metaAccount,
  handle: metaHandle,
  words: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
  api: serverSetting("https://graph.threads.net/v1.0"),
})

/** What names an account of Threads or answers it, and what is said there with certain words, where Meta allows searching. */
export const threads = defineSource({
  ...META_KIND,
  kind: "threads",
  settings,
  nameOf: ({ handle }) => `Threads · @${handle}`,
  async read(ground, { settings: { account, handle, words, api }, secret, cursor }) {
    const graph = new Graph(ground, api, secret)
    return catchUp(ground, metaCursor(cursor), {
      lists: listsOf(graph, account, words),
      every: Math.max(EVERY, (words.length * DAY) / SEARCHES),
      isOwn: ({ author }) => author?.handle?.toLowerCase() === `@${handle}`,
      waits: () => graph.waits,
    })
  },
  push: (ground, source, request) =>
    Promise.resolve(takeAtDoor(ground, source, request, (body) => ({ things: toldOfThreads(body, source.settings) }))),
})
