import { z } from "zod"
import { mustBeGone, type PlaceAnswer, read, troubleOf } from "../ask-place.ts"
import { heardAt } from "../heard-at.ts"
import { PlaceTrouble, type SocialGround } from "../network.ts"
import { oneAReview } from "../one-a-review.ts"
import { askTrustpilot, type TrustpilotAccount, trustpilotSecret, trustpilotSettings } from "./ask.ts"

const business = z.object({ displayName: z.string(), name: z.object({ identifying: z.string() }).nullish() })
const review = z.object({
  businessUnit: z.object({ id: z.string() }).nullish(),
  companyReply: z.object({ text: z.string().catch("") }).nullish(),
})

/** Trustpilot names no limit; longer than that is no answer. */
const MOST = 10_000

/** The review that an address of Trustpilot's shows. */
const reviewIn = (url: string | null): string | null =>
  /^https:\/\/([a-z]{2}|www)\.trustpilot\.com\/reviews\/([0-9a-f]{24})([/?#]|$)/i.exec(url ?? "")?.[2] ?? null

async function standing(ground: SocialGround, account: TrustpilotAccount, id: string): Promise<string | null> {
  const answer = await askTrustpilot(ground, account, `/v1/private/reviews/${id}`)
  if (answer.status === 404) throw new PlaceTrouble("refused", "gone")
  const { businessUnit, companyReply } = read(ground, answer, review)
  if (businessUnit && businessUnit.id.toLowerCase() !== account.settings.business.toLowerCase())
    throw new PlaceTrouble("refused", "not-found-there")
  return companyReply?.text || null
}

const isAnswer = (answer: unknown): answer is PlaceAnswer => typeof answer === "object" && answer !== null && "status" in answer

function post(ground: SocialGround, account: TrustpilotAccount, id: string, message: string): Promise<PlaceAnswer> {
  const body = { authorBusinessUserId: account.settings.user, message }
  return askTrustpilot(ground, account, `/v1/private/reviews/${id}/reply`, { method: "POST", body })
}

/** Answers to reviews at Trustpilot (developers.trustpilot.com/service-reviews-api). */
export const trustpilot = oneAReview({
  kind: "trustpilot",
  settings: trustpilotSettings,
  secret: trustpilotSecret,
  at: z.string(),
  know: async (ground, account: TrustpilotAccount) => {
    const { business: id } = account.settings
    const { displayName, name } = read(ground, await askTrustpilot(ground, account, `/v1/business-units/${id}`), business)
    const allowed = await askTrustpilot(ground, account, `/v1/private/business-units/${id}/reviews?perPage=1`)
    if (allowed.status !== 200) throw troubleOf(ground, allowed, false)
    const url = `https://www.trustpilot.com/review/${name?.identifying ?? id}`
    return { authorKey: url, handle: displayName, url, counting: { most: MOST, by: "points", bytes: null, link: null, shortNames: false } }
  },
  reaches: ({ business: id }, words) => heardAt("trustpilot", words, "business", id) || reviewIn(words.url) !== null,
  locate: (_ground, _account, words) => (words.source === "trustpilot" ? words.key : (reviewIn(words.url) ?? words.key)),
  standing,
  put: async (ground, account, id, text) => {
    const answer = await post(ground, account, id, text)
    if (answer.status < 300) return
    const before = answer.status === 409 ? await standing(ground, account, id) : null
    if (before === null) throw troubleOf(ground, answer, true)
    // Where a reply stands it may take no other: that one makes way, and comes back if the new one isn't welcome.
    mustBeGone(ground, await askTrustpilot(ground, account, `/v1/private/reviews/${id}/reply`, { method: "DELETE" }))
    const again = await post(ground, account, id, text).catch((error: unknown) => error)
    if (isAnswer(again) && again.status < 300) return
    // Whatever went wrong: where the new one got through unseen, the place refuses the old one.
    await post(ground, account, id, before).catch(() => {}) // the next attempt finds nothing there, and needs nobody to make way
    throw isAnswer(again) ? troubleOf(ground, again, true) : again
  },
  remove: async (ground, account, id) =>
    mustBeGone(ground, await askTrustpilot(ground, account, `/v1/private/reviews/${id}/reply`, { method: "DELETE" })),
})
