import { z } from "zod"
import type { AnsweredWords } from "#conversations"
import { read, troubleOf } from "../ask-place.ts"
import { defineNetwork, PlaceTrouble, type SocialGround } from "../network.ts"
import { askInstance, type MastodonAccount } from "./ask.ts"
import { composeStatus, fixedStatus } from "./compose-status.ts"
import { findStatus } from "./find-status.ts"
import { mastodonSecret, mastodonSettings } from "./settings.ts"

const ourselves = z.object({ id: z.string(), acct: z.string(), url: z.string() })
const limits = z.object({
  configuration: z.object({
    statuses: z.object({ max_characters: z.number().int().positive(), characters_reserved_per_url: z.number().int().positive().catch(23) }),
  }),
})
const scopes = z.object({ scopes: z.array(z.string()) })
const status = z.object({ id: z.string(), url: z.string().nullish().catch(null), uri: z.string() })
const placed = z.object({ id: z.string() })

/** Statuses of Mastodon and its kin, written on the instance that keeps the account. */
export const mastodon = defineNetwork({
  kind: "mastodon",
  settings: mastodonSettings,
  secret: mastodonSecret,
  know: async (ground, account: MastodonAccount) => {
    const { acct, url } = read(ground, await askInstance(ground, account, "/api/v1/accounts/verify_credentials"), ourselves)
    await requireWriting(ground, account)
    const { configuration } = read(ground, await askInstance(ground, account, "/api/v2/instance"), limits)
    const { max_characters, characters_reserved_per_url } = configuration.statuses
    return {
      authorKey: url,
      handle: `@${acct}@${new URL(url).hostname}`,
      url,
      counting: { most: max_characters, by: "signs", bytes: null, link: characters_reserved_per_url, shortNames: true },
    }
  },
  reaches: (_settings, words) => isStatus(words),
  // Who isn't named isn't told.
  opening: (settings, { handle }) => (handle ? `@${nameFrom(settings.url, handle)} ` : ""),
  compose: composeStatus,
  send: async (ground, account, fixed) => {
    const { key, author: _, since: __, ...body } = fixedStatus.parse(fixed)
    const answer = await askInstance(ground, account, "/api/v1/statuses", { method: "POST", headers: { "idempotency-key": key }, body })
    const { id, url, uri } = read(ground, answer, status, true)
    return { place: { id }, url: url ?? uri }
  },
  look: findStatus,
  takeBack: async (ground, account, place) => {
    const { id } = placed.parse(place)
    const answer = await askInstance(ground, account, `/api/v1/statuses/${encodeURIComponent(id)}`, { method: "DELETE" })
    if (answer.status !== 404 && (answer.status < 200 || answer.status >= 300)) throw troubleOf(ground, answer, true)
  },
})

/** Instances that tell what a token may do (4.3 and newer) are believed; of others it is seen when something is written. */
async function requireWriting(ground: SocialGround, account: MastodonAccount): Promise<void> {
  const { data } = scopes.safeParse((await askInstance(ground, account, "/api/v1/apps/verify_credentials")).body)
  if (data && !data.scopes.some((scope) => scope === "write" || scope === "write:statuses")) throw new PlaceTrouble("refused", "scope")
}

/** Heard by a source of this kind, or an address as instances write them. */
const isStatus = ({ source, url }: AnsweredWords): boolean =>
  source === "mastodon" || /^https:\/\/[^/]+\/(@[^/]+\/\d+|users\/[^/]+\/statuses\/\d+|notice\/\w+|notes\/\w+)([/?#]|$)/.test(url ?? "")

/** Names of our own instance are said without it. */
function nameFrom(instance: string, handle: string): string {
  const bare = handle.replace(/^@/, "")
  return bare.endsWith(`@${new URL(instance).hostname}`) ? bare.slice(0, bare.lastIndexOf("@")) : bare
}
