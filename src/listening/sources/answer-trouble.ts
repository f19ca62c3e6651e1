import { HOUR, MINUTE, type SafeResponse } from "#platform"
import { type Remark, SourceTrouble, type TroubleCode } from "./source.ts"

const LONGEST_WAIT = 24 * HOUR

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

/** Until when a source asks to be left alone: Retry-After, or the reset of its limit once nothing is left of it. */
export function waitOf({ status, headers }: Answer, now: Date): Date | null {
  const asked = headers.get("retry-after")
  if (asked) return momentOf(asked, now)
  const said = (what: string) =>
    ["x-ratelimit-", "ratelimit-", "x-rate-limit-"].map((name) => headers.get(name + what)).find(Boolean) ?? null
  const [left, reset] = [said("remaining"), said("reset")]
  return reset && (left === "0" || status === 429) ? momentOf(reset, now) : null
}

/** Seconds from now, seconds since 1970, or a date; at most a day ahead. */
function momentOf(written: string, now: Date): Date | null {
  const seconds = Number(written)
  const at = Number.isFinite(seconds) ? (seconds > 1e9 ? seconds * 1000 : now.getTime() + seconds * 1000) : Date.parse(written)
  if (Number.isNaN(at) || at <= now.getTime()) return null
  return new Date(Math.min(at, now.getTime() + LONGEST_WAIT))
}
