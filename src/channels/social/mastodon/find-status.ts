import { z } from "zod"
import type { PublicPlace } from "#conversations"
import { plainText } from "#markup"
import { MINUTE } from "#platform"
import { read } from "../ask-place.ts"
import type { SocialGround } from "../network.ts"
import { askInstance, type MastodonAccount } from "./ask.ts"
import { fixedStatus } from "./compose-status.ts"

const own = z.array(
  z.object({
    id: z.string(),
    url: z.string().nullish().catch(null),
    uri: z.string(),
    created_at: z.string(),
    in_reply_to_id: z.string().nullish().catch(null),
    content: z.string().catch(""),
  }),
)
const source = z.object({ text: z.string() })

const PAGE = 40
const MOST_PAGES = 25
/** Two clocks are never the same. */
const APART = 10 * MINUTE

/** The status among our own since it was composed, under what it answers, with the same words; null: it isn't there. @throws PlaceTrouble */
export async function findStatus(ground: SocialGround, account: MastodonAccount, fixed: unknown): Promise<PublicPlace | null> {
  const { author, status, in_reply_to_id, since } = fixedStatus.parse(fixed)
  const earliest = Date.parse(since) - APART
  let before: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = { limit: String(PAGE), exclude_reblogs: "true", ...(before ? { max_id: before } : {}) }
    const answer = await askInstance(ground, account, `/api/v1/accounts/${encodeURIComponent(author)}/statuses`, { query })
    const shown = read(ground, answer, own)
    for (const each of shown) {
      if (each.in_reply_to_id !== in_reply_to_id || Date.parse(each.created_at) < earliest) continue
      if (await says(ground, account, each, status)) return { place: { id: each.id }, url: each.url ?? each.uri }
    }
    const last = shown.at(-1)
    if (!last || shown.length < PAGE || Date.parse(last.created_at) < earliest) return null
    before = last.id
  }
  return null
}

/** Asked for as it was written; where the instance doesn't tell, what it shows is compared without what it adds. */
async function says(
  ground: SocialGround,
  account: MastodonAccount,
  shown: { id: string; content: string },
  text: string,
): Promise<boolean> {
  const answer = await askInstance(ground, account, `/api/v1/statuses/${encodeURIComponent(shown.id)}/source`)
  const written = answer.status === 200 ? source.safeParse(answer.body).data?.text : undefined
  return written === undefined ? bare(plainText(shown.content)) === bare(text) : written.trim() === text.trim()
}

const bare = (text: string): string => text.replace(/(@[\w.-]+)@[\w.-]+/g, "$1").replace(/\s+/g, "")
