import { z } from "@hono/zod-openapi"
import type { ListedMention } from "../mentions/list-mentions.ts"
import { HEARD_KINDS, MEDIA_TYPES } from "../sources/source.ts"

const moment = z.iso.datetime()
const text = z.string().nullable()

export const MentionView = z
  .object({
    id: z.string(),
    source: z.object({ id: z.string(), name: z.string(), kind: z.string(), place: z.string() }),
    key: z.string(),
    kind: z.enum(HEARD_KINDS),
    url: text,
    site: text,
    title: text,
    text: z.string().openapi({ description: "Plain text; empty when it is gone" }),
    author: z
      .object({ name: text, handle: text, url: text, followers: z.number().int().nullable(), since: moment.nullable() })
      .nullable()
      .openapi({ description: "As they name themselves in the open" }),
    language: text,
    country: text,
    rating: z.number().nullable(),
    repostOf: text,
    replyTo: text,
    media: z.array(z.object({ url: z.string(), alt: text, type: z.enum(MEDIA_TYPES) })),
    publishedAt: moment.nullable().openapi({ description: "As the source says" }),
    saidAt: moment.openapi({ description: "Published, where that can be believed; otherwise heard" }),
    heardAt: moment,
    version: z.number().int(),
    changedAt: moment.nullable(),
    goneAt: moment.nullable().openapi({ description: "Deleted at its source: text and author are no more" }),
  })
  .openapi("Mention")

export const MentionDetail = MentionView.extend({
  versions: z
    .array(z.object({ version: z.number().int(), title: text, text: z.string(), seenAt: moment }))
    .openapi({ description: "What it said before it was edited, the earliest first" }),
  watches: z.array(z.object({ id: z.string(), name: z.string() })),
  oursAt: moment.nullable().openapi({ description: "Since when it is known that an account of ours said it: nobody's mention any more" }),
  storyId: text.openapi({ description: "The story that it is of; null for the seconds until it is gathered" }),
  story: z.object({ id: z.string(), title: text, mentions: z.number().int() }).nullable(),
}).openapi("MentionDetail")

export function presentMention(row: ListedMention): z.infer<typeof MentionView> {
  const isNamed = row.author_key !== null
  return {
    id: row.id,
    source: { id: row.source_id, name: row.source_name, kind: row.source_kind, place: row.source_place },
    key: row.key,
    kind: row.kind,
    url: row.url,
    site: row.site,
    title: row.title,
    text: row.text,
    author: isNamed
      ? {
          name: row.author_name,
          handle: row.author_handle,
          url: row.author_url,
          followers: row.author_followers,
          since: row.author_since?.toISOString() ?? null,
        }
      : null,
    language: row.language,
    country: row.country,
    rating: row.rating,
    repostOf: row.repost_of,
    replyTo: row.reply_to,
    media: row.media.map(({ url, alt, type }) => ({ url, alt, type: type ?? "image" })),
    publishedAt: row.published_at?.toISOString() ?? null,
    saidAt: row.said_at.toISOString(),
    heardAt: row.heard_at.toISOString(),
    version: row.version,
    changedAt: row.changed_at?.toISOString() ?? null,
    goneAt: row.gone_at?.toISOString() ?? null,
  }
}
