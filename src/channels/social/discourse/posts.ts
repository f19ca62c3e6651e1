import { z } from "zod"
import type { AnsweredWords } from "#conversations"
import type { Ours } from "../among-ours.ts"
import { read } from "../ask-place.ts"
import { originHeard } from "../heard-at.ts"
import { PlaceTrouble, type SocialGround } from "../network.ts"
import { askForum, type DiscourseAccount } from "./ask.ts"

/** A topic, and the number in it of the post that is answered. */
export const at = z.object({ topic: z.number().int(), number: z.number().int() })

const post = z.object({
  id: z.number(),
  username: z.string(),
  topic_id: z.number(),
  topic_slug: z.string().nullish(),
  post_number: z.number(),
  /** Which post it answers; null where the forum doesn't tell. */
  reply_to_post_number: z.number().nullish(),
})
const written = post.extend({ raw: z.string() })
const topic = z.object({ post_stream: z.object({ stream: z.array(z.number()).catch([]), posts: z.array(post) }) })
const some = z.object({ post_stream: z.object({ posts: z.array(post) }) })

/** So many of a topic's latest posts are looked through for ours. */
const LATEST = 60

export const addressOf = (forum: string, { topic_slug, topic_id, post_number }: Omit<z.infer<typeof post>, "id" | "username">): string =>
  new URL(`/t/${topic_slug || "-"}/${topic_id}/${post_number}`, forum).href

/** What `/t/slug/topic/post` says. */
export function placeIn(url: string | null): z.infer<typeof at> | null {
  const [, inTopic, number] = /^https?:\/\/[^/]+\/t\/(?:[^/]+\/)?(\d+)(?:\/(\d+))?(?:[/?#]|$)/.exec(url ?? "") ?? []
  return inTopic ? { topic: Number(inTopic), number: Number(number ?? 1) } : null
}

/** Where a post is, by what its source told or by its address. @throws PlaceTrouble */
export async function locate(ground: SocialGround, account: DiscourseAccount, words: AnsweredWords): Promise<z.infer<typeof at>> {
  const told = placeIn(words.url)
  const isHeardHere = originHeard("discourse", words) === new URL(account.settings.url).origin
  const path = isHeardHere ? `/posts/${encodeURIComponent(words.key)}.json` : `/posts/by_number/${told?.topic}/${told?.number}.json`
  const answer = await askForum(ground, account, path)
  if (answer.status === 404 || answer.status === 410) throw new PlaceTrouble("refused", "gone")
  const { topic_id, post_number } = read(ground, answer, post)
  return { topic: topic_id, number: post_number }
}

/** Our own answers to this post among the latest of the topic, as they were written. @throws PlaceTrouble */
export async function ours(ground: SocialGround, account: DiscourseAccount, { topic: id, number }: z.infer<typeof at>): Promise<Ours[]> {
  const { stream, posts } = read(ground, await askForum(ground, account, `/t/${id}.json`), topic).post_stream
  const latest = stream.slice(-LATEST)
  const missing = latest.filter((each) => !posts.some((shown) => shown.id === each))
  const query = missing.map((each) => `post_ids[]=${each}`).join("&")
  const more =
    missing.length > 0 ? read(ground, await askForum(ground, account, `/t/${id}/posts.json?${query}`), some).post_stream.posts : []
  const own = [...posts, ...more]
    .filter(({ username }) => username.toLowerCase() === account.settings.user.toLowerCase())
    .filter(({ reply_to_post_number: answers }) => (answers ?? number) === number)
  const found: Ours[] = []
  for (const each of own.slice(-10)) {
    const { raw } = read(ground, await askForum(ground, account, `/posts/${each.id}.json`), written)
    found.push({ id: String(each.id), text: raw, url: addressOf(account.settings.url, each) })
  }
  return found
}
