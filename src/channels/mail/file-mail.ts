import { openAddresses, receive, type Received } from "#conversations"
import { type Blobs, type Database, failpoint, type Keys, type Spool, type Spooled } from "#platform"
import { type MailEnvelope, readEnvelope } from "./envelope.ts"
import { incomingOf, keepFiles, type Understood } from "./filing/incoming.ts"
import type { Connection, MailAuthentication } from "./reading/authenticate.types.ts"
import { fallbackMail } from "./reading/fallback.ts"
import type { ReadMail } from "./reading/read-mail.types.ts"

/** What filing leans on. Reading and checking are given, so that tests choose the network they meet. */
export interface FilingParts {
  db: Database
  keys: Keys
  blobs: Blobs
  spool: Spool
  /** `returnPath`: the envelope's sender, which the bytes rarely carry. */
  read: (raw: Buffer, options: { returnPath?: string }) => Promise<ReadMail>
  authenticate: (raw: Buffer, mail: ReadMail, connection: Connection | null) => Promise<MailAuthentication>
}

/** No inbox is open at all: the mail waits in the spool until there is one. */
export class NoInbox extends Error {
  override readonly name = "NoInbox"
}

/**
 * Files one spooled mail: original and files kept by their hash, read, its sender checked, and all of it told to conversations in one
 * transaction; then the spool forgets it. Killed between any two steps it can be called again: blobs are kept by content, and the
 * arrival is filed once by its name.
 * @throws TornSpool when the spooled file is not as it was written, NoInbox when there is nowhere to file it.
 */
export async function fileMail(parts: FilingParts, spoolId: string, options: { unread?: boolean } = {}): Promise<Received> {
  const spooled = await parts.spool.read(spoolId)
  const understood = await understand(parts, spooled, options.unread ?? false)
  failpoint("after-blob")
  const received = await parts.db.transact(async (tx) => {
    const incoming = incomingOf(understood, await openAddresses(tx, "mail"))
    if (!incoming) throw new NoInbox(spoolId)
    failpoint("in-transaction")
    const done = await receive(tx, parts.keys, incoming)
    failpoint("before-commit")
    return done
  })
  failpoint("after-commit")
  failpoint("before-spool-done")
  await parts.spool.done(spoolId)
  return received
}

/** With `unread` its content isn't looked into: only what the first lines of its header say. For a mail that nothing else can be done with. */
async function understand(parts: FilingParts, spooled: Spooled, unread: boolean): Promise<Understood> {
  const { content } = spooled
  const envelope = readEnvelope(spooled.envelope)
  const original = await parts.blobs.keep(content)
  const mail = unread
    ? { ...fallbackMail(content, "crashed"), replyTo: [], to: [], cc: [], references: [] }
    : await parts.read(content, envelope.from === null ? {} : { returnPath: envelope.from })
  const proof = await parts.authenticate(content, mail, connectionOf(envelope))
  return { spooled, envelope, original, mail, proof, files: await keepFiles(parts.blobs, mail) }
}

function connectionOf({ via, ip, helo, from }: MailEnvelope): Connection | null {
  return via === "smtp" && ip ? { ip, helo: helo ?? "", sender: from ?? "" } : null
}
