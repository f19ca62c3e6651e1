import { graphRefusal } from "#places"
import type { Judge } from "../ask-json.ts"
import { SourceTrouble, type TroubleCode } from "../source.ts"

const told = (code: TroubleCode, key: string): SourceTrouble => new SourceTrouble(code, { remark: { key } })

/** What a refusal of the Graph API means to whoever reads. */
export const graphTrouble: Judge = (_status, body) => {
  const why = graphRefusal(body)
  if (why === "token") return told("refused", "listening.remark.newKey")
  if (why === "throttled") return new SourceTrouble("throttled")
  if (why === "permission") return told("needs-approval", "listening.remark.metaPermission")
  if (why === "away") return new SourceTrouble("unreachable")
  return why === "unknown-object" ? told("unreadable", "listening.remark.metaAccount") : null
}
