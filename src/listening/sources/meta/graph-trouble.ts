import { z } from "zod"
import type { Judge } from "../ask-json.ts"
import { SourceTrouble, type TroubleCode } from "../source.ts"

const refusal = z.object({ error: z.object({ code: z.number(), error_subcode: z.number().nullish() }) })

const told = (code: TroubleCode, key: string): SourceTrouble => new SourceTrouble(code, { remark: { key } })

/** Too many calls: of the app, the user, the page, the account (developers.facebook.com/docs/graph-api/overview/rate-limiting). */
const LIMITS = new Set([4, 17, 32, 341, 368, 613])

/** What a refusal of the Graph API means (developers.facebook.com/docs/graph-api/guides/error-handling); its status is 400 for nearly all. */
export const graphTrouble: Judge = (_status, body) => {
  const code = refusal.safeParse(body).data?.error.code
  if (code === undefined) return null
  if (code === 190 || code === 102) return told("refused", "listening.remark.newKey")
  if (LIMITS.has(code) || (code >= 80_000 && code < 80_100)) return new SourceTrouble("throttled")
  if (code === 3 || code === 10 || (code >= 200 && code < 300)) return told("needs-approval", "listening.remark.metaPermission")
  if (code === 1 || code === 2) return new SourceTrouble("unreachable")
  return code === 100 || code === 803 ? told("unreadable", "listening.remark.metaAccount") : null
}
