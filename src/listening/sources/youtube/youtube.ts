import { z } from "@hono/zod-openapi"
import { googleRefusal, nextDayInCalifornia } from "#places"
import { MINUTE } from "#platform"
import { askJson, type Judge } from "../ask-json.ts"
import { type NewestPage, readNewest } from "../read-newest.ts"
import type { SourceGround } from "../source-ground.ts"
import { defineSource, type Heard, type KeptThing, type LookedAgain, type Reading, type SourceNow, SourceTrouble } from "../source.ts"
import { withSecret } from "../with-secret.ts"
import { serverSetting } from "../server-setting.ts"

const settings = z.strictObject({
  /** Comments under all videos of a channel: its id begins with UC. */
  channel: z
    .string()
    .trim()
    .regex(/^UC[\w-]{22}$/, "listening.source.badChannel"),
  api: serverSetting("https://www.googleapis.com"),
})
const secret = z.strictObject({ key: z.string().trim().min(1).max(200) })

const comment = z.object({
  id: z.string(),
  snippet: z.object({
    textDisplay: z.string(),
    authorDisplayName: z.string().catch(""),
    authorChannelUrl: z.string().nullish(),
    authorChannelId: z.object({ value: z.string() }).nullish(),
    publishedAt: z.string(),
    videoId: z.string().nullish(),
    parentId: z.string().nullish(),
  }),
})
const threads = z.object({
  items: z.array(
    z.object({
      snippet: z.object({ videoId: z.string().nullish(), topLevelComment: comment }),
      replies: z.object({ comments: z.array(comment).catch([]) }).nullish(),
    }),
  ),
  nextPageToken: z.string().nullish(),
})

async function read(ground: SourceGround, source: SourceNow<z.infer<typeof settings>, z.infer<typeof secret>>): Promise<Reading> {
  if (!source.secret) throw new SourceTrouble("needs-approval", { remark: { key: "listening.remark.needsToken" } })
  const { channel, api } = source.settings
  const headers = { "x-goog-api-key": source.secret.key }
  const ask = async (page: string | null): Promise<NewestPage> => {
    const url = new URL("/youtube/v3/commentThreads", api)
    const asked = {
      part: "snippet,replies",
      allThreadsRelatedToChannelId: channel,
      order: "time",
      textFormat: "plainText",
      maxResults: "100",
    }
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
    if (page) url.searchParams.set("pageToken", page)
    const { value } = await askJson(ground, url.href, threads, { headers, judge })
    const heard = value.items.flatMap(({ snippet, replies }) =>
      [snippet.topLevelComment, ...(replies?.comments ?? [])].map((each) => heardComment(each, snippet.videoId ?? null)),
    )
    return { heard, next: value.nextPageToken ?? null }
  }
  return readNewest(ground, source.cursor, ask, { every: 5 * MINUTE })
}

const ids = z.object({ items: z.array(z.object({ id: z.string() })) })
/** So many are asked for at once (comments.list). */
const TOGETHER = 50

/** YouTube leaves out what it doesn't find by its id, and doesn't say why. */
async function stillThere(
  ground: SourceGround,
  { settings: told, secret: given }: SourceNow<z.infer<typeof settings>, z.infer<typeof secret>>,
  kept: readonly KeptThing[],
): Promise<LookedAgain> {
  const headers = { "x-goog-api-key": withSecret(given).key }
  const missing: string[] = []
  for (let from = 0; from < kept.length; from += TOGETHER) {
    const some = kept.slice(from, from + TOGETHER)
    const url = new URL("/youtube/v3/comments", told.api)
    const asked = { part: "id", id: some.map(({ key }) => key).join(","), maxResults: String(TOGETHER) }
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
    const found = new Set((await askJson(ground, url.href, ids, { headers, judge })).value.items.map(({ id }) => id))
    missing.push(...some.flatMap(({ key }) => (found.has(key) ? [] : key)))
  }
  return { gone: [], missing, unsaid: [] }
}

/** The day's units are used up, or those of a minute. */
const judge: Judge = (status, body, now) => {
  const why = googleRefusal(status, body)
  if (why === "day-is-used-up") return new SourceTrouble("throttled", { until: nextDayInCalifornia(now) })
  return why === "too-fast" ? new SourceTrouble("throttled") : null
}

function heardComment({ id, snippet }: z.infer<typeof comment>, videoId: string | null): Heard {
  const { textDisplay, authorDisplayName, authorChannelUrl, authorChannelId, publishedAt, parentId } = snippet
  const video = snippet.videoId ?? videoId
  const name = authorDisplayName || null
  const handle = name?.startsWith("@") ? name : null
  const key = authorChannelId?.value ?? name
  return {
    key: id,
    kind: "comment",
    url: video ? `https://www.youtube.com/watch?v=${video}&lc=${id}` : null,
    site: "youtube.com",
    title: null,
    text: textDisplay,
    author: key ? { key, name, handle, url: authorChannelUrl ?? null, followers: null, since: null } : null,
    language: null,
    country: null,
    rating: null,
    publishedAt: new Date(publishedAt),
    repostOf: null,
    replyTo: parentId ?? null,
    media: [],
  }
}

/** Comments under the videos of a channel. */
export const youtube = defineSource({
  kind: "youtube",
  place: "video",
  readable: "with-key",
  keeps: "all",
  settings,
  secret,
  nameOf: ({ channel }) => `YouTube · ${channel}`,
  read,
  stillThere,
})
