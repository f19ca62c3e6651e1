import { z } from "zod"
import { originalOf } from "#places"
import { askJson } from "../ask-json.ts"
import { heardReview, reviewer } from "../heard-review.ts"
import type { SourceGround } from "../source-ground.ts"
import { type Heard, SourceTrouble } from "../source.ts"
import { googleTrouble } from "./google-trouble.ts"
import type { BusinessSettings } from "./settings.ts"

const STARS: Readonly<Record<string, number>> = { ONE: 1, TWO: 2, THREE: 3, FOUR: 4, FIVE: 5 }

const review = z.object({
  reviewId: z.string(),
  reviewer: z.object({ displayName: z.string().nullish(), isAnonymous: z.boolean().nullish() }).nullish(),
  starRating: z.string().catch(""),
  comment: z.string().nullish(),
  createTime: z.string(),
  updateTime: z.string(),
})
export type Review = z.infer<typeof review>

const page = z.object({ reviews: z.array(review).default([]), nextPageToken: z.string().nullish() })
const places = z.object({
  locations: z
    .array(
      z.object({
        name: z.string(),
        title: z.string().nullish(),
        metadata: z.object({ mapsUri: z.string().nullish() }).nullish().catch(null),
      }),
    )
    .default([]),
  nextPageToken: z.string().nullish(),
})

/** One location of a business. */
export interface Location {
  id: string
  title: string | null
  url: string | null
}

export interface Asking {
  ground: SourceGround
  settings: BusinessSettings
  authorization: string
}

export const MOST_LOCATIONS = 100
/** Pages of a hundred that are looked through for those that are wanted. */
const MOST_PAGES = 100

/** The locations that are wanted, with their names, and whether there are more than are read. @throws SourceTrouble */
export async function locationsOf({ ground, settings, authorization }: Asking): Promise<{ locations: Location[]; isMore: boolean }> {
  const found: Location[] = []
  const most = settings.locations.length || MOST_LOCATIONS
  let token = ""
  for (let page = 0; page < MOST_PAGES && found.length < most; page++) {
    const url = new URL(`/v1/accounts/${settings.account}/locations`, settings.information)
    url.searchParams.set("readMask", "name,title,metadata")
    url.searchParams.set("pageSize", "100")
    if (token) url.searchParams.set("pageToken", token)
    const { value } = await askJson(ground, url.href, places, { headers: { authorization }, judge: googleTrouble })
    for (const { name, title, metadata } of value.locations) {
      const id = name.split("/").at(-1)!
      const isWanted = settings.locations.length === 0 || settings.locations.includes(id)
      if (isWanted) found.push({ id, title: title ?? null, url: metadata?.mapsUri ?? null })
    }
    token = value.nextPageToken ?? ""
    if (!token) break
  }
  if (found.length === 0) throw new SourceTrouble("unreadable", { remark: { key: "listening.remark.noLocation" } })
  return { locations: found.slice(0, most), isMore: settings.locations.length === 0 && (token !== "" || found.length > most) }
}

const addressOf = ({ account, api }: BusinessSettings, location: string, rest: string): URL =>
  new URL(`/v4/accounts/${account}/locations/${location}/reviews${rest}`, api)

/** A page of a location's reviews, those first that were written or changed last. @throws SourceTrouble */
export async function reviewsOf({ ground, settings, authorization }: Asking, location: string, token: string | null) {
  const url = addressOf(settings, location, "")
  url.searchParams.set("pageSize", "50")
  url.searchParams.set("orderBy", "updateTime desc")
  if (token) url.searchParams.set("pageToken", token)
  const { value } = await askJson(ground, url.href, page, { headers: { authorization }, judge: googleTrouble })
  return { reviews: value.reviews, next: value.nextPageToken ?? null }
}

/** Whether a review is still there: further pages of the list may leave some out (developers.google.com/my-business/content/known-issues). */
export async function isThere({ ground, settings, authorization }: Asking, location: string, id: string): Promise<boolean> {
  const url = addressOf(settings, location, `/${encodeURIComponent(id)}`)
  const gone = new SourceTrouble("gone")
  const judge = (status: number) => (status === 404 ? gone : null)
  try {
    await askJson(ground, url.href, z.object({}), { headers: { authorization }, judge })
    return true
  } catch (error) {
    if (error === gone) return false
    throw error
  }
}

export function heardOf({ reviewId, reviewer: by, starRating, comment, createTime }: Review, { title, url }: Location): Heard {
  return heardReview({
    key: reviewId,
    url,
    title,
    text: originalOf(comment ?? ""),
    author: by?.isAnonymous ? null : reviewer(`review ${reviewId}`, by?.displayName),
    language: null,
    country: null,
    rating: STARS[starRating] ?? null,
    publishedAt: new Date(createTime),
  })
}
