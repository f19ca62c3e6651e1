/** Somebody as a message names them. */
export interface Person {
  name: string
  address: string
}

/** A file of a message. Its bytes are in the blobs before the message is filed. */
export interface MessageFile {
  name: string
  type: string
  size: number
  sha256: string
  contentId: string | null
  inline: boolean
}

/** What was found out about a sender; codes, for the desk to put into words. */
export interface Proof {
  spf?: string
  dkim?: string[]
  dmarc?: string
  arc?: string
  reasons?: string[]
}

export type IdentityState = "verified" | "unverified" | "failed"

export interface BounceReport {
  kind: "bounce" | "delay" | "complaint" | "autoreply"
  recipients: { address: string; status: string; replyCode: string; reason: string; hard: boolean }[]
}

/** A message from outside in the one shape that every channel gives it. */
export interface Incoming {
  channel: string
  /** Names this arrival: the same one filed twice is filed once. Spool id, or account/folder/uidvalidity/uid. */
  sourceKey: string
  via: "smtp" | "imap" | "import"
  inboxIds: string[]
  /** Reply tokens found in the addresses it was sent to. */
  tokens: string[]
  envelope: { from: string | null; to: string[]; ip?: string; helo?: string }
  original: string
  size: number
  /** What the same message has in common wherever it was delivered; null when nothing tells two alike messages apart. */
  contentKey: string | null
  messageId: string | null
  inReplyTo: string | null
  references: string[]
  /** The one author, or null when there isn't exactly one. */
  from: Person | null
  /** Whom it names as its author, proven or not, one or the first of several: to be shown, never believed. */
  claimed: Person | null
  replyTo: Person[]
  to: Person[]
  cc: Person[]
  subject: string
  text: string
  newText: string
  quoted: string
  signature: string
  html: string | null
  identity: IdentityState
  proof: Proof
  warnings: string[]
  /** Why it counts as automatic, or null. */
  automatic: string | null
  bounce: BounceReport | null
  calendar: unknown[]
  files: MessageFile[]
  writtenAt: Date | null
  receivedAt: Date
}

/** An answer before it has bytes. */
export interface Outgoing {
  /** Fixed by conversations: signed, so that an answer to it can be recognised. Angle brackets included. */
  messageId: string
  from: Person
  /** Keyed: whatever is sent there comes back to this conversation. Also the envelope's sender, unless automatic. */
  replyTo: string
  to: Person[]
  cc: Person[]
  subject: string
  text: string
  html: string | null
  signature: string
  /** The message answered, when its words are to be quoted below. */
  quote: { at: Date; from: Person; text: string } | null
  inReplyTo: string | null
  references: string[]
  files: MessageFile[]
  language: "en" | "fr"
  date: Date
  /** An acknowledgement and its like: marked as such, with a null envelope sender, so that no machine answers it. */
  automatic: boolean
}

/** The exact bytes and envelope, never decided again. */
export interface Composed {
  bytes: Buffer
  mailFrom: string
  recipients: string[]
}

/** What a channel sends: as composed, read back from the blobs. */
export interface SealedOutgoing extends Composed {
  outboxId: string
  messageId: string
}

/** What became of one attempt. `answer` holds the other side's own words. */
export interface Outcome {
  kind: "sent" | "refused" | "deferred" | "uncertain" | "unreachable"
  answer: string
}

/**
 * The port that mail, and every later channel, implements. Mail's shapes stand where none are named; a channel that speaks in the open has
 * its own (public-channel.ts).
 */
export interface Channel<Said = Outgoing, Fixed = Composed, Sealed = SealedOutgoing, Became = Outcome> {
  kind: string
  /** Whether anything can leave now; a code when not ("no-relay"): messages are held and say so. */
  heldBecause(): string | null
  /** Fixes what will be sent, to the letter; it is kept before anything leaves, and never decided again. */
  compose(said: Said): Promise<Fixed>
  /** One attempt. Never throws: a failure of the outside world is data. */
  send(sealed: Sealed, signal: AbortSignal): Promise<Became>
}
