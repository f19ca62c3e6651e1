import { z } from "zod"
import { amongOurs } from "../among-ours.ts"
import { mustBeGone, read } from "../ask-place.ts"
import { isSameOrigin, originHeard } from "../heard-at.ts"
import { PlaceTrouble } from "../network.ts"
import { askForum, type DiscourseAccount } from "./ask.ts"
import { addressOf, at, locate, ours, placeIn } from "./posts.ts"
import { discourseSecret, discourseSettings } from "./settings.ts"

const session = z.object({ current_user: z.object({ id: z.number(), username: z.string() }) })
const limits = z.object({ max_post_length: z.number().int().positive() })
const made = z.union([
  z.object({ id: z.number(), topic_id: z.number(), topic_slug: z.string().nullish(), post_number: z.number() }),
  z.object({ action: z.literal("enqueued") }),
])
/** What a forum takes in a post, unless it says otherwise. */
const USUAL = 32_000

/** Posts in a forum that runs on Discourse (docs.discourse.org). */
export const discourse = amongOurs({
  kind: "discourse",
  settings: discourseSettings,
  secret: discourseSecret,
  at,
  know: async (ground, account: DiscourseAccount) => {
    const answer = await askForum(ground, account, "/session/current.json")
    // Where nobody is signed in, there is no session to be found.
    if (answer.status === 404) throw new PlaceTrouble("refused", "login")
    const { username } = read(ground, answer, session).current_user
    const most = limits.safeParse((await askForum(ground, account, "/site/settings.json")).body).data?.max_post_length ?? USUAL
    const url = new URL(`/u/${encodeURIComponent(username)}`, account.settings.url).href
    return { authorKey: url, handle: `@${username}`, url, counting: { most, by: "points", bytes: null, link: null, shortNames: false } }
  },
  reaches: ({ url }, words) =>
    originHeard("discourse", words) === new URL(url).origin ||
    (words.url !== null && isSameOrigin(words.url, url) && placeIn(words.url) !== null),
  locate,
  ours,
  say: async (ground, account, { topic, number }, text) => {
    const body = { raw: text, topic_id: topic, reply_to_post_number: number }
    const done = read(ground, await askForum(ground, account, "/posts.json", { method: "POST", body }), made, true)
    if ("action" in done) throw new PlaceTrouble("refused", "held-there")
    return { id: String(done.id), url: addressOf(account.settings.url, done) }
  },
  remove: async (ground, account, id) =>
    mustBeGone(ground, await askForum(ground, account, `/posts/${encodeURIComponent(id)}.json`, { method: "DELETE" })),
})
