import { sql } from "kysely"
import type { Database, JobKind, Tx } from "#platform"
import { RETAG } from "../job-names.ts"
import { room } from "../tables.ts"
import { tagging, type TagChangeRow } from "./tables.ts"

const AT_ONCE = 500

/** Changing a tag of many cases takes longer than a request. */
export function retagJob(db: Database): JobKind<{ changeId: string }> {
  return { name: RETAG, run: ({ changeId }) => retag(db, changeId) }
}

/** Changes a batch of cases after the other. Begun again after a crash, it goes on where it was; what gets the tag meanwhile is changed, too. */
export async function retag(db: Database, changeId: string): Promise<void> {
  while (await db.transact((tx) => oneBatch(tx, changeId)));
}

async function oneBatch(tx: Tx, changeId: string): Promise<boolean> {
  const change = await tagging(tx).selectFrom("tag_changes").selectAll().where("id", "=", changeId).forUpdate().executeTakeFirst()
  if (!change || change.finished_at) return false
  const { tag, becomes } = change
  const held = await sql<{ id: string }>`
    select id from cases where tags @> array[${tag}]::text[] order by id limit ${AT_ONCE} for no key update`.execute(tx.sql)
  const ids = held.rows.map(({ id }) => id)
  if (ids.length === 0) {
    await finish(tx, change)
    return false
  }
  await sql`update cases set tags = ${swapped(tag, becomes)} where id = any(${ids}::uuid[])`.execute(tx.sql)
  await sql`insert into figure_dirty select unnest(${ids}::uuid[]) on conflict do nothing`.execute(tx.sql)
  await tagging(tx)
    .updateTable("tag_changes")
    .set({ changed: change.changed + ids.length })
    .where("id", "=", change.id)
    .execute()
  return true
}

const swapped = (tag: string, becomes: string | null) =>
  becomes === null
    ? sql`array_remove(tags, ${tag})`
    : sql`case when ${becomes} = any(tags) then array_remove(tags, ${tag}) else array_replace(tags, ${tag}, ${becomes}) end`

async function finish(tx: Tx, { id, tag, becomes, by_actor, changed }: TagChangeRow): Promise<void> {
  await sql`update articles set tags = ${swapped(tag, becomes)} where ${tag} = any(tags)`.execute(tx.sql)
  await room(tx).deleteFrom("tags").where("name", "=", tag).execute()
  await tagging(tx).updateTable("tag_changes").set({ finished_at: tx.now }).where("id", "=", id).execute()
  await tx.record({ kind: "tag.changed", actor: by_actor, about: {}, audience: "all", data: { change: id, cases: changed } })
}
