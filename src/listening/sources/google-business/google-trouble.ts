import { z } from "zod"
import type { Judge } from "../ask-json.ts"
import { SourceTrouble, type TroubleCode } from "../source.ts"

const refusal = z.object({
  error: z.object({
    status: z.string().nullish(),
    details: z.array(z.object({ reason: z.string().nullish(), metadata: z.record(z.string(), z.string()).nullish() }).loose()).catch([]),
  }),
})

const told = (code: TroubleCode, key: string): SourceTrouble => new SourceTrouble(code, { remark: { key } })

/**
 * Why Google refuses. A project whose application wasn't granted has the service switched off, or a quota of nothing a minute: no pause
 * helps there, only the approval (developers.google.com/my-business/content/prereqs).
 */
export const googleTrouble: Judge = (status, body) => {
  const error = refusal.safeParse(body).data?.error
  if (!error || (status !== 403 && status !== 429)) return null
  const isOff = error.details.some(({ reason }) => reason === "SERVICE_DISABLED" || reason === "ACCESS_NOT_CONFIGURED")
  const isNothing = error.details.some(({ metadata }) => metadata?.["quota_limit_value"] === "0")
  if (isOff || isNothing) return told("needs-approval", "listening.remark.googleApproval")
  return status === 403 && error.status === "PERMISSION_DENIED" ? told("refused", "listening.remark.googleNotManager") : null
}
