import { z } from "@hono/zod-openapi"
import { APPLE_ID, appStoreToken, BadKey } from "#places"
import { askPlace, mustBeGone, type PlaceAnswer, read, troubleOf } from "../ask-place.ts"
import { heardAt } from "../heard-at.ts"
import { type OpenAccount, PlaceTrouble, type SocialGround } from "../network.ts"
import { oneAReview } from "../one-a-review.ts"
import { given, serverSetting } from "../server-setting.ts"

const settings = z.strictObject({
  /** The app's Apple ID, a number. */
  app: z.string().trim().regex(APPLE_ID, "listening.source.badApp"),
  api: serverSetting("https://api.appstoreconnect.apple.com"),
})
const secret = z.strictObject({ issuer: given(100), keyId: given(50), privateKey: given(5_000) })
type Account = OpenAccount<z.infer<typeof settings>, z.infer<typeof secret>>

const app = z.object({ data: z.object({ attributes: z.object({ name: z.string() }) }) })
const response = z.object({ data: z.object({ id: z.string(), attributes: z.object({ responseBody: z.string() }) }).nullable() })

/** What App Store Connect takes; it counts as its own form does. */
const MOST = 5_970

function ask(
  ground: SocialGround,
  { settings: { api }, secret: key }: Account,
  path: string,
  { method = "GET", body }: { method?: "GET" | "POST" | "DELETE"; body?: unknown } = {},
): Promise<PlaceAnswer> {
  let token: string
  try {
    token = appStoreToken(key, ground.clock.now())
  } catch (error) {
    if (!(error instanceof BadKey)) throw error
    throw new PlaceTrouble("refused", "bad-key", "", { cause: error })
  }
  const headers = { authorization: `Bearer ${token}` }
  return askPlace(ground, new URL(path, api), { method, headers, ...(body === undefined ? {} : { body }), changes: method !== "GET" })
}

/** What stands under a review, with the number that it has; null: nothing. @throws PlaceTrouble */
async function responseTo(ground: SocialGround, account: Account, id: string): Promise<{ id: string; text: string } | null> {
  const answer = await ask(ground, account, `/v1/customerReviews/${encodeURIComponent(id)}/response`)
  if (answer.status === 404) {
    // There is no review, or no response: the review itself says which.
    const there = await ask(ground, account, `/v1/customerReviews/${encodeURIComponent(id)}`)
    if (there.status === 404) throw new PlaceTrouble("refused", "gone")
    if (there.status !== 200) throw troubleOf(ground, there, false)
    return null
  }
  const { data } = read(ground, answer, response)
  return data && { id: data.id, text: data.attributes.responseBody }
}

/** Answers to reviews in the App Store (developer.apple.com/documentation/appstoreconnectapi/customer-review-responses). */
export const appStore = oneAReview({
  kind: "app-store",
  settings,
  secret,
  at: z.string(),
  know: async (ground, account: Account) => {
    const { app: id } = account.settings
    const { name } = read(ground, await ask(ground, account, `/v1/apps/${id}?fields[apps]=name`), app).data.attributes
    const url = `https://apps.apple.com/app/id${id}`
    return { authorKey: url, handle: name, url, counting: { most: MOST, by: "units", bytes: null, link: null, shortNames: false } }
  },
  reaches: ({ app: id }, words) => heardAt("app-store", words, "app", id),
  locate: (_ground, _account, { key }) => key,
  standing: async (ground, account, id) => (await responseTo(ground, account, id))?.text ?? null,
  put: async (ground, account, id, text) => {
    const review = { data: { type: "customerReviews", id } }
    const data = { type: "customerReviewResponses", attributes: { responseBody: text }, relationships: { review } }
    read(ground, await ask(ground, account, "/v1/customerReviewResponses", { method: "POST", body: { data } }), response, true)
  },
  remove: async (ground, account, id) => {
    const standing = await responseTo(ground, account, id)
    if (!standing) return
    const path = `/v1/customerReviewResponses/${encodeURIComponent(standing.id)}`
    mustBeGone(ground, await ask(ground, account, path, { method: "DELETE" }))
  },
})
