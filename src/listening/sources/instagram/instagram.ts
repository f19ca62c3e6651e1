import { z } from "@hono/zod-openapi"
import { MINUTE } from "#platform"
import { catchUp } from "../meta/catch-up.ts"
import { takeAtDoor } from "../meta/door.ts"
import { Graph } from "../meta/graph.ts"
import { type MetaCursor, metaCursor } from "../meta/meta-cursor.ts"
import { META_KIND } from "../meta/meta-kind.ts"
import { metaAccount, metaHandle, type MetaSecret } from "../meta/meta-secret.ts"
import type { SourceGround } from "../source-ground.ts"
import { defineSource, type Reading, type Remark, type SourceNow } from "../source.ts"
import { stillShown } from "../meta/still-shown.ts"
import { askComments, askTagged } from "./lists.ts"
import { toldOfAccount } from "./told.ts"
import { askWanted } from "./wanted.ts"
import { serverSetting } from "../server-setting.ts"

const EVERY = 15 * MINUTE
const MOST_LINKS = 200

const settings = z.strictObject({
  account: metaAccount,
  handle: metaHandle,
  api: serverSetting("https://graph.facebook.com/v25.0"),
})

async function read(
  ground: SourceGround,
  { settings: { account, handle, api }, secret, cursor }: SourceNow<z.infer<typeof settings>, MetaSecret>,
): Promise<Reading> {
  const graph = new Graph(ground, api, secret)
  const before = metaCursor(cursor)
  const links = new Map<string, string>()
  const reading = await catchUp(ground, before, {
    lists: [
      { name: "comments", ask: (after) => askComments(graph, account, links, after) },
      { name: "tags", ask: (after) => askTagged(graph, account, after) },
    ],
    every: EVERY,
    isOwn: ({ author }) => author?.handle?.toLowerCase() === `@${handle}` || author?.key === account,
    waits: () => graph.waits,
  })
  // After the lists: where those are refused, it isn't for the sake of one thing.
  const wanted = await askWanted(graph, account, before.wanted)
  const now = ground.clock.now().getTime()
  const next = wanted.left.length > 0 ? new Date(Math.max(now + MINUTE, graph.waits?.getTime() ?? 0)) : reading.next
  const after: MetaCursor = {
    ...metaCursor(reading.cursor),
    wanted: wanted.left,
    links: Object.fromEntries([...links, ...Object.entries(before.links)].slice(0, MOST_LINKS)),
  }
  const remark: Remark | null =
    wanted.refused > 0 ? { key: "listening.remark.metaNotShown", values: { count: wanted.refused, id: wanted.example ?? "" } } : null
  return { ...reading, heard: [...wanted.heard, ...reading.heard], cursor: after, next, remark }
}

/** Comments under one's own pictures, what names or tags the account, and stories that do. */
export const instagram = defineSource({
  ...META_KIND,
  kind: "instagram",
  settings,
  nameOf: ({ handle }) => `Instagram · @${handle}`,
  read,
  async stillThere(ground, { settings: { api }, secret, cursor }, kept) {
    const { links } = metaCursor(cursor)
    return stillShown(new Graph(ground, api, secret), kept, ({ replyTo }) => ({
      isOwn: replyTo !== null && links[replyTo] !== undefined,
      under: replyTo === null ? [] : [replyTo],
    }))
  },
  push: (ground, source, request) => {
    const { links } = metaCursor(source.cursor)
    const { account, handle } = source.settings
    return Promise.resolve(takeAtDoor(ground, source, request, (body) => toldOfAccount(body, { account, handle, links })))
  },
})
