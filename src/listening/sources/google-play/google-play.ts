import { z } from "@hono/zod-openapi"
import { APP_PACKAGE, GOOGLE_TOKENS } from "#places"
import { DAY, MINUTE } from "#platform"
import { askJson } from "../ask-json.ts"
import { serviceToken } from "../google-token.ts"
import { heardReview, reviewer } from "../heard-review.ts"
import { type NewestPage, readNewest } from "../read-newest.ts"
import type { SourceGround } from "../source-ground.ts"
import { defineSource, type Heard, type KeptThing, type LookedAgain, type Reading, type SourceNow } from "../source.ts"
import { eachByItself, standingOf } from "../still-there.ts"
import { withSecret } from "../with-secret.ts"
import { serverSetting } from "../server-setting.ts"

const settings = z.strictObject({
  /** The app's package: `com.example.app`. */
  app: z.string().trim().regex(APP_PACKAGE, "listening.source.badApp").max(200),
  api: serverSetting("https://androidpublisher.googleapis.com"),
})
/** Of a service account's key file: the account must be invited in the Play Console. */
const secret = z.object({
  client_email: z.email(),
  private_key: z.string().max(10_000),
  token_uri: z.url({ protocol: /^https?$/ }).default(GOOGLE_TOKENS),
})
type Source = SourceNow<z.infer<typeof settings>, z.infer<typeof secret>>

const review = z.object({
  reviewId: z.string(),
  authorName: z.string().nullish(),
  comments: z.array(
    z.object({
      userComment: z
        .object({
          text: z.string().catch(""),
          lastModified: z.object({ seconds: z.coerce.number() }),
          starRating: z.number(),
          reviewerLanguage: z.string().nullish(),
        })
        .nullish(),
    }),
  ),
})
const reviews = z.object({
  reviews: z.array(review).default([]),
  tokenPagination: z.object({ nextPageToken: z.string().nullish() }).nullish(),
})

/** Google itself says that there is no such thing (google.aip.dev/193). */
const notFound = z.object({ error: z.object({ code: z.literal(404) }) })

/** Only reviews of the last week are shown, and only those with words. */
const WINDOW = 7 * DAY
const SCOPE = "https://www.googleapis.com/auth/androidpublisher"

async function read(ground: SourceGround, source: Source): Promise<Reading> {
  const authorization = await authorizationOf(ground, source)
  const { app, api } = source.settings
  const ask = async (page: string | null): Promise<NewestPage> => {
    const url = new URL(`/androidpublisher/v3/applications/${app}/reviews`, api)
    url.searchParams.set("maxResults", "100")
    if (page) url.searchParams.set("token", page)
    const { value } = await askJson(ground, url.href, reviews, { headers: { authorization } })
    return { heard: value.reviews.flatMap((each) => heard(each, app) ?? []), next: value.tokenPagination?.nextPageToken ?? null }
  }
  return readNewest(ground, source.cursor, ask, { every: 30 * MINUTE, window: WINDOW })
}

const authorizationOf = async (ground: SourceGround, { secret: given }: Source): Promise<string> =>
  `Bearer ${await serviceToken(ground, withSecret(given), SCOPE)}`

/** Of reviews older than a week nothing is said by a 404; of the others it may also mean that their words are gone and their stars aren't. */
async function stillThere(ground: SourceGround, source: Source, kept: readonly KeptThing[]): Promise<LookedAgain> {
  const { app, api } = source.settings
  const authorization = await authorizationOf(ground, source)
  const judged = (status: number, body: unknown) => (status === 404 && notFound.safeParse(body).success ? "missing" : null)
  return eachByItself(kept, async ({ key, saidAt }) => {
    if (ground.clock.now().getTime() - saidAt.getTime() >= WINDOW) return "unsaid"
    const url = new URL(`/androidpublisher/v3/applications/${app}/reviews/${encodeURIComponent(key)}`, api)
    return standingOf(ground, url.href, review, { headers: { authorization }, judged })
  })
}

/** The first line of an old review is its title, before a tab. */
function heard({ reviewId, authorName, comments }: z.infer<typeof review>, app: string): Heard | null {
  const said = comments.find(({ userComment }) => userComment)?.userComment
  if (!said) return null
  const tab = said.text.indexOf("\t")
  const [title, rest] = tab === -1 ? [null, said.text] : [said.text.slice(0, tab), said.text.slice(tab + 1)]
  return heardReview({
    key: reviewId,
    url: `https://play.google.com/store/apps/details?id=${app}&reviewId=${encodeURIComponent(reviewId)}`,
    title: title?.trim() || null,
    text: rest.trim(),
    author: reviewer(`review ${reviewId}`, authorName),
    language: said.reviewerLanguage ?? null,
    country: null,
    rating: said.starRating,
    publishedAt: new Date(said.lastModified.seconds * 1000),
  })
}

/** Reviews of one's own app on Google Play. */
export const googlePlay = defineSource({
  kind: "google-play",
  place: "reviews",
  readable: "with-key",
  keeps: "all",
  settings,
  secret,
  nameOf: ({ app }) => `Google Play · ${app}`,
  read,
  stillThere,
  shownFor: WINDOW,
})
