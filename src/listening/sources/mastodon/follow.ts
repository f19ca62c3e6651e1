import { z } from "zod"
import { DAY, HOUR } from "#platform"
import { askJson } from "../ask-json.ts"
import { answerTrouble } from "../answer-trouble.ts"
import { inBatches } from "../in-batches.ts"
import { type ServerEvent, serverEvents } from "../server-events.ts"
import type { SourceGround } from "../source-ground.ts"
import { type Heard, type Json, type Reading, type SourceNow, SourceTrouble } from "../source.ts"
import type { MastodonSecret, MastodonSettings } from "./settings.ts"
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

function headersOf(ground: SourceGround, { secret }: Source): Record<string, string> {
  if (!secret) throw new SourceTrouble("needs-approval", { remark: { key: "listening.remark.needsToken" } })
  return { authorization: `Bearer ${secret.token}`, "user-agent": ground.agent }
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
    const from = isFirst || isCut ? oldest(heard, ground.clock.now(), isCut) : null
    yield {
      reading: { heard, gone: [], cursor: { last }, from, through: ground.clock.now(), next: null, more: more && !isCut, remark: null },
      last,
    }
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

function oldest(heard: readonly Heard[], now: Date, isCut: boolean): Date {
  const dates = heard.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? [])
  return dates.length ? new Date(isCut ? Math.max(...dates) : Math.min(...dates)) : new Date(now.getTime() - (isCut ? 0 : HOUR))
}
