import { z } from "@hono/zod-openapi"
import { plainText } from "#markup"
import { askJson } from "../ask-json.ts"
import { compareListed, listings } from "../known-ids.ts"
import type { SourceGround } from "../source-ground.ts"
import { defineSource, type Heard, type Reading, type SourceNow } from "../source.ts"
import { eachByItself, standingOf } from "../still-there.ts"

const settings = z.strictObject({
  /** The forum: `https://forum.example`. */
  url: z.url({ protocol: /^https?$/, message: "listening.source.badUrl" }).max(500),
})
/** For forums that aren't open: a key that may read. */
const secret = z.strictObject({ key: z.string().min(1).max(200), user: z.string().min(1).max(100) })

const post = z.object({
  id: z.number(),
  username: z.string(),
  name: z.string().nullish(),
  created_at: z.string(),
  cooked: z.string(),
  post_number: z.number(),
  reply_to_post_number: z.number().nullish(),
  topic_id: z.number(),
  topic_slug: z.string().nullish(),
  topic_title: z.string().nullish(),
  hidden: z.boolean().nullish(),
  version: z.number().nullish(),
})
/** As a post is given by its id. */
const standing = z.object({ deleted_at: z.string().nullish(), user_deleted: z.boolean().nullish(), hidden: z.boolean().nullish() })
const latest = z.object({ latest_posts: z.array(post) })
const cursorShape = z.object({ known: listings })

const MOST_PAGES = 10

type Post = z.infer<typeof post>
type Source = SourceNow<z.infer<typeof settings>, z.infer<typeof secret>>

const headersOf = ({ secret: given }: Source): Record<string, string> => (given ? { "api-key": given.key, "api-username": given.user } : {})

/** The newest posts of a Discourse forum, back to those that are known. */
async function read(ground: SourceGround, source: Source): Promise<Reading> {
  const known = cursorShape.safeParse(source.cursor).data?.known ?? []
  const headers = headersOf(source)
  const posts: Post[] = []
  let isWhole = false
  for (let page = 0; page < MOST_PAGES && !isWhole; page++) {
    const url = new URL("/posts.json", source.settings.url)
    const last = posts.at(-1)
    if (last) url.searchParams.set("before", String(last.id))
    const { latest_posts } = (await askJson(ground, url.href, latest, { headers })).value
    posts.push(...latest_posts)
    isWhole = known.length === 0 || latest_posts.length === 0 || latest_posts.some(({ id }) => known.some(([each]) => each === id))
  }
  const shown = posts.filter(({ hidden }) => !hidden)
  const {
    fresh,
    gone,
    known: kept,
  } = compareListed(
    shown.map(({ id, version }) => [id, String(version ?? 1)]),
    known,
  )
  const now = ground.clock.now()
  const oldest = posts.at(-1)
  return {
    heard: shown.filter(({ id }) => fresh.has(id)).map((each) => heardPost(each, source.settings.url)),
    gone: gone.map(String),
    cursor: { known: kept },
    from: known.length > 0 && isWhole ? null : oldest ? new Date(oldest.created_at) : now,
    through: now,
    next: null,
    more: false,
    remark: null,
  }
}

function heardPost(
  { id, username, name, created_at, cooked, post_number, reply_to_post_number, topic_id, topic_slug, topic_title }: Post,
  forum: string,
): Heard {
  const url = new URL(`/t/${topic_slug ?? "-"}/${topic_id}/${post_number}`, forum).href
  const author = new URL(`/u/${encodeURIComponent(username)}`, forum).href
  return {
    key: String(id),
    kind: post_number === 1 ? "post" : "comment",
    url,
    site: null,
    title: topic_title ?? null,
    text: plainText(cooked),
    author: { key: author, name: name || null, handle: username, url: author, followers: null, since: null },
    language: null,
    country: null,
    rating: null,
    publishedAt: new Date(created_at),
    repostOf: null,
    replyTo: reply_to_post_number ? new URL(`/t/${topic_slug ?? "-"}/${topic_id}/${reply_to_post_number}`, forum).href : null,
    media: [],
  }
}

/** A forum that runs on Discourse. */
export const discourse = defineSource({
  kind: "discourse",
  place: "forum",
  readable: "freely",
  keeps: "all",
  settings,
  secret,
  nameOf: ({ url }) => new URL(url).hostname,
  read,
  stillThere: (ground, source, kept) =>
    eachByItself(kept, ({ key }) =>
      standingOf(ground, new URL(`/posts/${encodeURIComponent(key)}.json`, source.settings.url).href, standing, {
        headers: headersOf(source),
        read: (found) => (found.deleted_at || found.user_deleted || found.hidden ? "gone" : "there"),
      }),
    ),
})
