import { askPlace, type PlaceAnswer } from "../ask-place.ts"
import type { OpenAccount, SocialGround } from "../network.ts"
import type { MastodonSecret, MastodonSettings } from "./settings.ts"

export type MastodonAccount = OpenAccount<MastodonSettings, MastodonSecret>

interface Asking {
  method?: "GET" | "POST" | "DELETE"
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: unknown
}

/** Asks the account's instance as the account. Gives whatever is answered. @throws PlaceTrouble */
export function askInstance(
  ground: SocialGround,
  { settings, secret }: MastodonAccount,
  path: string,
  asking: Asking = {},
): Promise<PlaceAnswer> {
  const { method = "GET", query = {}, headers = {}, body } = asking
  const url = new URL(path, settings.url)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return askPlace(ground, url, {
    method,
    headers: { authorization: `Bearer ${secret.token}`, ...headers },
    ...(body === undefined ? {} : { body }),
    changes: method !== "GET",
  })
}
