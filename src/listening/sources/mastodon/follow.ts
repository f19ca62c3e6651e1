import { z } from "zod"
import { DAY, HOUR } from "#platform"
import { askJson } from "../ask-json.ts"
import { answerTrouble } from "../answer-trouble.ts"
import { inBatches } from "../in-batches.ts"
import { type ServerEvent, serverEvents } from "../server-events.ts"
import type { SourceGround } from "../source-ground.ts"
import type { Heard, Json, Reading, SourceNow } from "../source.ts"
import { headersOf, type MastodonSecret, type MastodonSettings } from "./settings.ts"
import { heardStatus, status } from "./status.ts"

type Source = SourceNow<MastodonSettings, MastodonSecret>

const cursorShape = z.object({ last: z.string().nullable() })
const PAGE = 40
/** More than this was missed in one go: the rest is said to be missing. */
const MOST_PAGES = 25
const BATCH = { most: 200, within: 1_000 }

/** Follows a stream, after what was missed since the last of it was asked for. */
export async function followMastodon(
  ground: SourceGround,
  source: Source,
  take: (reading: Reading) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { settings } = source
  const headers = headersOf(ground, source)
  const instance = new URL(settings.url).hostname
  // The stream is open before the past is asked for: nothing falls between.
  const path = settings.tag === null ? (settings.local ? "public/local" : "public") : settings.local ? "hashtag/local" : "hashtag"
  const at = new URL(`/api/v1/streaming/${path}`, settings.url)
  if (settings.tag !== null) at.searchParams.set("tag", settings.tag)
  const stream = await ground.outbound.stream(at, { headers, signal, timeoutMs: DAY, maxBytes: Infinity })
  const trouble = answerTrouble(stream, ground.clock.now())
  if (trouble) throw trouble
  let last = cursorShape.safeParse(source.cursor).data?.last ?? null
  for await (const missed of catchUp(ground, source, last)) {
    last = missed.last
    await take(missed.reading)
  }
  for await (const events of inBatches(serverEvents(stream.chunks), BATCH)) {
    const { heard, gone } = readEvents(events, instance)
    last = newest(heard, last)
    await take({ heard, gone, cursor: { last }, from: null, through: ground.clock.now(), next: null, more: false, remark: null })
  }
}

/** What was said since the last that is known, the oldest first; before the first look, what is shown. */
async function* catchUp(
  ground: SourceGround,
  source: Source,
  known: string | null,
): AsyncGenerator<{ reading: Reading; last: string | null }> {
  const { settings } = source
  const instance = new URL(settings.url).hostname
  const path = settings.tag === null ? "public" : `tag/${encodeURIComponent(settings.tag)}`
  let last = known
  for (let page = 0; page < MOST_PAGES; page++) {
    const url = new URL(`/api/v1/timelines/${path}`, settings.url)
    url.searchParams.set("limit", String(PAGE))
    if (settings.local) url.searchParams.set("local", "true")
    if (last !== null) url.searchParams.set("min_id", last)
    const { value } = await askJson(ground, url.href, z.array(status), { headers: headersOf(ground, source) })
    const heard = value.flatMap((each) => heardStatus(each, instance) ?? [])
    const isFirst = last === null
    last = newest(
      value.map(({ id }) => ({ key: id })),
      last,
    )
    const more = !isFirst && value.length >= PAGE
    const isCut = more && page === MOST_PAGES - 1
    const now = ground.clock.now()
    const rest = { gone: [], cursor: { last }, next: null, remark: null }
    // With more pages behind it, everything was read until its newest, and no further.
    const through = more ? newestDate(heard, now) : now
    yield { reading: { ...rest, heard, from: isFirst ? oldest(heard, now) : null, through, more: more && !isCut }, last }
    // What lies between that and the stream, which is open, isn't asked for.
    if (isCut) yield { reading: { ...rest, heard: [], from: now, through: now, more: false }, last }
    if (!more) return
  }
}

function readEvents(events: readonly ServerEvent[], instance: string): { heard: Heard[]; gone: string[] } {
  const heard = new Map<string, Heard>()
  const gone = new Set<string>()
  for (const { event, data } of events) {
    if (event === "delete") {
      heard.delete(data.trim())
      gone.add(data.trim())
    } else if (event === "update" || event === "status.update") {
      const read = status.safeParse(parsed(data)).data
      const each = read ? heardStatus(read, instance) : null
      if (each) heard.set(each.key, each)
    }
  }
  return { heard: [...heard.values()], gone: [...gone] }
}

function parsed(data: string): Json {
  try {
    return JSON.parse(data) as Json
  } catch {
    return null // one event that can't be read; the others can
  }
}

/** Ids grow with time and may be longer than a number holds. */
function newest(heard: readonly { key: string }[], last: string | null): string | null {
  return heard.reduce<string | null>((best, { key }) => (best === null || isLater(key, best) ? key : best), last)
}

const isLater = (a: string, b: string): boolean => a.length > b.length || (a.length === b.length && a > b)

const datesOf = (heard: readonly Heard[]): number[] => heard.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? [])

const oldest = (heard: readonly Heard[], now: Date): Date =>
  new Date(Math.min(now.getTime(), ...(heard.length ? datesOf(heard) : [now.getTime() - HOUR])))

const newestDate = (heard: readonly Heard[], now: Date): Date =>
  new Date(Math.min(now.getTime(), Math.max(0, ...datesOf(heard)) || now.getTime()))
