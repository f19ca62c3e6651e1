import { sql } from "kysely"
import type { Actor } from "#people"
import { Forbidden, isId, NotFound, type Reader } from "#platform"
import type { SavedViewTables } from "./tables.ts"
import { mayChangeView, type SavedView, sees, whoLooks } from "./view-sight.ts"

export const viewTables = (reader: Pick<Reader, "sql">) => reader.sql.withTables<SavedViewTables>()

/** Views that the actor made or that are shared with them, in their own order, what has no place in it last. */
export async function viewsFor(actor: Actor, reader: Reader): Promise<SavedView[]> {
  const { id, teams } = whoLooks(actor)
  const found = await sql<SavedView>`
    select v.* from saved_views as v left join view_orders as o on o.agent_id = ${id}::uuid
    where v.removed_at is null and (v.shared = 'everybody' or v.owner_id = ${id}::uuid or v.team_id = any(${[...teams]}::uuid[]))
    order by array_position(o.view_ids, v.id), v.created_at, v.id limit 300`.execute(reader.sql)
  return found.rows
}

/** A view by its id, when it is the actor's or shared with them; removed ones are found for bringing them back. @throws NotFound */
export async function accessView(actor: Actor, reader: Reader, viewId: string, removed = false): Promise<SavedView> {
  const view = isId(viewId)
    ? await viewTables(reader).selectFrom("saved_views").selectAll().where("id", "=", viewId).executeTakeFirst()
    : undefined
  if (!view || !sees(actor, view) || (view.removed_at !== null) !== removed) throw new NotFound("views.notFound")
  return view
}

/** The same for somebody who is about to change it: its maker, or for a shared one also a lead. @throws NotFound, Forbidden */
export async function holdView(actor: Actor, reader: Reader, viewId: string, removed = false): Promise<SavedView> {
  const view = await accessView(actor, reader, viewId, removed)
  if (!mayChangeView(actor, view)) throw new Forbidden("views.notYours")
  return view
}
