import type { ImapFlow } from "imapflow"
import { type Database, failpoint, type Spool } from "#platform"
import { heldUids, knownBefore, recordSettled, recordTaken, unsettledUids } from "./cursor.ts"
import { MailboxFailure } from "./problem.ts"
import type { Mailbox } from "./tables.ts"
import { fetchMail, takeMail } from "./take.ts"

export interface PassParts {
  db: Database
  spool: Pick<Spool, "accept">
  now: () => Date
  /** A mail is in the spool. */
  accepted: (spoolId: string) => void
  /** Called between every two steps, for the tests that stop there. */
  step?: (name: PassStep) => void
}

export type PassStep = "opened" | "spooled" | "recorded" | "announced" | "settled-there"

/** How often each mail could not be fetched. One that breaks the connection comes after the others, and after three times no more, for an hour. */
export type Troubles = Map<number, number>

const MOST_TROUBLES = 3

/** What a look at the whole folder found. */
export interface Reconciliation {
  onServer: number
  held: number
  missing: number
  taken: number
}

/**
 * One pass: everything that the folder holds and we don't is taken, raw first and cursor after, whoever has read it and whatever it is;
 * then what the operator wants done there is done to what is held. Counts again at the end.
 */
export async function readFolder(
  client: ImapFlow,
  parts: PassParts,
  mailbox: Mailbox,
  troubles: Troubles = new Map(),
): Promise<Reconciliation> {
  const { db } = parts
  const uidValidity = await openFolder(client, mailbox)
  passed(parts, "opened")
  const held = await heldUids(db.read, mailbox, uidValidity)
  const take = { spool: parts.spool, now: parts.now, known: (sha256: string) => knownBefore(db.read, mailbox, uidValidity, sha256) }
  let taken = 0
  for (const uid of easyFirst(await uidsThere(client), troubles)) {
    if (held.has(uid)) continue
    const fetched = await fetchMail(client, uid).catch((error: unknown) => {
      troubles.set(uid, (troubles.get(uid) ?? 0) + 1)
      throw error
    })
    if (!fetched) continue
    const mail = await takeMail(take, mailbox, uidValidity, fetched)
    passed(parts, "spooled")
    await recordTaken(db, mailbox, uidValidity, mail)
    passed(parts, "recorded")
    held.add(uid)
    taken++
    if (mail.spoolId) parts.accepted(mail.spoolId)
    passed(parts, "announced")
  }
  const there = await uidsThere(client)
  const missing = there.filter((uid) => !held.has(uid)).length
  await settle(client, parts, mailbox, uidValidity, new Set(there))
  return { onServer: there.length, held: there.length - missing, missing, taken }
}

function passed({ step }: PassParts, name: PassStep): void {
  step?.(name)
  failpoint(`imap-${name}`)
}

/** Read-only, unless something is to be changed there: then even a mistake of ours can mark nothing. */
async function openFolder(client: ImapFlow, mailbox: Mailbox): Promise<bigint> {
  const readOnly = mailbox.after_reading === "nothing"
  try {
    // Opened anew each time: a folder that was deleted and made again has another UIDVALIDITY.
    if (client.mailbox) await client.mailboxClose()
    const { uidValidity } = await client.mailboxOpen(mailbox.folder, { readOnly })
    return uidValidity
  } catch (error) {
    if (!isAnswer(error)) throw error
    throw new MailboxFailure("folder", { folders: await folders(client) }, error)
  }
}

async function uidsThere(client: ImapFlow): Promise<number[]> {
  const found = await client.search({ all: true }, { uid: true })
  if (!found) throw new MailboxFailure("imap", { detail: "SEARCH" })
  return found.sort((a, b) => a - b)
}

function easyFirst(uids: number[], troubles: Troubles): number[] {
  if (troubles.size === 0) return uids
  const times = (uid: number) => troubles.get(uid) ?? 0
  return uids.filter((uid) => times(uid) < MOST_TROUBLES).sort((a, b) => times(a) - times(b) || a - b)
}

async function settle(
  client: ImapFlow,
  parts: PassParts,
  mailbox: Mailbox,
  uidValidity: bigint,
  there: ReadonlySet<number>,
): Promise<void> {
  if (mailbox.after_reading === "nothing") return
  const uids = await unsettledUids(parts.db.read, mailbox, uidValidity)
  for (let at = 0; at < uids.length; at += 100) {
    const some = uids.slice(at, at + 100)
    const range = some.filter((uid) => there.has(uid)).join(",")
    if (range) await doThere(client, mailbox, range)
    passed(parts, "settled-there")
    await recordSettled(parts.db, mailbox, uidValidity, some)
  }
}

async function doThere(client: ImapFlow, { after_reading, move_to }: Mailbox, range: string): Promise<void> {
  if (after_reading === "mark-seen") await client.messageFlagsAdd(range, ["\\Seen"], { uid: true })
  if (after_reading === "delete") await client.messageDelete(range, { uid: true })
  if (after_reading !== "move" || !move_to) return
  const moved = await client.messageMove(range, move_to, { uid: true }).catch((error: unknown) => {
    if (!isAnswer(error)) throw error
    return false as const
  })
  if (!moved) throw new MailboxFailure("moveTo", { folders: await folders(client) })
}

async function folders(client: ImapFlow): Promise<string> {
  const found = await client.list()
  return found
    .slice(0, 50)
    .map(({ path }) => path)
    .join(", ")
}

/** The server said NO or BAD; the connection stands. */
function isAnswer(error: unknown): boolean {
  return error instanceof Error && "responseStatus" in error && error.responseStatus !== undefined
}
