/** What the DNS must say for an address to take and send mail. */
export type Wanted = "mx" | "spf" | "dkim" | "dmarc"

/**
 * - right: it says what it must
 * - missing: it says nothing
 * - other: it says something else, which `why` explains
 * - unknown: nobody answered the question
 */
export type RecordState = "right" | "missing" | "other" | "unknown"

/** One record: what to put there, what is there, and what is wrong in a code. */
export interface CheckedRecord {
  wanted: Wanted
  type: "MX" | "TXT"
  name: string
  /** What to copy. */
  value: string
  /** What the DNS says today. */
  found: string[]
  state: RecordState
  why: Why | null
}

export type Why =
  | "mx.elsewhere"
  | "mx.null"
  | "spf.two"
  | "spf.not-included"
  | "spf.refuses-nobody"
  | "dkim.other-key"
  | "dkim.revoked"
  | "dmarc.two"
  | "dmarc.no-policy"
  | "dns.unreachable"

/** Answers DNS questions: MX as {exchange, priority}, TXT as pieces. Throws what node:dns throws. */
export interface DnsResolver {
  mx(name: string): Promise<{ exchange: string; priority: number }[]>
  txt(name: string): Promise<string[][]>
}
