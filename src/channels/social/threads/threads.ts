import { z } from "@hono/zod-openapi"
import { SECOND } from "#platform"
import { read } from "../ask-place.ts"
import { askGraph, deleteOwn, type GraphAccount, graphObject, graphSecret } from "../graph/ask-graph.ts"
import { graphId } from "../graph/shapes.ts"
import { defineNetwork, PlaceTrouble, type SocialGround } from "../network.ts"
import { serverSetting } from "../server-setting.ts"
import { findReply } from "./find-reply.ts"
import { fixedReply, type FixedReply } from "./fixed-reply.ts"

const settings = z.strictObject({ api: serverSetting("https://graph.threads.net/v1.0") })

const ourselves = z.object({ id: graphId, username: z.string() })
const made = z.object({ id: graphId })
const container = z.object({ status: z.string(), error_message: z.string().nullish() })
const quota = z.object({ data: z.array(z.object({ reply_quota_usage: z.number() }).loose()) })
const shown = z.object({ permalink: z.string().nullish() })

/** How far what is to be published has come: what was published once isn't published again. @throws PlaceTrouble */
async function stateOf(ground: SocialGround, account: GraphAccount, { container: id }: FixedReply): Promise<"ready" | "published"> {
  const { status, error_message } = await graphObject(ground, account, id, "status,error_message", container)
  if (status === "PUBLISHED") return "published"
  if (status === "FINISHED") return "ready"
  const until = new Date(ground.clock.now().getTime() + 30 * SECOND)
  if (status === "IN_PROGRESS") throw new PlaceTrouble("deferred", "not-ready", "", { until })
  throw new PlaceTrouble("refused", status === "EXPIRED" ? "expired" : "refused", error_message ?? "")
}

async function addressOf(ground: SocialGround, account: GraphAccount, id: string): Promise<string | null> {
  // It stands there; that its address isn't told changes nothing.
  const found = await graphObject(ground, account, id, "permalink", shown).catch(() => null)
  return found?.permalink ?? null
}

/** Replies on Threads (developers.facebook.com/documentation/threads/retrieve-and-manage-replies/create-replies). */
export const threads = defineNetwork({
  kind: "threads",
  settings,
  secret: graphSecret,
  know: async (ground, account: GraphAccount) => {
    const { id, username } = await graphObject(ground, account, "me", "id,username", ourselves)
    // Only who may publish replies is told how many.
    await graphObject(ground, account, `${id}/threads_publishing_limit`, "reply_quota_usage", quota)
    const counting = { most: 500, by: "emoji-bytes", bytes: null, link: null, shortNames: false } as const
    const url = `https://www.threads.com/@${username}`
    return { authorKey: url, handle: `@${username}`, url, counting }
  },
  reaches: (_settings, { source }) => source === "threads",
  opening: () => "",
  compose: async (ground, account: GraphAccount, { answers, text }): Promise<FixedReply> => {
    const { id: user } = await graphObject(ground, account, "me", "id,username", ourselves)
    const { id: parent } = await graphObject(ground, account, encodeURIComponent(answers.key), "id", made)
    // A container is nothing that anybody sees: it is the key under which the reply is published once.
    const form = { media_type: "TEXT", text, reply_to_id: parent }
    const answer = await askGraph(ground, account, `${user}/threads`, { method: "POST", form, isUnseen: true })
    return { user, parent, text, container: read(ground, answer, made).id }
  },
  send: async (ground, account: GraphAccount, given) => {
    const fixed = fixedReply.parse(given)
    if ((await stateOf(ground, account, fixed)) === "published") {
      const found = await findReply(ground, account, fixed)
      if (!found) throw new PlaceTrouble("uncertain", "no-answer")
      return found
    }
    const asking = { method: "POST", form: { creation_id: fixed.container } } as const
    const { id } = read(ground, await askGraph(ground, account, `${fixed.user}/threads_publish`, asking), made, true)
    return { place: { id }, url: await addressOf(ground, account, id) }
  },
  look: async (ground, account: GraphAccount, given) => {
    const fixed = fixedReply.parse(given)
    if ((await stateOf(ground, account, fixed)) === "ready") return null
    const found = await findReply(ground, account, fixed)
    // Published it is; where, isn't told yet.
    return found ?? { place: null, url: null }
  },
  takeBack: (ground, account: GraphAccount, place) => {
    const { data } = made.safeParse(place)
    if (!data) throw new PlaceTrouble("refused", "not-there")
    return deleteOwn(ground, account, data.id)
  },
})
