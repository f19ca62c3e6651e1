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
const cursorShape = z.object({
  /** Everything up to this second was read. */
  at: z.number(),
  /** A look that goes on: its newest, until when the next page is asked for, and how many there were. */
  look: z.object({ top: z.number(), until: z.number(), pages: z.number() }).nullable().default(null),
})

const PAGE = 1_000
const HOME = "https://news.ycombinator.com"
/** The index is behind by a minute or two: so far is read again. */
const BACK_SECONDS = 300

/** More than this was missed in one go: the rest is said to be missing. */
const MOST_PAGES = 100

/** What was written since, the newest first: the index gives a thousand at a time, and is asked on for what came before them. */
async function read(ground: SourceGround, { settings: told, cursor }: SourceNow<z.infer<typeof settings>, never>): Promise<Reading> {
  const now = ground.clock.now()
  const before = cursorShape.safeParse(cursor).data ?? null
  const last = before?.at ?? null
  const look = before?.look ?? null
  const since = (last ?? Math.floor(now.getTime() / 1000) - 86_400) - BACK_SECONDS
  const url = new URL("/api/v1/search_by_date", told.api)
  const numericFilters = [`created_at_i>${since}`, ...(look ? [`created_at_i<=${look.until}`] : [])].join(",")
  const asked = { query: told.words, tags: "(story,comment)", numericFilters, hitsPerPage: String(PAGE) }
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
  const { hits, nbHits } = (await askJson(ground, url.href, found)).value
  const oldest = hits.at(-1)?.created_at_i
  const isCut = nbHits > hits.length && oldest !== undefined
  const top = look?.top ?? Math.max(since + BACK_SECONDS, ...hits.map(({ created_at_i }) => created_at_i))
  const rest = { heard: hits.map(heardHit), gone: [], remark: null }
  // The first look shows what is there now: a thousand, and no more of the past.
  if (isCut && last !== null && (look?.pages ?? 0) < MOST_PAGES) {
    // Where a whole page is of one second, the rest of that second can't be asked for.
    const until = oldest === look?.until ? oldest - 1 : oldest
    const going = { at: last, look: { top, until, pages: (look?.pages ?? 0) + 1 } }
    return { ...rest, cursor: going, from: null, through: new Date(last * 1000), next: null, more: true }
  }
  return {
    ...rest,
    cursor: { at: top, look: null },
    from: isCut ? new Date(oldest * 1000) : last === null ? new Date(since * 1000) : null,
    through: now,
    next: new Date(now.getTime() + 2 * MINUTE),
    more: false,
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
