import { type Actor, atLeast, requireRole } from "#people"
import { type Audience, isId, NotFound, type Reader, type Tx } from "#platform"
import { room, type TransferKind, type TransferRow } from "./tables.ts"

export type Transfer = TransferRow

/** Who brings in what: cases and contacts administrators, mentions whoever manages sources. */
export const roleFor = (kind: TransferKind): "admin" | "lead" => (kind === "mentions" ? "lead" : "admin")

/** Whether somebody brings in everything, or mentions alone. @throws Forbidden for who brings in nothing */
export function bringsInAll(actor: Actor): boolean {
  requireRole(actor, "lead")
  return atLeast(actor.role, "admin")
}

/** Leads see imports of mentions, administrators all. @throws Forbidden, NotFound */
export async function accessTransfer(actor: Actor, reader: Reader, id: string): Promise<Transfer> {
  const seesAll = bringsInAll(actor)
  const all = room(reader).selectFrom("transfers").selectAll()
  const seen = seesAll ? all : all.where("kind", "=", "mentions")
  const found = isId(id) ? await seen.where("id", "=", id).executeTakeFirst() : undefined
  if (!found) throw new NotFound("transfers.notFound")
  return found
}

/** The same, held until the transaction ends. */
export async function holdTransfer(actor: Actor, tx: Tx, id: string): Promise<Transfer> {
  if (isId(id)) await room(tx).selectFrom("transfers").select("id").where("id", "=", id).forUpdate().execute()
  return accessTransfer(actor, tx, id)
}

/** Who hears how a run goes: whoever began it. */
export function audienceOf({ by_actor }: Pick<Transfer, "by_actor">): Audience {
  return by_actor.startsWith("agent:") ? { agent: by_actor.slice("agent:".length) } : "audit"
}

export function recordOf(
  tx: Tx,
  actor: Pick<Actor, "ref">,
  what: string,
  transfer: Pick<Transfer, "id" | "kind" | "by_actor">,
  data: object = {},
) {
  return tx.record({
    kind: `import.${what}`,
    actor: actor.ref,
    about: {},
    audience: audienceOf(transfer),
    data: { transfer: transfer.id, source: transfer.kind, ...data },
  })
}
