import { googleRefusal } from "#places"
import type { Judge } from "../ask-json.ts"
import { SourceTrouble, type TroubleCode } from "../source.ts"

const told = (code: TroubleCode, key: string): SourceTrouble => new SourceTrouble(code, { remark: { key } })

/** Why Google refuses, where it says more than its status does. */
export const googleTrouble: Judge = (status, body) => {
  const why = googleRefusal(status, body)
  if (why === "not-approved") return told("needs-approval", "listening.remark.googleApproval")
  if (why === "too-fast") return new SourceTrouble("throttled")
  return why === "not-allowed" ? told("refused", "listening.remark.googleNotManager") : null
}
