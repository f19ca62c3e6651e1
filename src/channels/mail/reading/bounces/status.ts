import { cleanLine } from "#markup"

export interface StatusMeaning {
  reason: string
  /** The address will never take mail: writing to it again is useless and harmful. */
  hard: boolean
}

/** Enhanced status codes (RFC 3463, RFC 5248 and the IANA registry) whose reason is sure; the leading 5 is permanent. */
const REASONS = new Map<string, string>([
  ["1.0", "address"],
  ["1.1", "user-unknown"],
  ["1.2", "host-unknown"],
  ["1.3", "user-unknown"],
  ["1.6", "moved"],
  ["1.8", "rejected"],
  ["1.10", "host-unknown"],
  ["2.1", "disabled"],
  ["2.2", "mailbox-full"],
  ["2.3", "too-big"],
  ["3.4", "too-big"],
  ["4.1", "network"],
  ["4.4", "host-unknown"],
  ["4.7", "expired"],
  ["7.1", "refused"],
  ["7.26", "authentication"],
])
const HARD = new Set(["1.1", "1.2", "1.3", "1.6", "1.10"])

/** What a status and its diagnostic mean; `hard` only where the code alone is proof. */
export function statusMeaning(status: string, diagnostic: string): StatusMeaning {
  const [kind, ...rest] = status.split(".")
  const detail = rest.join(".")
  const reason = REASONS.get(detail) ?? cleanLine(diagnostic).slice(0, 200)
  return { reason, hard: kind === "5" && HARD.has(detail) }
}
