import { createHmac } from "node:crypto"
import { z } from "zod"

/** What an app of Meta's asks with. */
export interface GraphKey {
  token: string
  appSecret: string
}

/** Where Meta's Graph API is asked, with token and proof. */
export function graphUrl(api: string, path: string, params: Readonly<Record<string, string | null>>, { token, appSecret }: GraphKey): URL {
  const url = new URL(`${api.replace(/\/$/, "")}/${path}`)
  for (const [name, value] of Object.entries(params)) if (value !== null) url.searchParams.set(name, value)
  url.searchParams.set("access_token", token)
  // With it a stolen token alone is worth nothing (developers.facebook.com/docs/graph-api/guides/secure-requests).
  url.searchParams.set("appsecret_proof", createHmac("sha256", appSecret).update(token).digest("hex"))
  return url
}

/** Meta says the same of what was deleted and of what isn't shown to this key. */
const notShown = z.object({ error: z.object({ code: z.literal(100), error_subcode: z.literal(33) }) })

/** Whether the Graph API says that it shows no object with this id. */
export const isNotShown = (body: unknown): boolean => notShown.safeParse(body).success

const refusal = z.object({ error: z.object({ code: z.number(), error_subcode: z.number().nullish() }) })

/** Too many calls: of the app, the user, the page, the account (developers.facebook.com/docs/graph-api/overview/rate-limiting). */
const LIMITS = new Set([4, 17, 32, 341, 368, 613])

/** What a refusal of the Graph API means (developers.facebook.com/docs/graph-api/guides/error-handling); its status is 400 for nearly all. */
export function graphRefusal(body: unknown): "token" | "throttled" | "permission" | "away" | "unknown-object" | null {
  const code = refusal.safeParse(body).data?.error.code
  if (code === undefined) return null
  if (code === 190 || code === 102) return "token"
  if (LIMITS.has(code) || (code >= 80_000 && code < 80_100)) return "throttled"
  if (code === 3 || code === 10 || (code >= 200 && code < 300)) return "permission"
  if (code === 1 || code === 2) return "away"
  return code === 100 || code === 803 ? "unknown-object" : null
}
