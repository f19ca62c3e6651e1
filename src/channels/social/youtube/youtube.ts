import { z } from "@hono/zod-openapi"
import { type Allowance, googleReasons } from "#places"
import { amongOurs, type Ours } from "../among-ours.ts"
import { mustBeGone, type PlaceAnswer, read } from "../ask-place.ts"
import { complaintOf } from "../complaint.ts"
import { askGoogle, type GoogleAsking } from "../google/ask-google.ts"
import { allowance } from "../google/google-key.ts"
import { type OpenAccount, PlaceTrouble, type SocialGround } from "../network.ts"
import { serverSetting } from "../server-setting.ts"

const settings = z.strictObject({ api: serverSetting("https://www.googleapis.com") })
type Account = OpenAccount<z.infer<typeof settings>, Allowance>

const at = z.object({ parent: z.string(), video: z.string().nullable() })
const channels = z.object({
  items: z.array(z.object({ id: z.string(), snippet: z.object({ title: z.string(), customUrl: z.string().nullish() }) })).default([]),
})
const comment = z.object({
  id: z.string(),
  snippet: z.object({
    textOriginal: z.string().nullish(),
    textDisplay: z.string().catch(""),
    authorChannelId: z.object({ value: z.string() }).nullish(),
  }),
})
const comments = z.object({ items: z.array(comment).default([]), nextPageToken: z.string().nullish() })

const MOST = 10_000
const MOST_PAGES = 5
/** Why a comment isn't taken (developers.google.com/youtube/v3/docs/comments/insert). */
const WHY: Readonly<Record<string, string>> = {
  commentTextTooLong: "too-long",
  commentsDisabled: "replies-closed",
  operationNotSupported: "replies-closed",
  parentCommentIsPrivate: "replies-closed",
  parentCommentNotFound: "gone",
  commentNotFound: "gone",
  ineligibleAccount: "suspended",
  insufficientPermissions: "permission",
}

function ask(ground: SocialGround, { settings: { api }, secret }: Account, path: string, asking: GoogleAsking): Promise<PlaceAnswer> {
  return askGoogle(ground, { allowed: secret }, api, `/youtube/v3/${path}`, asking)
}

async function ourselves(ground: SocialGround, account: Account) {
  const answer = await ask(ground, account, "channels", { query: { part: "snippet", mine: "true" } })
  const [channel] = read(ground, answer, channels).items
  if (!channel) throw new PlaceTrouble("refused", "no-channel")
  return channel
}

const addressOf = (video: string | null, id: string): string | null => (video ? `https://www.youtube.com/watch?v=${video}&lc=${id}` : null)

/** The comment and the video that an address shows. */
function told(url: string | null): { comment: string | null; video: string | null } {
  const shown = url === null ? null : URL.parse(url)
  const isThere = shown !== null && /(^|\.)youtube\.com$/.test(shown.hostname)
  return { comment: (isThere && shown.searchParams.get("lc")) || null, video: (isThere && shown.searchParams.get("v")) || null }
}

/** Answers to comments on YouTube, by the channel that allowed it. A day's 10,000 units are 200 of them. */
export const youtube = amongOurs({
  kind: "youtube",
  settings,
  secret: allowance,
  at,
  know: async (ground, account: Account) => {
    const { id, snippet } = await ourselves(ground, account)
    const counting = { most: MOST, by: "units", bytes: null, link: null, shortNames: false } as const
    return { authorKey: id, handle: snippet.customUrl || snippet.title, url: `https://www.youtube.com/channel/${id}`, counting }
  },
  reaches: (_settings, words) => words.source === "youtube" || told(words.url).comment !== null,
  // Answers to an answer stand under the first comment: whoever isn't named isn't told.
  opening: (_settings, { source, key, url, handle }) =>
    (source === "youtube" ? key : (told(url).comment ?? "")).includes(".") && handle ? `@${handle.replace(/^@/, "")} ` : "",
  locate: async (ground, account, { source, key, url }) => {
    const { comment: shown, video } = told(url)
    const id = source === "youtube" ? key : (shown ?? key)
    const answer = await ask(ground, account, "comments", { query: { part: "snippet", id } })
    if (answer.status === 404 || read(ground, answer, comments).items.length === 0) throw new PlaceTrouble("refused", "gone")
    return { parent: id.split(".", 1)[0]!, video }
  },
  ours: async (ground, account, { parent, video }) => {
    const { id: own } = await ourselves(ground, account)
    const found: Ours[] = []
    let token: string | null = null
    for (let page = 0; page < MOST_PAGES; page++) {
      const query = {
        part: "snippet",
        parentId: parent,
        textFormat: "plainText",
        maxResults: "100",
        ...(token ? { pageToken: token } : {}),
      }
      const value: z.infer<typeof comments> = read(ground, await ask(ground, account, "comments", { query }), comments)
      for (const { id, snippet } of value.items)
        if (snippet.authorChannelId?.value === own)
          found.push({ id, text: snippet.textOriginal ?? snippet.textDisplay, url: addressOf(video, id) })
      token = value.nextPageToken ?? null
      if (!token) break
    }
    return found
  },
  say: async (ground, account, { parent, video }, text) => {
    const body = { snippet: { parentId: parent, textOriginal: text } }
    const answer = await ask(ground, account, "comments", { method: "POST", query: { part: "snippet" }, body })
    const why = answer.status >= 400 && answer.status < 500 ? googleReasons(answer.body).find((reason) => WHY[reason]) : undefined
    if (why) throw new PlaceTrouble("refused", WHY[why]!, complaintOf(answer).words)
    const { id } = read(ground, answer, comment, true)
    return { id, url: addressOf(video, id) }
  },
  remove: async (ground, account, id) => mustBeGone(ground, await ask(ground, account, "comments", { method: "DELETE", query: { id } })),
})
