import { z } from "zod"
import type { PublicPlace } from "#conversations"
import type { GraphAccount } from "../graph/ask-graph.ts"
import { listed } from "../graph/paging.ts"
import { graphId, paging } from "../graph/shapes.ts"
import type { SocialGround } from "../network.ts"
import type { FixedReply } from "./fixed-reply.ts"

const reply = z.object({
  id: graphId,
  text: z.string().catch(""),
  permalink: z.string().nullish(),
  replied_to: z.object({ id: graphId }).nullish().catch(null),
})
const replies = z.object({ data: z.array(reply), paging })

/** A reply of ours by its words and what it answers, the latest first; null: it isn't shown. @throws PlaceTrouble */
export async function findReply(
  ground: SocialGround,
  account: GraphAccount,
  { user, parent, text }: FixedReply,
): Promise<PublicPlace | null> {
  const all = await listed(ground, account, `${user}/replies`, { fields: "id,text,permalink,replied_to" }, replies)
  const found = all.find((each) => each.text.trim() === text.trim() && (each.replied_to?.id ?? parent) === parent)
  return found ? { place: { id: found.id }, url: found.permalink ?? null } : null
}
