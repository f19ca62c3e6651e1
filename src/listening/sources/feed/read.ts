import type { SafeResponse } from "#platform"
import { readFeedAside } from "../../feeds/read-aside.ts"
import type { Feed } from "../../feeds/feed.ts"
import { answerTrouble } from "../answer-trouble.ts"
import { newAmong } from "../new-among.ts"
import { oneAtATime } from "../one-at-a-time.ts"
import type { SourceGround } from "../source-ground.ts"
import { type Heard, type Reading, type SourceNow, SourceTrouble } from "../source.ts"
import { announcedBy } from "./announced.ts"
import { type FeedCursor, feedCursor } from "./cursor.ts"
import { findFeed } from "./find-feed.ts"
import { heardOf } from "./heard-of.ts"
import { nextLook } from "./rhythm.ts"
import type { FeedSettings } from "./settings.ts"
import { subscribe } from "./subscribe.ts"

const LARGEST = 10_000_000
const ACCEPT =
  "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"

/** Looks at a feed, asking only for what is new. */
export async function readFeedSource(ground: SourceGround, source: SourceNow<FeedSettings, never>): Promise<Reading> {
  const before = feedCursor(source.cursor)
  const url = before.url ?? source.settings.url
  const answer = await ask(ground, url, before)
  const now = ground.clock.now()
  const through = now.toISOString()
  if (answer.status === 304) {
    const next = nextLook({ period: null, headers: answer.headers, isPushed: isPushed(before, now) }, now)
    // A feed that is quiet for longer than a lease is told of all the same.
    const push = await subscribe(ground, before.push, before.push)
    return { heard: [], gone: [], cursor: { ...before, through, push }, from: null, through: now, next, more: false, remark: null }
  }
  const { feed, at, headers } = await feedOf(ground, answer)
  const heard = heardOf(feed, now, before.seen)
  const { fresh, seen, overlaps } = newAmong(heard, before.seen)
  // Only where a feed can be read is where it has moved to.
  const moved = at === answer.url ? (feed.movedTo && isWeb(feed.movedTo) ? feed.movedTo : answer.movedTo) : at
  const cursor: FeedCursor = {
    url: moved ?? before.url,
    etag: at === answer.url ? answer.headers.get("etag") : null,
    modified: at === answer.url ? answer.headers.get("last-modified") : null,
    seen,
    through,
    push: await subscribe(ground, announcedBy(headers, feed, moved ?? url), before.push),
  }
  return {
    heard: fresh,
    gone: [],
    cursor,
    // Nothing is missing of a feed that shows nothing, or showed nothing the last time.
    from: overlaps || heard.length === 0 || (before.through !== null && before.seen.length === 0) ? null : oldestOf(heard, now),
    through: now,
    next: nextLook({ period: feed.period, headers: answer.headers, isPushed: isPushed(cursor, now) }, now),
    more: false,
    remark: moved && moved !== before.url && before.seen.length > 0 ? { key: "listening.remark.moved", values: { url: moved } } : null,
  }
}

async function ask(ground: SourceGround, url: string, { etag, modified }: Pick<FeedCursor, "etag" | "modified">): Promise<SafeResponse> {
  const headers = {
    accept: ACCEPT,
    "user-agent": ground.agent,
    ...(etag ? { "if-none-match": etag } : {}),
    ...(modified ? { "if-modified-since": modified } : {}),
  }
  const answer = await oneAtATime(ground.outbound, url, () => ground.outbound.get(url, { headers, maxBytes: LARGEST, timeoutMs: 20_000 }))
  const trouble = answerTrouble(answer, ground.clock.now())
  if (trouble) throw trouble
  return answer
}

/** The feed in an answer, or the one that the page there names. */
async function feedOf(ground: SourceGround, answer: SafeResponse): Promise<{ feed: Feed; at: string; headers: Headers }> {
  const read = await readFeedAside(answer.body, contextOf(answer))
  if ("feed" in read) return { feed: read.feed, at: answer.url, headers: answer.headers }
  const named = read.unreadable === "page" ? findFeed(answer.body.toString("utf8"), answer.url) : null
  if (!named || named === answer.url) throw new SourceTrouble("unreadable", { remark: { key: `listening.remark.${read.unreadable}` } })
  const second = await ask(ground, named, { etag: null, modified: null })
  const found = await readFeedAside(second.body, contextOf(second))
  if (!("feed" in found)) throw new SourceTrouble("unreadable", { remark: { key: `listening.remark.${found.unreadable}` } })
  return { feed: found.feed, at: second.url, headers: second.headers }
}

export function contextOf({ url, headers }: { url: string; headers: Headers }) {
  return {
    url,
    contentType: headers.get("content-type"),
    contentLocation: headers.get("content-location"),
    contentLanguage: headers.get("content-language"),
    html: false,
  }
}

const isPushed = ({ push }: FeedCursor, now: Date): boolean => Date.parse(push?.until ?? "") > now.getTime()

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url)

/** The oldest thing that the feed still shows; the moment itself where nothing says when it was said. */
export function oldestOf(heard: readonly Heard[], now: Date): Date {
  const dates = heard.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? [])
  return dates.length ? new Date(Math.min(...dates)) : now
}
