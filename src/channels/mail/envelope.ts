import type { Envelope } from "#platform"

/** How a mail came in, as the spool keeps it beside the bytes. Written once, read by the filing. */
export interface MailEnvelope extends Envelope {
  via: "smtp" | "imap" | "import"
  /** Envelope sender; empty for the null sender, null where there was no envelope. */
  from: string | null
  to: readonly string[]
  /** The one inbox it is for, where the source says so (a mailbox read by IMAP); otherwise the recipients do. */
  inbox: string | null
  /** Names the arrival at its source, so that the same one taken twice is filed once; the spool's id where the source has no names. */
  source: string | null
  ip: string | null
  helo: string | null
  /** TLS version and cipher, null in clear text. */
  tls: string | null
  /** When it was accepted, ISO 8601. */
  at: string
}

/** What the spool gives back, checked: the file may be older than the program. */
export function readEnvelope(envelope: Envelope): MailEnvelope {
  const text = (name: string) => {
    const value = envelope[name]
    return typeof value === "string" ? value : null
  }
  const via = text("via")
  const to = envelope["to"]
  return {
    via: via === "imap" || via === "import" ? via : "smtp",
    from: text("from"),
    to: Array.isArray(to) ? to.map(String) : [],
    inbox: text("inbox"),
    source: text("source"),
    ip: text("ip"),
    helo: text("helo"),
    tls: text("tls"),
    at: text("at") ?? new Date(0).toISOString(),
  }
}
