import { createHash } from "node:crypto"
import type { FetchMessageObject, ImapFlow } from "imapflow"
import type { Spool } from "#platform"
import type { MailEnvelope } from "../envelope.ts"
import type { Mailbox } from "./tables.ts"

/** A mail that is in the spool now, or that was known by its content. */
export interface Taken {
  uid: number
  sha256: string
  /** Null when this mailbox has given the same bytes before, under another UIDVALIDITY. */
  spoolId: string | null
}

export interface TakeParts {
  spool: Pick<Spool, "accept">
  now: () => Date
  known: (sha256: string) => Promise<boolean>
}

/** A mail as it lies on the server, unmarked. */
export type Fetched = FetchMessageObject & { source: Buffer }

/** Null when it is gone: somebody else deleted or moved it meanwhile. */
export async function fetchMail(client: ImapFlow, uid: number): Promise<Fetched | null> {
  const found = await client.fetchOne(String(uid), { uid: true, source: true, internalDate: true }, { uid: true })
  return found && found.source ? { ...found, source: found.source } : null
}

/** Takes a fetched mail: into the spool, flushed. */
export async function takeMail(parts: TakeParts, mailbox: Mailbox, uidValidity: bigint, found: Fetched): Promise<Taken> {
  const sha256 = createHash("sha256").update(found.source).digest("hex")
  if (await parts.known(sha256)) return { uid: found.uid, sha256, spoolId: null }
  return { uid: found.uid, sha256, spoolId: await parts.spool.accept(envelopeOf(mailbox, uidValidity, found, parts.now()), found.source) }
}

/** The customer has waited since the mail came to that server, not since it was read there. */
function envelopeOf(mailbox: Mailbox, uidValidity: bigint, { uid, internalDate }: FetchMessageObject, now: Date): MailEnvelope {
  const arrived = internalDate === undefined ? now : new Date(internalDate)
  const sane = arrived.getTime() > Date.UTC(1990, 0) && arrived < now
  return {
    via: "imap",
    from: null,
    to: [],
    inbox: mailbox.inbox_id,
    source: `imap:${mailbox.id}/${uidValidity}/${uid}`,
    ip: null,
    helo: null,
    tls: null,
    at: (sane ? arrived : now).toISOString(),
  }
}
