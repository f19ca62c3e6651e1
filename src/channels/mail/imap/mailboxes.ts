import { accessInbox } from "#conversations"
import { type Actor, requireRole, seesInbox } from "#people"
import { Conflict, Invalid, isId, type Keys, newId, NotFound, type Reader, sealSecret, type Tx } from "#platform"
import { secretName } from "./connect.ts"
import { imapTables, type Mailbox } from "./tables.ts"

/** What an admin sets. The password is written and never read back. */
export interface MailboxSettings {
  inboxId?: string | undefined
  host?: string | undefined
  port?: number | undefined
  security?: "tls" | "starttls" | "none" | undefined
  username?: string | undefined
  password?: string | undefined
  folder?: string | undefined
  afterReading?: "nothing" | "mark-seen" | "move" | "delete" | undefined
  moveTo?: string | null | undefined
  paused?: boolean | undefined
}

export type NewMailbox = MailboxSettings & { inboxId: string; host: string; username: string; password: string }

/** A mailbox elsewhere that is read from now on. @throws Conflict when this folder of it is read already. */
export async function addMailbox(actor: Actor, tx: Tx, keys: Keys, settings: NewMailbox): Promise<Mailbox> {
  requireRole(actor, "admin")
  await accessInbox(actor, tx, settings.inboxId)
  const id = newId(tx.now)
  const security = settings.security ?? "tls"
  const row = {
    id,
    inbox_id: settings.inboxId,
    host: settings.host,
    port: settings.port ?? (security === "tls" ? 993 : 143),
    security,
    username: settings.username,
    sealed_secret: sealSecret(keys, secretName(id), settings.password),
    folder: settings.folder ?? "INBOX",
    after_reading: settings.afterReading ?? ("nothing" as const),
    move_to: settings.moveTo ?? null,
    created_at: tx.now,
  }
  await refuseContradiction(tx, row)
  const mailbox = await imapTables(tx).insertInto("mailboxes").values(row).returningAll().executeTakeFirstOrThrow()
  await tell(tx, actor, mailbox, "mailbox.added")
  return mailbox
}

/** Changes settings. Another account or folder holds other mails, so what was held of the old one is no cursor for it. */
export async function changeMailbox(actor: Actor, tx: Tx, keys: Keys, id: string, settings: MailboxSettings): Promise<Mailbox> {
  const was = await accessMailbox(actor, tx, id)
  if (settings.inboxId) await accessInbox(actor, tx, settings.inboxId)
  const next = {
    id,
    inbox_id: settings.inboxId ?? was.inbox_id,
    host: settings.host ?? was.host,
    port: settings.port ?? was.port,
    security: settings.security ?? was.security,
    username: settings.username ?? was.username,
    folder: settings.folder ?? was.folder,
    after_reading: settings.afterReading ?? was.after_reading,
    move_to: settings.moveTo === undefined ? was.move_to : settings.moveTo,
    sealed_secret: settings.password ? sealSecret(keys, secretName(id), settings.password) : was.sealed_secret,
    paused_at: settings.paused === undefined ? was.paused_at : settings.paused ? (was.paused_at ?? tx.now) : null,
  }
  await refuseContradiction(tx, next)
  const elsewhere = next.host !== was.host || next.username !== was.username || next.folder !== was.folder
  if (elsewhere) await imapTables(tx).deleteFrom("mailbox_items").where("mailbox_id", "=", id).execute()
  const counts = elsewhere ? { on_server: null, held: null, missing: null, checked_at: null } : {}
  const mailbox = await imapTables(tx)
    .updateTable("mailboxes")
    .set({ ...next, ...counts, state: "new", problem: null })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await tell(tx, actor, mailbox, "mailbox.changed")
  return mailbox
}

/** Is read no more. What came in stays. */
export async function removeMailbox(actor: Actor, tx: Tx, id: string): Promise<void> {
  const mailbox = await accessMailbox(actor, tx, id)
  await imapTables(tx).deleteFrom("mailboxes").where("id", "=", id).execute()
  await tell(tx, actor, mailbox, "mailbox.removed")
}

/** @throws Forbidden for all but admins, NotFound. */
export async function accessMailbox(actor: Actor, reader: Reader, id: string): Promise<Mailbox> {
  requireRole(actor, "admin")
  const mailbox = isId(id) ? await imapTables(reader).selectFrom("mailboxes").selectAll().where("id", "=", id).executeTakeFirst() : null
  if (!mailbox || !seesInbox(actor, [mailbox.inbox_id])) throw new NotFound("mail.mailbox.notFound")
  return mailbox
}

export async function listMailboxes(actor: Actor, reader: Reader): Promise<Mailbox[]> {
  requireRole(actor, "admin")
  const all = await imapTables(reader).selectFrom("mailboxes").selectAll().orderBy("created_at").execute()
  return all.filter((mailbox) => seesInbox(actor, [mailbox.inbox_id]))
}

async function refuseContradiction(
  tx: Tx,
  next: Pick<Mailbox, "id" | "host" | "username" | "folder" | "after_reading" | "move_to">,
): Promise<void> {
  if (next.after_reading === "move" && (!next.move_to || next.move_to === next.folder)) {
    throw new Invalid("mail.mailbox.moveTo", {}, [{ path: "moveTo", key: "mail.mailbox.moveTo" }])
  }
  const same = await imapTables(tx)
    .selectFrom("mailboxes")
    .select("id")
    .where("host", "=", next.host)
    .where("username", "=", next.username)
    .where("folder", "=", next.folder)
    .where("id", "!=", next.id)
    .executeTakeFirst()
  if (same) throw new Conflict("mail.mailbox.taken")
}

async function tell(tx: Tx, actor: Actor, { inbox_id }: Mailbox, kind: `mailbox.${string}`): Promise<void> {
  await tx.record({ kind, actor: actor.ref, about: { inbox: inbox_id }, audience: { inboxes: [inbox_id] } })
}
