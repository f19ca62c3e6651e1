import { z } from "zod"
import { DAY, HOUR, MINUTE } from "#platform"
import { askJson } from "../ask-json.ts"
import type { SourceGround } from "../source-ground.ts"
import { type Reading, type SourceNow, SourceTrouble } from "../source.ts"
import { heardPosts, keyOf, posts, type Posts, whenOf, xTrouble } from "./posts.ts"
import { spend } from "./purse.ts"
import { queryOf } from "./query.ts"
import type { XSecret, XSettings } from "./settings.ts"

const cursorShape = z.object({
  /** Everything up to this post was read. */
  since: z.string().nullable(),
  through: z.string(),
  /** A look that goes on: its newest post, the next page, when it began, since when nothing is missing in it, how far back it has come. */
  look: z.object({ top: z.string(), next: z.string(), at: z.string(), from: z.string().nullable(), oldest: z.string() }).nullable(),
  /** The latest, for hearing what was deleted, and when they were asked for. */
  latest: z.array(z.string()),
  checkedAt: z.string(),
})
type Cursor = z.infer<typeof cursorShape>
type Source = SourceNow<XSettings, XSecret>

/** The search goes back seven days; an hour less is sure. */
const WINDOW = 7 * DAY - HOUR
/** A look that was broken off for longer than this isn't taken up again: what is new counts more. */
const PATIENCE = HOUR
const LATEST = 100

/** Looks for what was said since the last look, as far as the month's budget goes. */
export async function readX(ground: SourceGround, source: Source): Promise<Reading> {
  const before = cursorShape.safeParse(source.cursor).data ?? null
  const now = ground.clock.now()
  if (before?.look && now.getTime() - Date.parse(before.look.at) > PATIENCE) return brokenOff(before, before.look)
  if (before && source.settings.recheck && now.getTime() - Date.parse(before.checkedAt) >= DAY) return recheck(ground, source, before)
  const from = before?.look ? (before.look.from === null ? null : new Date(before.look.from)) : beginning(before, now)
  const page = await search(ground, source, before, from)
  const heard = heardPosts(page)
  const dates = page.data.map(({ id }) => whenOf(id).getTime())
  const oldest = new Date(Math.min(now.getTime(), ...dates))
  const top = before?.look?.top ?? page.meta?.newest_id ?? before?.since ?? null
  const next = page.meta?.next_token ?? null
  const latest = [...new Set([...page.data.map(keyOf), ...(before?.latest ?? [])])].slice(0, LATEST)
  const rest = { heard, gone: [], remark: null }
  const cursor: Cursor = { since: top, through: now.toISOString(), look: null, latest, checkedAt: before?.checkedAt ?? now.toISOString() }
  if (before && next && top) {
    const look = { top, next, at: before.look?.at ?? now.toISOString(), from: from?.toISOString() ?? null, oldest: oldest.toISOString() }
    // Until the look has come back to what is known, nothing is sure but what was read before it.
    const through = new Date(before.through)
    return {
      ...rest,
      cursor: { ...cursor, since: before.since, through: before.through, look },
      from: null,
      through,
      next: null,
      more: true,
    }
  }
  // The first look shows what is there now: one page, and no more of the past.
  const since = before ? from : oldest
  return { ...rest, cursor, from: since, through: now, next: new Date(now.getTime() + source.settings.every * MINUTE), more: false }
}

/** Since when a look asks where it can't ask since the last post; null where it can. */
function beginning(before: Cursor | null, now: Date): Date | null {
  if (!before) return null
  const reach = new Date(now.getTime() - WINDOW)
  const last = before.since ? whenOf(before.since) : new Date(before.through)
  return last < reach ? reach : null
}

async function search(ground: SourceGround, source: Source, before: Cursor | null, from: Date | null): Promise<Posts> {
  const { settings } = source
  return spend(ground, settings, async (most) => {
    const url = new URL("/2/tweets/search/recent", settings.api)
    const asked: Record<string, string> = { query: queryOf(settings), max_results: String(most), ...fieldsOf(settings) }
    if (before?.look) asked["next_token"] = before.look.next
    if (from) asked["start_time"] = secondOf(from)
    else if (before?.since) asked["since_id"] = before.since
    else if (before) asked["start_time"] = secondOf(new Date(Date.parse(before.through) - MINUTE))
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
    return counted(await askX(ground, source, url))
  })
}

/** X takes seconds, without parts of them. */
const secondOf = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, "Z")

function fieldsOf({ names }: XSettings): Record<string, string> {
  const fields = { "tweet.fields": "created_at,lang,author_id,referenced_tweets,edit_history_tweet_ids,note_tweet" }
  return names ? { ...fields, expansions: "author_id", "user.fields": "name,username,created_at,public_metrics" } : fields
}

async function askX(ground: SourceGround, { secret }: Source, url: URL): Promise<Posts> {
  if (!secret) throw new SourceTrouble("needs-approval", { remark: { key: "listening.remark.needsToken" } })
  const headers = { authorization: `Bearer ${secret.token}` }
  return (await askJson(ground, url.href, posts, { headers, judge: xTrouble, redirects: 0 })).value
}

const counted = (value: Posts) => ({ value, posts: value.data.length, people: value.includes?.users.length ?? 0 })

/** What lies between the last post that was known and the oldest that was read is missing, and said to be. */
function brokenOff(before: Cursor, { top, at, oldest }: NonNullable<Cursor["look"]>): Reading {
  const cursor: Cursor = { ...before, since: top, through: at, look: null }
  return { heard: [], gone: [], cursor, from: new Date(oldest), through: new Date(at), next: null, more: true, remark: null }
}

/** Asks for the latest posts by their ids: X tells which of them are no longer there for everybody. */
async function recheck(ground: SourceGround, source: Source, before: Cursor): Promise<Reading> {
  const { settings } = source
  const checked = { ...before, checkedAt: ground.clock.now().toISOString() }
  const rest = { heard: [], from: null, through: new Date(before.through), next: null, more: true, remark: null }
  if (before.latest.length === 0) return { ...rest, gone: [], cursor: checked }
  const found = await spend(ground, { ...settings, names: false }, async (most) => {
    const url = new URL("/2/tweets", settings.api)
    url.searchParams.set("ids", before.latest.slice(0, most).join(","))
    return counted(await askX(ground, source, url))
  })
  const lost = (found.errors ?? []).filter(({ type }) => /resource-not-found|not-authorized-for-resource/.test(type ?? ""))
  const gone = lost.flatMap(({ resource_id, value }) => resource_id ?? value ?? [])
  return { ...rest, gone, cursor: { ...checked, latest: before.latest.filter((id) => !gone.includes(id)) } }
}
