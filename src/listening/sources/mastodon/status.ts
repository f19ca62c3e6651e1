import { z } from "zod"
import { plainText } from "#markup"
import type { Author, Heard, MediaType } from "../source.ts"

const account = z.object({
  acct: z.string(),
  display_name: z.string().catch(""),
  url: z.string(),
  followers_count: z.number().nullish().catch(null),
  created_at: z.string().nullish().catch(null),
})
const media = z.object({
  type: z.string().catch("unknown"),
  url: z.string().nullish(),
  remote_url: z.string().nullish(),
  description: z.string().nullish(),
})
const said = z.object({
  id: z.string(),
  url: z.string().nullish(),
  uri: z.string(),
  content: z.string().catch(""),
  spoiler_text: z.string().catch(""),
  visibility: z.string().catch("public"),
  language: z.string().nullish().catch(null),
  created_at: z.string(),
  in_reply_to_id: z.string().nullish().catch(null),
  account,
  media_attachments: z.array(media).catch([]),
})

/** A gifv is a film without sound that plays again and again. */
const TYPES: ReadonlyMap<string, MediaType> = new Map([
  ["video", "video"],
  ["gifv", "video"],
  ["audio", "audio"],
])

/** A status, as Mastodon's API and those of its kind write it. */
export const status = said.extend({ reblog: said.nullish().catch(null) })
export type Status = z.infer<typeof status>

/** Null for what was written for some people only: it is not said in the open, even where a token may read it. */
export function heardStatus(each: Status, instance: string): Heard | null {
  if (each.visibility !== "public" && each.visibility !== "unlisted") return null
  const { id, url, uri, account: writer, created_at } = each
  const { content, spoiler_text, language, media_attachments } = each.reblog ?? each
  return {
    key: id,
    kind: "post",
    url: url ?? uri,
    site: URL.parse(url ?? uri)?.hostname ?? null,
    title: spoiler_text || null,
    text: plainText(content),
    author: authorOf(writer, instance),
    language: language ?? null,
    country: null,
    rating: null,
    publishedAt: dateOf(created_at),
    repostOf: each.reblog ? (each.reblog.url ?? each.reblog.uri) : null,
    replyTo: each.in_reply_to_id ?? null,
    media: media_attachments.flatMap(({ type, url: here, remote_url, description }) => {
      const file = here ?? remote_url
      return file ? [{ url: file, alt: description || null, type: TYPES.get(type) ?? "image" }] : []
    }),
  }
}

function authorOf({ acct, display_name, url, followers_count, created_at }: z.infer<typeof account>, instance: string): Author {
  const handle = `@${acct.includes("@") ? acct : `${acct}@${instance}`}`
  return { key: url, name: display_name || null, handle, url, followers: followers_count ?? null, since: dateOf(created_at ?? "") }
}

function dateOf(written: string): Date | null {
  const at = Date.parse(written)
  return Number.isNaN(at) ? null : new Date(at)
}
