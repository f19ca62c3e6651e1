import { type Actor, coversInboxes } from "#people"
import { isId, NotFound, type Reader, type Tx } from "#platform"
import { room, type Webhook } from "./tables.ts"

/** A webhook tells of what lies in its inboxes: only whoever sees all of these may look at it. */
export function seesWebhook(actor: Actor, { inbox_ids }: Webhook): boolean {
  return coversInboxes(actor, inbox_ids ?? "every")
}

/** @throws NotFound */
export async function accessWebhook(actor: Actor, reader: Reader, id: string): Promise<Webhook> {
  return allowed(actor, await find(reader, id, false))
}

/** The same for somebody who is about to change it: held until the transaction ends. @throws NotFound */
export async function holdWebhook(actor: Actor, tx: Tx, id: string): Promise<Webhook> {
  return allowed(actor, await find(tx, id, true))
}

function allowed(actor: Actor, found: Webhook | undefined): Webhook {
  if (!found || !seesWebhook(actor, found)) throw new NotFound("webhooks.notFound")
  return found
}

async function find(reader: Reader, id: string, hold: boolean): Promise<Webhook | undefined> {
  if (!isId(id)) return undefined
  const one = room(reader).selectFrom("webhooks").selectAll().where("id", "=", id)
  return (hold ? one.forUpdate() : one).executeTakeFirst()
}

/** The webhooks that an actor may know of, by name. */
export async function listWebhooks(actor: Actor, reader: Reader): Promise<Webhook[]> {
  const rows = await room(reader).selectFrom("webhooks").selectAll().orderBy("name").orderBy("id").execute()
  return rows.filter((row) => seesWebhook(actor, row))
}
