import { z } from "@hono/zod-openapi"
import { APP_PACKAGE } from "#places"
import { read, troubleOf } from "../ask-place.ts"
import { askGoogle, type GoogleAsking } from "../google/ask-google.ts"
import { accountIn, keyFile } from "../google/google-key.ts"
import { heardAt } from "../heard-at.ts"
import { type OpenAccount, PlaceTrouble, type SocialGround } from "../network.ts"
import { oneAReview } from "../one-a-review.ts"
import { serverSetting } from "../server-setting.ts"

const settings = z.strictObject({
  /** The app's package: `com.example.app`. */
  app: z.string().trim().regex(APP_PACKAGE, "listening.source.badApp").max(200),
  api: serverSetting("https://androidpublisher.googleapis.com"),
})
type Account = OpenAccount<z.infer<typeof settings>, z.infer<typeof keyFile>>

const SCOPE = "https://www.googleapis.com/auth/androidpublisher"
const review = z.object({
  reviewId: z.string(),
  comments: z.array(z.object({ developerComment: z.object({ text: z.string().catch("") }).nullish() }).loose()).catch([]),
})
const replied = z.object({ result: z.object({ replyText: z.string().catch("") }) })

function ask(ground: SocialGround, { settings: { app, api }, secret }: Account, rest: string, asking: GoogleAsking = {}) {
  const account = accountIn(secret.keyFile)
  if (!account) throw new PlaceTrouble("refused", "bad-key")
  return askGoogle(ground, { account, scope: SCOPE }, api, `/androidpublisher/v3/applications/${app}/reviews${rest}`, asking)
}

/** The review that an address of the Play Store shows. */
function reviewIn(app: string, url: string | null): string | null {
  const at = url === null ? null : URL.parse(url)
  return at?.hostname === "play.google.com" && at.searchParams.get("id") === app ? at.searchParams.get("reviewId") : null
}

/** Answers to reviews on Google Play (developers.google.com/android-publisher/reply-to-reviews). Nothing of the API deletes one. */
export const googlePlay = oneAReview({
  kind: "google-play",
  settings,
  secret: keyFile,
  at: z.string(),
  know: async (ground, account: Account) => {
    const { app } = account.settings
    const answer = await ask(ground, account, "", { query: { maxResults: "1" } })
    if (answer.status !== 200) throw troubleOf(ground, answer, false)
    const url = `https://play.google.com/store/apps/details?id=${app}`
    // “Replies of more than approximately 350 characters will be rejected.”
    return { authorKey: url, handle: app, url, counting: { most: 350, by: "points", bytes: null, link: null, shortNames: false } }
  },
  reaches: ({ app }, words) => heardAt("google-play", words, "app", app) || reviewIn(app, words.url) !== null,
  locate: (_ground, { settings: { app } }, words) => (words.source === "google-play" ? words.key : (reviewIn(app, words.url) ?? words.key)),
  standing: async (ground, account, id) => {
    const answer = await ask(ground, account, `/${encodeURIComponent(id)}`)
    if (answer.status === 404) throw new PlaceTrouble("refused", "gone")
    const { comments } = read(ground, answer, review)
    return comments.find(({ developerComment }) => developerComment?.text)?.developerComment?.text ?? null
  },
  put: async (ground, account, id, text) => {
    const answer = await ask(ground, account, `/${encodeURIComponent(id)}:reply`, { method: "POST", body: { replyText: text } })
    read(ground, answer, replied, true)
  },
})
