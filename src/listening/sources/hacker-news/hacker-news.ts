import { z } from "@hono/zod-openapi"
import { MINUTE } from "#platform"
import { plainText } from "#markup"
import { askJson } from "../ask-json.ts"
import type { SourceGround } from "../source-ground.ts"
import { defineSource, type Heard, type Reading, type SourceNow } from "../source.ts"
import { serverSetting } from "../server-setting.ts"
import { eachByItself, standingOf } from "../still-there.ts"

const settings = z.strictObject({
  /** Words that the search engine looks for first; without any, everything is read. */
  words: z.string().trim().max(500).default(""),
  api: serverSetting("https://hn.algolia.com"),
  items: serverSetting("https://hacker-news.firebaseio.com"),
})

const hit = z.object({
  objectID: z.string(),
  author: z.string().nullish(),
  created_at_i: z.number(),
  title: z.string().nullish(),
  url: z.string().nullish(),
  story_text: z.string().nullish(),
  comment_text: z.string().nullish(),
  story_title: z.string().nullish(),
  parent_id: z.number().nullish(),
  _tags: z.array(z.string()).catch([]),
})
const found = z.object({ hits: z.array(hit), nbHits: z.number().catch(0) })
/** https://github.com/HackerNews/API; dead is what moderators or readers took down. */
const item = z.object({ deleted: z.boolean().default(false), dead: z.boolean().default(false) }).nullable()
const cursorShape = z.object({ at: z.number() })

const PAGE = 1_000
const HOME = "https://news.ycombinator.com"
/** The index is behind by a minute or two: so far is read again. */
const BACK_SECONDS = 300

/** What was written since, the newest first; the index gives a thousand at a time. */
async function read(ground: SourceGround, { settings: told, cursor }: SourceNow<z.infer<typeof settings>, never>): Promise<Reading> {
  const now = ground.clock.now()
  const last = cursorShape.safeParse(cursor).data?.at ?? null
  const since = (last ?? Math.floor(now.getTime() / 1000) - 86_400) - BACK_SECONDS
  const url = new URL("/api/v1/search_by_date", told.api)
  const asked = { query: told.words, tags: "(story,comment)", numericFilters: `created_at_i>${since}`, hitsPerPage: String(PAGE) }
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
  const { hits, nbHits } = (await askJson(ground, url.href, found)).value
  const oldest = hits.at(-1)
  const isCut = nbHits > hits.length && oldest !== undefined
  return {
    heard: hits.map(heardHit),
    gone: [],
    cursor: { at: Math.max(since + BACK_SECONDS, ...hits.map(({ created_at_i }) => created_at_i)) },
    from: isCut ? new Date(oldest.created_at_i * 1000) : last === null ? new Date(since * 1000) : null,
    through: now,
    next: new Date(now.getTime() + 2 * MINUTE),
    more: false,
    remark: null,
  }
}

function heardHit({
  objectID,
  author,
  created_at_i,
  title,
  url,
  story_text,
  comment_text,
  story_title,
  parent_id,
  _tags,
}: z.infer<typeof hit>): Heard {
  const isComment = _tags.includes("comment")
  return {
    key: objectID,
    kind: isComment ? "comment" : "post",
    url: `${HOME}/item?id=${objectID}`,
    site: null,
    title: title ?? story_title ?? null,
    text: plainText(comment_text ?? story_text ?? "") || [title, url].filter(Boolean).join("\n"),
    author: author ? { key: author, name: null, handle: author, url: `${HOME}/user?id=${author}`, followers: null, since: null } : null,
    language: null,
    country: null,
    rating: null,
    publishedAt: new Date(created_at_i * 1000),
    repostOf: null,
    replyTo: isComment && parent_id ? String(parent_id) : null,
    media: [],
  }
}

/** Hacker News, by its search index. That doesn't tell what was deleted; its own list of items does, where it is asked. */
export const hackerNews = defineSource({
  kind: "hacker-news",
  place: "forum",
  readable: "freely",
  keeps: "matched",
  settings,
  nameOf: ({ words }) => (words ? `Hacker News · ${words}` : "Hacker News"),
  read,
  stillThere: (ground, { settings: told }, kept) =>
    eachByItself(kept, ({ key }) =>
      standingOf(ground, new URL(`/v0/item/${encodeURIComponent(key)}.json`, told.items).href, item, {
        read: (found) => (found === null ? "missing" : found.deleted || found.dead ? "gone" : "there"),
      }),
    ),
})
