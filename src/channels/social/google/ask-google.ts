import { z } from "zod"
import { type Allowance, BadKey, googleRefusal, nextDayInCalifornia, refreshForm, type ServiceAccount, serviceForm } from "#places"
import { MINUTE } from "#platform"
import { askPlace, type Judge, type PlaceAnswer, read } from "../ask-place.ts"
import { complaintOf } from "../complaint.ts"
import { type Given, withToken } from "../kept-token.ts"
import { PlaceTrouble, type SocialGround } from "../network.ts"

const token = z.object({ access_token: z.string(), expires_in: z.number().catch(3_600) })

const judge: Judge = (answer, now) => {
  const { words } = complaintOf(answer)
  const why = googleRefusal(answer.status, answer.body)
  if (why === "not-approved") return new PlaceTrouble("refused", "approval", words)
  if (why === "too-fast") return new PlaceTrouble("deferred", "throttled", words, { until: new Date(now.getTime() + MINUTE) })
  if (why === "day-is-used-up") return new PlaceTrouble("deferred", "throttled", words, { until: nextDayInCalifornia(now) })
  return why === "not-allowed" ? new PlaceTrouble("refused", "forbidden", words) : null
}

/** With what Google is asked: a service account for a scope, or what somebody allowed. */
export type GoogleKey = { account: ServiceAccount; scope: string } | { allowed: Allowance }

function formOf(key: GoogleKey, now: Date): Record<string, string> {
  if ("allowed" in key) return refreshForm(key.allowed)
  try {
    return serviceForm(key.account, key.scope, now)
  } catch (error) {
    if (!(error instanceof BadKey)) throw error
    throw new PlaceTrouble("refused", "bad-key", "", { cause: error })
  }
}

async function tokenFor(ground: SocialGround, key: GoogleKey): Promise<Given> {
  const { token_uri } = "allowed" in key ? key.allowed : key.account
  const answer = await askPlace(ground, new URL(token_uri), { method: "POST", form: formOf(key, ground.clock.now()) })
  // What was allowed ended or was taken back, or the client isn't known (RFC 6749, § 5.2).
  if (answer.status === 400 || answer.status === 401) throw new PlaceTrouble("refused", "login", complaintOf(answer).words)
  const { access_token, expires_in } = read(ground, answer, token)
  return { token: access_token, seconds: expires_in }
}

export interface GoogleAsking {
  method?: "GET" | "POST" | "PUT" | "DELETE"
  query?: Record<string, string>
  body?: unknown
}

/** Asks one of Google's services. Gives whatever is answered. @throws PlaceTrouble */
export function askGoogle(
  ground: SocialGround,
  key: GoogleKey,
  api: string,
  path: string,
  { method = "GET", query = {}, body }: GoogleAsking = {},
): Promise<PlaceAnswer> {
  const url = new URL(path, api)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return withToken(
    ground,
    key,
    () => tokenFor(ground, key),
    (bearer) =>
      askPlace(ground, url, {
        method,
        headers: { authorization: `Bearer ${bearer}` },
        ...(body === undefined ? {} : { body }),
        changes: method !== "GET",
        judge,
      }),
  )
}
