import { createHash } from "node:crypto"
import { z } from "@hono/zod-openapi"
import { HEARD_KINDS, MEDIA_TYPES, type Heard } from "../sources/source.ts"

const short = z.string().max(2000)
const moment = z.iso.datetime({ offset: true })
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? null)

const author = z.strictObject({
  key: short
    .optional()
    .openapi({ description: "Their id where they spoke; left out: their address, or their handle or name at that site" }),
  name: optional(short),
  handle: optional(short),
  url: optional(short),
  followers: optional(z.number().int().min(0)),
  since: optional(moment),
})

/** A mention as a program tells it. */
export const givenMention = z
  .strictObject({
    key: short.min(1).optional().openapi({
      description: "Its id at the source; left out: a hash of what was said, by whom and where, and when where it has no address",
    }),
    kind: z.enum(HEARD_KINDS).default("post"),
    url: optional(short),
    site: optional(short),
    title: optional(short),
    text: z.string().max(200_000),
    author: optional(author),
    language: optional(z.string().max(200)).openapi({
      description: "As a tag: `fr`, `en-US`; of a list the first. What is none is taken as not told, and its words are asked",
    }),
    country: optional(z.string().length(2)).openapi({
      description: "Its two letters of ISO 3166: `FR`; other signs are taken as not told",
    }),
    rating: optional(z.number().min(0).max(5)),
    publishedAt: optional(moment),
    repostOf: optional(short),
    replyTo: optional(short),
    media: z
      .array(z.strictObject({ url: short, alt: optional(short), type: z.enum(MEDIA_TYPES).default("image") }))
      .max(20)
      .default([]),
  })
  .openapi("GivenMention")

export type GivenMention = z.output<typeof givenMention>

/** The same handle or name at two sites is two people. */
function atSite(who: string | null, { site, url }: Pick<GivenMention, "site" | "url">): string | null {
  const place = site ?? (url && URL.canParse(url) ? new URL(url).hostname : null)
  return who && place ? `${who} · ${place}` : who
}

/** What was given, and the key under which it would have been kept by the rule before; null: the same. */
export type GivenHeard = Heard & { former: string | null }

/**
 * The same as a source would tell it. What has no id is known by its words and by who said them where: many things may stand at one address.
 * What has no address is known by its date, too; stars and spellings change.
 */
export function heardOf(given: GivenMention): GivenHeard {
  const { author: by, publishedAt, key, ...rest } = given
  const who = by && (by.key ?? by.url ?? atSite(by.handle ?? by.name, rest))
  const said = [rest.title, rest.text]
  const date = publishedAt ? new Date(publishedAt) : null
  const known = rest.url ? [rest.url, ...said, who] : [...said, who, date?.toISOString()]
  const before = () => rest.url ?? hashOf([...said, by && (by.key ?? by.handle ?? by.url ?? by.name), publishedAt])
  return {
    ...rest,
    key: key ?? hashOf(known),
    former: key === undefined ? before() : null,
    author: by && who ? { ...by, key: who, since: by.since ? new Date(by.since) : null } : null,
    publishedAt: date,
  }
}

const hashOf = (said: readonly (string | null | undefined)[]): string => createHash("sha256").update(said.join("\n")).digest("hex")
