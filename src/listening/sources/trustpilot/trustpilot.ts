import { z } from "@hono/zod-openapi"
import { TRUSTPILOT_ID } from "#places"
import { MINUTE } from "#platform"
import { askJson } from "../ask-json.ts"
import { heardReview, reviewer } from "../heard-review.ts"
import { type NewestPage, readNewest } from "../read-newest.ts"
import type { SourceGround } from "../source-ground.ts"
import { defineSource, type Heard, type Reading, type SourceNow, SourceTrouble } from "../source.ts"
import { eachByItself, standingOf } from "../still-there.ts"
import { withSecret } from "../with-secret.ts"
import { serverSetting } from "../server-setting.ts"

const settings = z.strictObject({
  /** The id of one's business unit, 24 letters and digits. */
  business: z.string().trim().regex(TRUSTPILOT_ID, "listening.source.badBusiness"),
  api: serverSetting("https://api.trustpilot.com"),
})
const secret = z.strictObject({ key: z.string().trim().min(1).max(200) })

const review = z.object({
  id: z.string(),
  stars: z.number(),
  title: z.string().nullish(),
  text: z.string().nullish(),
  language: z.string().nullish(),
  createdAt: z.string(),
  consumer: z.object({ id: z.string(), displayName: z.string().nullish(), displayLocation: z.string().nullish() }).nullish(),
})
const reviews = z.object({ reviews: z.array(review) })
const PAGE = 100

async function read(ground: SourceGround, source: SourceNow<z.infer<typeof settings>, z.infer<typeof secret>>): Promise<Reading> {
  const { business, api } = source.settings
  if (!source.secret) throw new SourceTrouble("needs-approval", { remark: { key: "listening.remark.needsToken" } })
  const headers = { apikey: source.secret.key }
  const ask = async (page: string | null): Promise<NewestPage> => {
    const url = new URL(`/v1/business-units/${business}/reviews`, api)
    const asked = { perPage: String(PAGE), orderBy: "createdat.desc", page: page ?? "1" }
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
    const { value } = await askJson(ground, url.href, reviews, { headers })
    return { heard: value.reviews.map(heard), next: value.reviews.length < PAGE ? null : String(Number(page ?? 1) + 1) }
  }
  return readNewest(ground, source.cursor, ask, { every: 15 * MINUTE })
}

function heard({ id, stars, title, text, language, createdAt, consumer }: z.infer<typeof review>): Heard {
  return heardReview({
    key: id,
    url: `https://www.trustpilot.com/reviews/${id}`,
    title: title || null,
    text: text || title || "",
    author: reviewer(consumer?.id ?? `review ${id}`, consumer?.displayName),
    language: language ?? null,
    country: null,
    rating: stars,
    publishedAt: new Date(createdAt),
  })
}

/** Reviews of one's own business on Trustpilot. */
export const trustpilot = defineSource({
  kind: "trustpilot",
  place: "reviews",
  readable: "with-key",
  keeps: "all",
  settings,
  secret,
  nameOf: () => "Trustpilot",
  read,
  stillThere: (ground, { settings: told, secret: given }, kept) =>
    eachByItself(kept, ({ key }) =>
      standingOf(ground, new URL(`/v1/reviews/${encodeURIComponent(key)}`, told.api).href, z.object({}), {
        headers: { apikey: withSecret(given).key },
      }),
    ),
})
