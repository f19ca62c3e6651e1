import { z } from "zod"
import { MINUTE } from "#platform"
import { askPlace, type Judge, type PlaceAnswer, read } from "../ask-place.ts"
import { complaintOf } from "../complaint.ts"
import { type Given, withToken } from "../kept-token.ts"
import { type OpenAccount, PlaceTrouble, type SocialGround } from "../network.ts"
import type { LemmySecret, LemmySettings } from "./settings.ts"

export type LemmyAccount = OpenAccount<LemmySettings, LemmySecret>

const login = z.object({ jwt: z.string() })
/** Good for weeks; a day is asked for. */
const DAY_IN_SECONDS = 86_400

/** Refusals of Lemmy say why in one word (lemmy: crates/utils/src/error.rs). */
const WHY: Readonly<Record<string, string>> = {
  incorrect_login: "login",
  couldnt_find_that_username_or_email: "login",
  not_logged_in: "login",
  missing_totp_token: "two-factor",
  incorrect_totp_token: "two-factor",
  email_not_verified: "suspended",
  site_ban: "suspended",
  banned: "suspended",
  banned_from_community: "blocked",
  person_is_blocked: "blocked",
  locked: "replies-closed",
  deleted: "gone",
  couldnt_find_post: "gone",
  couldnt_find_comment: "gone",
  not_found: "gone",
  couldnt_find_object: "not-found-there",
  invalid_body_field: "too-long",
}

const judge: Judge = (answer, now) => {
  const { error, words } = complaintOf(answer)
  if (error === "rate_limit_error") return new PlaceTrouble("deferred", "throttled", words, { until: new Date(now.getTime() + 5 * MINUTE) })
  const code = WHY[error]
  // A token that has run out is renewed first.
  return code && error !== "not_logged_in" && error !== "incorrect_login" ? new PlaceTrouble("refused", code, words) : null
}

async function signIn(ground: SocialGround, { settings, secret }: LemmyAccount): Promise<Given> {
  const body = { username_or_email: settings.user, password: secret.password }
  const answer = await askPlace(ground, new URL("/api/v3/user/login", settings.url), { method: "POST", body, judge })
  if (answer.status === 400 || answer.status === 401) throw new PlaceTrouble("refused", "login", complaintOf(answer).words)
  return { token: read(ground, answer, login).jwt, seconds: DAY_IN_SECONDS }
}

/** Asks the account's instance as the account. Gives whatever is answered. @throws PlaceTrouble */
export function askLemmy(
  ground: SocialGround,
  account: LemmyAccount,
  path: string,
  { query = {}, body }: { query?: Record<string, string>; body?: unknown } = {},
): Promise<PlaceAnswer> {
  const url = new URL(`/api/v3/${path}`, account.settings.url)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const { settings, secret } = account
  return withToken(
    ground,
    [settings.url, settings.user, secret],
    () => signIn(ground, account),
    (token) =>
      askPlace(ground, url, {
        method: body === undefined ? "GET" : "POST",
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body }),
        changes: body !== undefined,
        judge,
      }),
  )
}
