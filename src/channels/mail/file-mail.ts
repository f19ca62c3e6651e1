import { openAddresses, receiveAll, type Received } from "#conversations"
import { type Blobs, type Database, failpoint, type Keys, type Spool } from "#platform"
import { incomingOf, type Understood } from "./filing/incoming.ts"
import type { KnownDomains } from "./filing/known-domains.ts"
import { understand } from "./filing/understand.ts"
import type { Connection, MailAuthentication } from "./reading/authenticate.types.ts"
import type { ReadMail } from "./reading/read-mail.types.ts"

/** What filing leans on. Reading and checking are given, so that tests choose the network they meet. */
export interface FilingParts {
  db: Database
  keys: Keys
  blobs: Blobs
  spool: Spool
  /** `returnPath`: the envelope's sender, which the bytes rarely carry. */
  read: (raw: Buffer, options: { returnPath?: string }) => Promise<ReadMail>
  /** Whom a stranger may imitate. */
  domains: Pick<KnownDomains, "warn">
  authenticate: (raw: Buffer, mail: ReadMail, connection: Connection | null) => Promise<MailAuthentication>
}

/** No inbox is open at all: the mail waits in the spool until there is one. */
export class NoInbox extends Error {
  override readonly name = "NoInbox"
}

/**
 * Files one spooled mail. Killed between any two steps it can be called again: blobs are kept by content, and the arrival is filed once by
 * its name.
 * @throws TornSpool when the spooled file is not as it was written, NoInbox when there is nowhere to file it.
 */
export async function fileMail(parts: FilingParts, spoolId: string): Promise<Received> {
  const [received] = await fileMails(parts, [await understand(parts, spoolId)])
  return received!
}

/**
 * Tells conversations of mails that were understood, all in one transaction; then the spool forgets them. One that can't be filed keeps
 * all of them from being filed.
 * @throws NoInbox when there is nowhere to file one of them.
 */
export async function fileMails(parts: FilingParts, mails: readonly Understood[]): Promise<Received[]> {
  const received = await parts.db.transact(async (tx) => {
    const addresses = await openAddresses(tx, "mail")
    const incomings = mails.map((mail) => {
      const incoming = incomingOf(mail, addresses)
      if (!incoming) throw new NoInbox(mail.id)
      return incoming
    })
    failpoint("in-transaction")
    const done = await receiveAll(tx, parts.keys, incomings)
    failpoint("before-commit")
    return done
  })
  failpoint("after-commit")
  for (const { id } of mails) {
    failpoint("before-spool-done")
    await parts.spool.done(id)
  }
  return received
}
