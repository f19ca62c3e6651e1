import { waitOf } from "#places"
import { MINUTE, type SafeResponse } from "#platform"
import { type Remark, SourceTrouble, type TroubleCode } from "./source.ts"

/** What an answer says besides its status. */
type Answer = Pick<SafeResponse, "status" | "headers">

/** Why an answer is none (RFC 9110, RFC 6585); null where it is one, or says that nothing changed. */
export function answerTrouble(answer: Answer, now: Date): SourceTrouble | null {
  const { status } = answer
  if ((status >= 200 && status < 300) || status === 304) return null
  const until = waitOf(answer, now)
  if (status === 429) return new SourceTrouble("throttled", { until: until ?? new Date(now.getTime() + 15 * MINUTE) })
  if (until && (status === 503 || status === 403)) return new SourceTrouble("throttled", { until })
  return new SourceTrouble(CODES[status] ?? (status < 500 ? "unreadable" : "unreachable"), { until, remark: remarkOf(status) })
}

const CODES: Readonly<Record<number, TroubleCode>> = {
  401: "refused",
  408: "unreachable",
  425: "unreachable",
  403: "refused",
  402: "needs-approval",
  404: "unreadable",
  410: "gone",
  451: "refused",
}

/** Those that have a sentence of their own say it. */
const remarkOf = (status: number): Remark | null =>
  [401, 403, 402, 410, 451].includes(status) ? null : { key: "listening.trouble.status", values: { status } }
