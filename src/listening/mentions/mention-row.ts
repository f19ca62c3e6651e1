import { createHash } from "node:crypto"
import { MINUTE, newId } from "#platform"
import type { Heard, Media } from "../sources/source.ts"
import type { Source } from "../tables.ts"
import { hostOf } from "../text/links.ts"
import { countryTold, languageTold } from "./told-codes.ts"

/** Longer texts are cut: nobody reads them at a desk, and a hostile source would fill the disk. */
const LONGEST_TEXT = 50_000
const EARLIEST = Date.UTC(1995, 0, 1)
/** Clocks outside run fast by this much, and are believed. */
const AHEAD = 5 * MINUTE
/** The column's largest. */
const MOST_FOLLOWERS = 2_147_483_647
const MOST_POINTS = 100

/** A mention as it is about to be kept; columns as in the table. */
export type MentionRow = ReturnType<typeof mentionRow>

export function mentionRow({ id: sourceId, kind }: Pick<Source, "id" | "kind">, heard: Heard, now: Date) {
  const { author } = heard
  const url = webAddress(heard.url)
  const site = (heard.site ? hostOf(heard.site) : url ? hostOf(url) : "") || null
  const published = keepable(heard.publishedAt)
  return {
    id: newId(now),
    source_id: sourceId,
    key: heard.key.slice(0, 2000),
    key_hash: hashOfKey(heard.key),
    kind: heard.kind,
    url,
    site,
    title: clean(heard.title, 1000),
    text: heard.text.slice(0, LONGEST_TEXT).replaceAll("\0", "").toWellFormed(),
    author_key: author ? clean(author.key, 500) : null,
    author_name: author ? clean(author.name, 200) : null,
    author_handle: author ? clean(author.handle, 200) : null,
    author_url: author ? webAddress(author.url) : null,
    author_followers: followersOf(author?.followers ?? null),
    author_since: keepable(author?.since ?? null),
    person: personOf(kind, author?.key ?? null, site ?? sourceId),
    language: languageTold(heard.language),
    country: countryTold(heard.country),
    rating: ratingOf(heard.rating),
    repost_of: clean(heard.repostOf, 2000),
    reply_to: clean(heard.replyTo, 2000),
    media: heard.media.slice(0, 20).flatMap(({ url, alt, type }): Media[] => {
      const address = webAddress(url)
      return address ? [{ url: address, alt: clean(alt, 2000), ...(type && type !== "image" ? { type } : {}) }] : []
    }),
    published_at: published,
    said_at: saidAt(published, now),
    heard_at: now,
  }
}

/** When it was said: when it was published where that can be believed, otherwise when it was heard. */
function saidAt(published: Date | null, now: Date): Date {
  if (!published || published.getTime() < EARLIEST || published.getTime() > now.getTime() + AHEAD) return now
  return published > now ? now : published
}

/** A date of years 1 to 9999: one that the table would refuse is none. */
function keepable(date: Date | null): Date | null {
  if (!date || Number.isNaN(date.getTime())) return null
  const year = date.getUTCFullYear()
  return year >= 1 && year <= 9999 ? date : null
}

/** A stranger's server says what it likes: a whole number that the column holds, or none. */
export function followersOf(told: number | null): number | null {
  return told === null || Number.isNaN(told) ? null : Math.min(Math.max(Math.trunc(told), 0), MOST_FOLLOWERS)
}

/** Stars, points or per cent, to the hundredth: what the column gives back is what was told. What is none of these is no rating. */
function ratingOf(told: number | null): number | null {
  return told === null || !(told >= 0 && told <= MOST_POINTS) ? null : Math.round(told * 100) / 100
}

export function hashOfKey(key: string): string {
  return createHash("sha256")
    .update(key)
    .digest("hex")
    .slice(0, 32)
    .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5")
}

/** Who speaks, as a number that counts people: an author is one in all sources of a kind; where nobody is named, the site speaks. */
export function personOf(kind: string, authorKey: string | null, site: string): number {
  const who = authorKey === null ? `site\n${site}` : `${kind}\n${authorKey}`
  return createHash("sha256").update(who).digest().readUIntBE(0, 6)
}

/** As addresses of the web are kept; null: it is none. */
export function webAddress(text: string | null): string | null {
  if (!text || text.length > 2000 || !URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null
}

function clean(text: string | null, longest: number): string | null {
  const kept = text?.replaceAll("\0", "").trim().slice(0, longest).toWellFormed()
  return kept ? kept : null
}
