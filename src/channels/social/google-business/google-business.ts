import { z } from "zod"
import { originalOf } from "#places"
import { mustBeGone, read } from "../ask-place.ts"
import { allowance } from "../google/google-key.ts"
import { heardAt } from "../heard-at.ts"
import { PlaceTrouble } from "../network.ts"
import { oneAReview } from "../one-a-review.ts"
import { askBusiness, type BusinessAccount } from "./ask.ts"
import { locationsOf } from "./locations.ts"
import { businessSettings } from "./settings.ts"

const review = z.object({ reviewReply: z.object({ comment: z.string().catch("") }).nullish() })
const reply = z.object({ comment: z.string().catch("") })

/** So many locations are asked for a review of which isn't known where it stands. */
const MOST_ASKED = 50

const path = (name: string, rest = ""): string => `/v4/${name}${rest}`

/** Answers to reviews on Google Maps and Search (developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews). */
export const googleBusiness = oneAReview({
  kind: "google-business",
  settings: businessSettings,
  secret: allowance,
  /** `accounts/1/locations/2/reviews/3`. */
  at: z.string(),
  know: async (ground, account: BusinessAccount) => {
    const [first, second] = await locationsOf(ground, account, 1)
    if (!first) throw new PlaceTrouble("refused", "no-location")
    const name = `accounts/${account.settings.account}`
    const handle = (second ? null : first.title) ?? name
    // A reply takes 4096 bytes.
    return { authorKey: name, handle, url: null, counting: { most: 4096, by: "bytes", bytes: null, link: null, shortNames: false } }
  },
  reaches: ({ account }, words) => heardAt("google-business", words, "account", account),
  locate: async (ground, account, { key, url }) => {
    const locations = await locationsOf(ground, account)
    // The one that the review was heard at, first.
    const ordered = locations.toSorted((a, b) => Number(b.metadata?.mapsUri === url) - Number(a.metadata?.mapsUri === url))
    let refused: PlaceTrouble | null = null
    for (const { name } of ordered.slice(0, MOST_ASKED)) {
      const at = `accounts/${account.settings.account}/${name}/reviews/${encodeURIComponent(key)}`
      try {
        const answer = await askBusiness(ground, account, "api", path(at))
        if (answer.status === 404) continue
        read(ground, answer, review)
        return at
      } catch (error) {
        // One location that isn't verified, or is somebody else's, hides none of the others.
        if (!(error instanceof PlaceTrouble) || error.trouble.code !== "forbidden") throw error
        refused = error
      }
    }
    throw refused ?? new PlaceTrouble("refused", "gone")
  },
  standing: async (ground, account, at) => {
    const answer = await askBusiness(ground, account, "api", path(at))
    if (answer.status === 404) throw new PlaceTrouble("refused", "gone")
    const shown = read(ground, answer, review).reviewReply?.comment
    return shown ? originalOf(shown) : null
  },
  put: async (ground, account, at, text) => {
    const answer = await askBusiness(ground, account, "api", path(at, "/reply"), { method: "PUT", body: { comment: text } })
    read(ground, answer, reply, true)
  },
  remove: async (ground, account, at) =>
    mustBeGone(ground, await askBusiness(ground, account, "api", path(at, "/reply"), { method: "DELETE" })),
})
