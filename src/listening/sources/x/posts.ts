import { z } from "zod"
import type { Judge } from "../ask-json.ts"
import { type Author, type Heard, SourceTrouble } from "../source.ts"

const user = z.object({
  id: z.string(),
  name: z.string().nullish(),
  username: z.string(),
  created_at: z.string().nullish(),
  public_metrics: z.object({ followers_count: z.number().nullish() }).nullish().catch(null),
})
const post = z.object({
  id: z.string(),
  text: z.string(),
  author_id: z.string().nullish(),
  created_at: z.string().nullish(),
  lang: z.string().nullish(),
  edit_history_tweet_ids: z.array(z.string()).nullish().catch(null),
  referenced_tweets: z
    .array(z.object({ type: z.string(), id: z.string() }))
    .nullish()
    .catch(null),
  note_tweet: z.object({ text: z.string() }).nullish().catch(null),
})

/** A page of posts, the newest first; without `data` there are none. */
export const posts = z.object({
  data: z.array(post).default([]),
  includes: z
    .object({ users: z.array(user).default([]) })
    .nullish()
    .catch(null),
  errors: z
    .array(z.object({ resource_id: z.string().nullish(), value: z.string().nullish(), type: z.string().nullish() }))
    .nullish()
    .catch(null),
  meta: z.object({ newest_id: z.string().nullish(), next_token: z.string().nullish() }).nullish().catch(null),
})
export type Posts = z.infer<typeof posts>

/** The first version's id: an edited post has a new one, and is the same (docs.x.com/x-api/fundamentals/edit-posts). */
export const keyOf = ({ id, edit_history_tweet_ids }: Posts["data"][number]): string => edit_history_tweet_ids?.[0] ?? id

export function heardPosts({ data, includes }: Posts): Heard[] {
  const users = new Map((includes?.users ?? []).map((each) => [each.id, each]))
  return data.map((each) => {
    const who = each.author_id ? (users.get(each.author_id) ?? null) : null
    const refers = (type: string): string | null => each.referenced_tweets?.find((one) => one.type === type)?.id ?? null
    return {
      key: keyOf(each),
      kind: "post",
      url: `https://x.com/${who?.username ?? "i"}/status/${each.id}`,
      site: "x.com",
      title: null,
      text: each.note_tweet?.text ?? each.text,
      author: authorOf(each.author_id ?? null, who),
      language: each.lang && /^[a-z]{2}$/.test(each.lang) ? each.lang : null,
      country: null,
      rating: null,
      publishedAt: each.created_at ? new Date(each.created_at) : whenOf(each.id),
      repostOf: refers("retweeted"),
      replyTo: refers("replied_to"),
      media: [],
    }
  })
}

function authorOf(id: string | null, who: z.infer<typeof user> | null): Author | null {
  if (!id) return null
  if (!who) return { key: id, name: null, handle: null, url: `https://x.com/i/user/${id}`, followers: null, since: null }
  const since = who.created_at ? new Date(who.created_at) : null
  const followers = who.public_metrics?.followers_count ?? null
  return { key: id, name: who.name ?? null, handle: `@${who.username}`, url: `https://x.com/${who.username}`, followers, since }
}

/** When a post was written: its id says it, in milliseconds since X began counting. */
export const whenOf = (id: string): Date => new Date(Number(BigInt(id) >> 22n) + 1_288_834_974_657)

/** No credits are left, or the account is blocked until it pays: no pause helps there. */
export const xTrouble: Judge = (status) =>
  status === 402 ? new SourceTrouble("needs-approval", { remark: { key: "listening.remark.xCredits" } }) : null
