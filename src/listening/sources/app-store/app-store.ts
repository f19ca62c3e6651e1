import { z } from "@hono/zod-openapi"
import { APPLE_ID, appStoreToken } from "#places"
import { MINUTE } from "#platform"
import { askJson } from "../ask-json.ts"
import { withGoodKey } from "../good-key.ts"
import { heardReview, reviewer } from "../heard-review.ts"
import { type NewestPage, readNewest } from "../read-newest.ts"
import type { SourceGround } from "../source-ground.ts"
import { defineSource, type Heard, type Reading, type SourceNow, SourceTrouble } from "../source.ts"
import { eachByItself, standingOf } from "../still-there.ts"
import { withSecret } from "../with-secret.ts"
import { countryOfTerritory } from "./territories.ts"
import { serverSetting } from "../server-setting.ts"

const settings = z.strictObject({
  /** The app's Apple ID, a number. */
  app: z.string().trim().regex(APPLE_ID, "listening.source.badApp"),
  api: serverSetting("https://api.appstoreconnect.apple.com"),
})
/** A key of App Store Connect with the role Customer Support. */
const secret = z.strictObject({ issuer: z.string().max(100), keyId: z.string().max(50), privateKey: z.string().max(5_000) })
type Source = SourceNow<z.infer<typeof settings>, z.infer<typeof secret>>

const review = z.object({
  id: z.string(),
  attributes: z.object({
    rating: z.number(),
    title: z.string().nullish(),
    body: z.string().nullish(),
    reviewerNickname: z.string().nullish(),
    createdDate: z.string(),
    territory: z.string().nullish(),
  }),
})
const reviews = z.object({ data: z.array(review), links: z.object({ next: z.string().nullish() }).catch({}) })

async function read(ground: SourceGround, source: Source): Promise<Reading> {
  const { app, api } = source.settings
  if (!source.secret) throw new SourceTrouble("needs-approval", { remark: { key: "listening.remark.needsToken" } })
  const key = source.secret
  const authorization = `Bearer ${withGoodKey(() => appStoreToken(key, ground.clock.now()))}`
  const ask = async (page: string | null): Promise<NewestPage> => {
    const url = new URL(page ?? `/v1/apps/${app}/customerReviews?limit=200&sort=-createdDate`, api)
    // The key is Apple's alone, wherever an answer says that the next page is.
    if (url.origin !== new URL(api).origin) throw new SourceTrouble("unreadable", { remark: { key: "listening.remark.otherwise" } })
    const { value } = await askJson(ground, url.href, reviews, { headers: { authorization } })
    return { heard: value.data.map((each) => heard(each, app)), next: value.links.next ?? null }
  }
  return readNewest(ground, source.cursor, ask, { every: 30 * MINUTE })
}

function heard({ id, attributes }: z.infer<typeof review>, app: string): Heard {
  const { rating, title, body, reviewerNickname, createdDate, territory } = attributes
  return heardReview({
    key: id,
    url: `https://apps.apple.com/app/id${app}?see-all=reviews`,
    title: title || null,
    text: body || title || "",
    author: reviewer(`review ${id}`, reviewerNickname),
    language: null,
    country: countryOfTerritory(territory ?? ""),
    rating,
    publishedAt: new Date(createdDate),
  })
}

/** Reviews of one's own app in the App Store, in all its countries. */
export const appStore = defineSource({
  kind: "app-store",
  place: "reviews",
  readable: "with-key",
  keeps: "all",
  settings,
  secret,
  nameOf: ({ app }) => `App Store · ${app}`,
  read,
  stillThere: (ground, { settings: told, secret: given }, kept) => {
    const key = withSecret(given)
    const authorization = `Bearer ${withGoodKey(() => appStoreToken(key, ground.clock.now()))}`
    return eachByItself(kept, (one) =>
      standingOf(ground, new URL(`/v1/customerReviews/${encodeURIComponent(one.key)}`, told.api).href, z.object({}), {
        headers: { authorization },
      }),
    )
  },
})
