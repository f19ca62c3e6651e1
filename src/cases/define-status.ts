import type { Selectable } from "kysely"
import { type Actor, requireRole } from "#people"
import { isId, newId, NotFound, type Reader, type Tx } from "#platform"
import { type Category, room, type StatusesTable } from "./tables.ts"

export type Status = Selectable<StatusesTable>

export interface NewStatus {
  category: Category
  nameEn: string
  nameFr: string
  position?: number | undefined
}

/** A status of one's own inside a category, whose meaning it has. */
export async function addStatus(actor: Actor, tx: Tx, status: NewStatus): Promise<Status> {
  requireRole(actor, "lead")
  const made = await room(tx)
    .insertInto("statuses")
    .values({
      id: newId(tx.now),
      category: status.category,
      name_en: status.nameEn.trim(),
      name_fr: status.nameFr.trim(),
      position: status.position ?? 100,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await tx.record({
    kind: "case.status-defined",
    actor: actor.ref,
    about: {},
    audience: "all",
    data: { status: made.id, category: made.category },
  })
  return made
}

export interface StatusChange {
  nameEn?: string | undefined
  nameFr?: string | undefined
  position?: number | undefined
  /** What the category means when nobody chose. There is always exactly one, so it can be given and not taken away. */
  standard?: true | undefined
}

/** Renames a status, or makes it its category's usual one. */
export async function changeStatusName(actor: Actor, tx: Tx, statusId: string, change: StatusChange): Promise<Status> {
  requireRole(actor, "lead")
  const status = isId(statusId)
    ? await room(tx).selectFrom("statuses").selectAll().where("id", "=", statusId).forNoKeyUpdate().executeTakeFirst()
    : undefined
  if (!status) throw new NotFound("cases.status.notFound")
  if (change.standard) await room(tx).updateTable("statuses").set({ standard: false }).where("category", "=", status.category).execute()
  const changed = await room(tx)
    .updateTable("statuses")
    .set({
      name_en: change.nameEn?.trim() ?? status.name_en,
      name_fr: change.nameFr?.trim() ?? status.name_fr,
      position: change.position ?? status.position,
      standard: change.standard ?? status.standard,
    })
    .where("id", "=", status.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await tx.record({
    kind: "case.status-defined",
    actor: actor.ref,
    about: {},
    audience: "all",
    data: { status: status.id, category: status.category },
  })
  return changed
}

export function listStatuses(reader: Reader): Promise<Status[]> {
  return room(reader).selectFrom("statuses").selectAll().orderBy("position").orderBy("id").execute()
}
