import { type Selectable, sql } from "kysely"
import { accessTeam, type Actor, requireRole, seesInbox } from "#people"
import { Conflict, Invalid, isId, newId, NotFound, type Reader, type Tx } from "#platform"
import { normalAddress } from "./address.ts"
import { splitPlus } from "./reply-token.ts"
import { room, type InboxesTable } from "./tables.ts"

export type Inbox = Selectable<InboxesTable>

export interface InboxSettings {
  name?: string | undefined
  address?: string | undefined
  language?: "en" | "fr" | undefined
  signature?: string | undefined
  teamId?: string | null | undefined
  acknowledge?: boolean | undefined
}

/** An address that Vigie takes mail for. @throws Invalid when it is not one plain address, Conflict when an open inbox has it. */
export async function addInbox(actor: Actor, tx: Tx, settings: InboxSettings & { address: string }): Promise<Inbox> {
  requireRole(actor, "admin")
  const address = plainAddress(settings.address)
  await refuseTaken(tx, address, null)
  await refuseUnknownTeam(tx, settings.teamId)
  const inbox = await room(tx)
    .insertInto("inboxes")
    .values({
      id: newId(tx.now),
      name: settings.name?.trim() || address,
      address,
      language: settings.language ?? "en",
      signature: settings.signature ?? "",
      team_id: settings.teamId ?? null,
      acknowledge: settings.acknowledge ?? false,
      created_at: tx.now,
      closed_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await tx.record({ kind: "inbox.added", actor: actor.ref, about: { inbox: inbox.id }, audience: "all" })
  return inbox
}

export async function changeInbox(actor: Actor, tx: Tx, id: string, settings: InboxSettings): Promise<Inbox> {
  requireRole(actor, "admin")
  const was = await accessInbox(actor, tx, id)
  const address = settings.address === undefined ? undefined : plainAddress(settings.address)
  // One that was closed opens again: another may have its address since.
  await refuseTaken(tx, address ?? was.address, id)
  await refuseUnknownTeam(tx, settings.teamId)
  const inbox = await room(tx)
    .updateTable("inboxes")
    .set({
      ...(settings.name === undefined ? {} : { name: settings.name.trim() }),
      ...(address === undefined ? {} : { address }),
      ...(settings.language === undefined ? {} : { language: settings.language }),
      ...(settings.signature === undefined ? {} : { signature: settings.signature }),
      ...(settings.teamId === undefined ? {} : { team_id: settings.teamId }),
      ...(settings.acknowledge === undefined ? {} : { acknowledge: settings.acknowledge }),
      closed_at: null,
    })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await tx.record({
    kind: "inbox.changed",
    actor: actor.ref,
    about: { inbox: id },
    audience: "all",
    data: { fields: Object.keys(settings) },
  })
  return inbox
}

/** Takes no more mail. What came in stays. @throws Conflict while answers wait to leave from it: nobody could reply to them. */
export async function closeInbox(actor: Actor, tx: Tx, id: string): Promise<void> {
  requireRole(actor, "admin")
  await accessInbox(actor, tx, id)
  const waiting = await sql<{ count: number }>`
    select count(*) as count from outbox o join messages m on m.id = o.message_id
    where o.state in ('ready', 'sending', 'retry', 'held') and lower(m.from_address) = (select lower(address) from inboxes where id = ${id})`.execute(
    tx.sql,
  )
  const { count } = waiting.rows[0]!
  if (count > 0) throw new Conflict("conversations.inbox.waiting", { count })
  await room(tx).updateTable("inboxes").set({ closed_at: tx.now }).where("id", "=", id).execute()
  await tx.record({ kind: "inbox.closed", actor: actor.ref, about: { inbox: id }, audience: "all" })
}

export async function accessInbox(actor: Actor, reader: Reader, id: string): Promise<Inbox> {
  const inbox = isId(id) ? await room(reader).selectFrom("inboxes").selectAll().where("id", "=", id).executeTakeFirst() : undefined
  if (!inbox || !seesInbox(actor, [id])) throw new NotFound("conversations.inbox.notFound")
  return inbox
}

/** The first of a conversation's inboxes that takes mail and is the actor's: what leaves can be answered, or doesn't leave. @throws Conflict */
export async function answeringInbox(actor: Actor, reader: Reader, inboxIds: readonly string[]): Promise<Inbox> {
  const open = await listInboxes(actor, reader)
  const inbox = inboxIds.flatMap((id) => open.filter((one) => one.id === id))[0]
  if (!inbox) throw new Conflict("conversations.reply.closedInbox")
  return inbox
}

export async function listInboxes(actor: Actor, reader: Reader): Promise<Inbox[]> {
  const open = await room(reader).selectFrom("inboxes").selectAll().where("closed_at", "is", null).orderBy("name").execute()
  return open.filter((inbox) => seesInbox(actor, [inbox.id]))
}

/** Every address that is open for mail, for the intake's memory: it must know them when the database is away. */
export async function openAddresses(reader: Reader, channel: string): Promise<Map<string, string>> {
  const rows = await room(reader)
    .selectFrom("inboxes")
    .select(["id", "address"])
    .where("channel", "=", channel)
    .where("closed_at", "is", null)
    .execute()
  return new Map(rows.map(({ id, address }) => [normalAddress(address), id]))
}

/** The inbox of a recipient address, plus-address included, and the reply token behind the plus. */
export function inboxForAddress(known: ReadonlyMap<string, string>, address: string): { inboxId: string; token: string | null } | null {
  const exact = known.get(normalAddress(address))
  if (exact) return { inboxId: exact, token: null }
  const { plain, detail } = splitPlus(address)
  const inboxId = known.get(normalAddress(plain))
  return inboxId ? { inboxId, token: detail } : null
}

async function refuseTaken(tx: Tx, address: string, except: string | null): Promise<void> {
  const taken = (await openAddresses(tx, "mail")).get(normalAddress(address))
  if (taken && taken !== except) throw new Conflict("conversations.inbox.taken", { address })
}

async function refuseUnknownTeam(tx: Tx, teamId: string | null | undefined): Promise<void> {
  if (!teamId) return
  await accessTeam(tx, teamId).catch((error: unknown): never => {
    if (error instanceof NotFound) throw new Invalid("request.invalid", {}, [{ path: "teamId", key: error.key }])
    throw error
  })
}

function plainAddress(text: string): string {
  const address = text.trim()
  const right = /^[^\s@<>",;:+\\]{1,64}@[^\s@<>",;:\\]{1,255}$/.test(address)
  if (!right)
    throw new Invalid("conversations.inbox.address", { address }, [
      { path: "address", key: "conversations.inbox.address", values: { address } },
    ])
  return address
}
