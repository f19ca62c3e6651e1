import { z } from "zod"
import { MINUTE } from "#platform"
import { inBatches } from "../in-batches.ts"
import type { SourceGround } from "../source-ground.ts"
import type { AccountNews, Heard, Json, PassedOn, Reading, SourceNow } from "../source.ts"
import { accountNews } from "./accounts.ts"
import { type Event, readEvent } from "./events.ts"
import { heardPost, heardRepost, keyOf, POSTS, REPOSTS } from "./heard-post.ts"
import type { BlueskySettings } from "./settings.ts"

const cursorShape = z.object({ us: z.number() })

/** How far a stream that is taken up again goes back: its time isn't exact, and what comes twice is kept once. */
const BACK_US = 5_000_000
/** A stream of fifty posts a second that says nothing for so long has left something out. */
const GAP_US = 2 * MINUTE * 1000
/** The whole network is never silent for so long. */
const SILENCE = 2 * MINUTE
const BATCH = { most: 500, within: 500 }

/** Follows every post and repost of the network (Jetstream) from where it was left, with what was deleted meanwhile. */
export async function followBluesky(
  ground: SourceGround,
  source: SourceNow<BlueskySettings, never>,
  take: (reading: Reading) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let last = cursorOf(source.cursor)
  const socket = await ground.outbound.connect(addressOf(source.settings, last, ground.clock.now()), {
    headers: { "user-agent": ground.agent },
    signal,
    silenceMs: SILENCE,
  })
  try {
    for await (const batch of inBatches(socket.messages, BATCH)) {
      const events = batch.flatMap((message) => readEvent(message) ?? [])
      const reading = readingOf(events, last)
      if (!reading) continue
      await take(reading.reading)
      last = reading.last
    }
  } finally {
    socket.close()
  }
}

const cursorOf = (cursor: Json): number | null => cursorShape.safeParse(cursor).data?.us ?? null

/** One server after the other, by the minute: where one is down, the next attempt is another's. */
function addressOf({ servers }: BlueskySettings, last: number | null, now: Date): string {
  const url = new URL(servers[Math.floor(now.getTime() / MINUTE) % servers.length]!)
  for (const collection of [POSTS, REPOSTS]) url.searchParams.append("wantedCollections", collection)
  if (last !== null) url.searchParams.set("cursor", String(last - BACK_US))
  return url.href
}

function readingOf(events: readonly Event[], last: number | null): { reading: Reading; last: number } | null {
  const heard = new Map<string, Heard>()
  const passedOn = new Map<string, PassedOn>()
  const gone = new Set<string>()
  const accounts = new Map<string, AccountNews>()
  let latest = last ?? 0
  for (const event of events) {
    const { did, commit, time_us } = event
    latest = Math.max(latest, time_us)
    const news = accountNews(event)
    if (news) accounts.set(`${did} ${news.what === "renamed"}`, news)
    if (commit?.collection !== POSTS && commit?.collection !== REPOSTS) continue
    const { operation, collection, rkey, record } = commit
    const key = keyOf(did, rkey, collection)
    if (operation === "delete") {
      heard.delete(key)
      passedOn.delete(key)
      gone.add(key)
    } else if (record) {
      gone.delete(key)
      const repost = collection === REPOSTS ? heardRepost(event, rkey, record.subject?.uri ?? null, record.createdAt) : null
      if (repost) passedOn.set(key, repost)
      if (collection === POSTS) heard.set(key, heardPost(event, rkey, record))
    }
  }
  const [first] = events
  if (!first) return null
  const isGap = last === null || first.time_us - last > GAP_US
  const isThere = ({ author }: Pick<Heard, "author">) => accounts.get(`${author?.key} false`)?.what !== "gone"
  const reading = {
    heard: [...heard.values()].filter(isThere),
    passedOn: [...passedOn.values()].filter(isThere),
    gone: [...gone],
    accounts: [...accounts.values()],
    cursor: { us: latest },
    from: isGap ? new Date(first.time_us / 1000) : null,
    through: new Date(latest / 1000),
    next: null,
    more: false,
    remark: null,
  }
  return { reading, last: latest }
}
