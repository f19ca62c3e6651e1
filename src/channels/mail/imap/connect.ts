import { lookup } from "node:dns/promises"
import type { ConnectionOptions } from "node:tls"
import { isIP } from "node:net"
import type { ImapFlow } from "imapflow"
import { isAllowed, type Keys, openSecret, type PrivateRanges, SECOND } from "#platform"
import { MailboxFailure } from "./problem.ts"
import type { Mailbox } from "./tables.ts"

/** What it takes to reach a mailbox. */
export interface MailboxAccess {
  keys: Keys
  /** Which addresses beside the public ones may be reached. */
  allowed: PrivateRanges
  /** For a certificate authority of one's own. */
  tls?: ConnectionOptions
  timeoutMs?: number
}

/** A larger mail than this is not asked for in one piece. */
const MOST_LITERAL = 160_000_000

/**
 * Opens a session with a mailbox's server, signed in. The name is looked up here and the connection made to an address that was
 * checked, so that it can't mean one thing to the check and another to the connection.
 * @throws MailboxFailure, or what the library and the network throw; `explain` reads them.
 */
export async function openMailbox({ keys, allowed, tls, timeoutMs = 20 * SECOND }: MailboxAccess, mailbox: Mailbox): Promise<ImapFlow> {
  const address = await checkedAddress(mailbox.host, allowed)
  const { ImapFlow: Client } = await import("imapflow")
  const client = new Client({
    host: address,
    port: mailbox.port,
    // Without a name (the host is an address) the certificate must be for the address.
    ...(isIP(mailbox.host) ? {} : { servername: mailbox.host }),
    secure: mailbox.security === "tls",
    ...(mailbox.security === "tls" ? {} : { doSTARTTLS: mailbox.security === "starttls" }),
    auth: { user: mailbox.username, pass: passwordOf(keys, mailbox) },
    clientInfo: { name: "Vigie" },
    tls: { ...tls },
    logger: false,
    disableAutoIdle: true,
    // Mails of spam waves or by hostile servers: nothing larger than this is held in memory.
    maxLiteralSize: MOST_LITERAL,
    maxResponseSize: MOST_LITERAL + 1_000_000,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
  })
  client.on("error", () => {}) // the call under way rejects, or "close" says it
  try {
    await client.connect()
  } catch (error) {
    client.close()
    throw error
  }
  return client
}

async function checkedAddress(host: string, allowed: PrivateRanges): Promise<string> {
  const found = isIP(host) ? [{ address: host }] : await lookup(host, { all: true })
  if (!allowed.names(host) && found.some(({ address }) => !isAllowed(address, allowed))) throw new MailboxFailure("address")
  return found[0]!.address
}

/** What a mailbox's password is sealed as belonging to. */
export function secretName(mailboxId: string): string {
  return `mailbox ${mailboxId}`
}

function passwordOf(keys: Keys, { id, sealed_secret }: Mailbox): string {
  try {
    return openSecret(keys, secretName(id), sealed_secret)
  } catch (error) {
    throw new MailboxFailure("secret", {}, error)
  }
}
