import type { Allowance } from "#places"
import type { PlaceAnswer } from "../ask-place.ts"
import { askGoogle, type GoogleAsking } from "../google/ask-google.ts"
import type { OpenAccount, SocialGround } from "../network.ts"
import type { BusinessSettings } from "./settings.ts"

export type BusinessAccount = OpenAccount<BusinessSettings, Allowance>

/** Asks one of the two services of Google Business Profile. @throws PlaceTrouble */
export function askBusiness(
  ground: SocialGround,
  { settings, secret }: BusinessAccount,
  which: "api" | "information",
  path: string,
  asking: GoogleAsking = {},
): Promise<PlaceAnswer> {
  return askGoogle(ground, { allowed: secret }, settings[which], path, asking)
}
