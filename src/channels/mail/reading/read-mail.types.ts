/** One address as it stood in a header: the name decoded and cleaned, the address in the case it was written in. */
export interface MailAddress {
  name: string
  address: string
}

/** The author of a mail (RFC 5322 § 3.6.2): `headers` and `addresses` say how many there were; one of each is the rule. */
export interface MailAuthor extends MailAddress {
  headers: number
  addresses: number
}

/** A file that came with a mail. `name` is cleaned for showing, never a path. `sha256` is hexadecimal, `size` in bytes. */
export interface MailAttachment {
  name: string
  type: string
  size: number
  sha256: string
  /** Content-ID without its angle brackets. */
  cid: string | null
  /** The sanitised HTML shows it (`data-cid`); any other file is listed beside the text. */
  inline: boolean
  content: Uint8Array<ArrayBuffer>
}

/** Whether a machine wrote the mail without anybody's intent; `why` is a stable code, null when a person wrote. */
export interface AutomaticMail {
  is: boolean
  why: string | null
}

export type BounceKind = "none" | "bounce" | "delay" | "complaint" | "autoreply"

/** What became of one recipient: `status` as in RFC 3463 (`5.1.1`), `replyCode` as in RFC 5321 (`550`), empty when unknown. */
export interface BouncedRecipient {
  address: string
  status: string
  replyCode: string
  reason: string
  hard: boolean
}

export interface Bounce {
  kind: BounceKind
  recipients: BouncedRecipient[]
}

/** An event found in a `text/calendar` part (RFC 5545). Times are ISO 8601, local times without a zone stay without one. */
export interface MailEvent {
  method: string
  uid: string
  summary: string
  start: string | null
  end: string | null
  location: string
}

/** A mail as Vigie reads it. Plain data: it can be cloned between threads and, but for the attachments' bytes, printed as JSON. */
export interface ReadMail {
  /** With its angle brackets. */
  messageId: string | null
  /** ISO 8601, UTC. */
  date: string | null
  subject: string
  from: MailAuthor | null
  sender: MailAddress | null
  replyTo: MailAddress[]
  to: MailAddress[]
  cc: MailAddress[]
  inReplyTo: string | null
  references: string[]
  /** The envelope sender; an empty string is the null return path `<>`, null means that the header is absent. */
  returnPath: string | null
  /** Everything readable, in reading order. */
  text: string
  /** Sanitised; null when the mail has no HTML, or none that could be shown. */
  html: string | null
  newText: string
  quoted: string
  signature: string
  attachments: MailAttachment[]
  events: MailEvent[]
  automatic: AutomaticMail
  bounce: Bounce
  /** Stable codes; the words room turns them into sentences. */
  warnings: string[]
}

/** Why a mail could not be read whole. */
export type UnreadableReason =
  | "too-large"
  | "too-many-parts"
  | "too-deep"
  | "headers-too-large"
  | "too-many-addresses"
  | "timeout"
  | "memory"
  | "crashed"
