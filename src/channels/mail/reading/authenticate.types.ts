/** Whether the author is who they say: `failed` means that their domain asks others to mistrust this mail. */
export type Identity = "verified" | "unverified" | "failed"

/** The outcome of a check in the words of RFC 8601, or `not-checked`. */
export type CheckResult = string

export interface DkimCheck {
  domain: string
  selector: string
  result: CheckResult
  /** The signing domain belongs to the author's, as DMARC sees it. */
  aligned: boolean
}

export interface DmarcCheck {
  result: CheckResult
  /** The policy that applies: none, quarantine or reject; null when the domain publishes none. */
  policy: string | null
  /** The organizational domain. */
  domain: string | null
}

export interface MailAuthentication {
  spf: CheckResult
  dkim: DkimCheck[]
  dmarc: DmarcCheck
  arc: CheckResult
  /** The domain that SPF or DKIM proved and that is aligned with the author's. */
  alignedDomain: string | null
  identity: Identity
  /** Stable codes, the decisive one first. */
  reasons: string[]
}

/** Where a mail came from, as the intake saw it; without it (a mail fetched over IMAP) SPF can't be checked. */
export interface Connection {
  ip: string
  helo: string
  /** The envelope sender, empty for the null return path. */
  sender: string
}

/** Asks the DNS instead of `dns.promises.resolve`: a cache, or an answer book in tests. */
export type Resolver = (name: string, rrtype: string) => Promise<string[][] | string[]>
