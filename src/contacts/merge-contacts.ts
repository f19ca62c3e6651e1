import { type Selectable, sql } from "kysely"
import type { Actor } from "#people"
import { Conflict, newId, type Tx } from "#platform"
import { accessContactToChange, type Contact, type ContactSight } from "./access.ts"
import { recordOf } from "./facts.ts"
import { nameKey } from "./name.ts"
import { suggestMerges } from "./suggest-merges.ts"
import type { ContactTables } from "./tables.ts"

export type Merge = Selectable<ContactTables["contact_merges"]>

/** What the kept contact takes over where it says nothing itself; notes are put one under the other. */
export const FILLED = ["name", "suggested_name", "language", "salutation", "grammar", "familiarity", "organisation"] as const

/**
 * Makes two contacts one, because a person says that they are. The kept one has all identities and keeps its own words; the other's
 * fill what it leaves open. Nothing of the other is changed or lost, and `undoMerge` gives both back. What other rooms keep under
 * the other's id is found by `mergedIdsOf`.
 * @throws NotFound, Forbidden, Conflict
 */
export async function mergeContacts(actor: Actor, tx: Tx, keptId: string, otherId: string, sight?: ContactSight): Promise<Merge> {
  const { id: kept } = await accessContactToChange(actor, tx, keptId, sight)
  const { id: merged } = await accessContactToChange(actor, tx, otherId, sight)
  if (kept === merged) throw new Conflict("contacts.merge.same")
  const [one, other] = await lockBoth(tx, kept, merged)
  await sql`update identities set came_from = coalesce(came_from, contact_id), contact_id = ${kept} where contact_id = ${merged}`.execute(
    tx.sql,
  )
  await sql`update contacts set merged_into = ${kept} where merged_into = ${merged}`.execute(tx.sql)
  await sql`update contacts set merged_into = ${kept}, merged_at = ${tx.now} where id = ${merged}`.execute(tx.sql)
  const filled = await fill(tx, one, other)
  const merge = await tx.sql
    .withTables<ContactTables>()
    .insertInto("contact_merges")
    .values({ id: newId(tx.now), kept_id: kept, merged_id: merged, filled: JSON.stringify(filled), by_actor: actor.ref, at: tx.now })
    .returningAll()
    .executeTakeFirstOrThrow()
  await sql`
    update merge_suggestions set decision = 'merged', decided_by = ${actor.ref}, decided_at = ${tx.now}
     where decision is null and a_id = least(${kept}::uuid, ${merged}::uuid) and b_id = greatest(${kept}::uuid, ${merged}::uuid)`.execute(
    tx.sql,
  )
  await recordOf(actor, tx, "contact.merged", kept, { mergeId: merge.id, mergedId: merged })
  await suggestMerges(actor, tx, kept)
  return merge
}

/** In the order of their ids, so that two people who merge the same two don't wait for each other forever. */
async function lockBoth(tx: Tx, keptId: string, mergedId: string): Promise<[Contact, Contact]> {
  const rows = await tx.sql
    .withTables<ContactTables>()
    .selectFrom("contacts")
    .selectAll()
    .where("id", "in", [keptId, mergedId])
    .where("merged_into", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute()
  const kept = rows.find((row) => row.id === keptId)
  const merged = rows.find((row) => row.id === mergedId)
  if (!kept || !merged) throw new Conflict("contacts.merge.meanwhile")
  return [kept, merged]
}

async function fill(tx: Tx, kept: Contact, merged: Contact): Promise<Partial<Record<string, string>>> {
  const filled: Partial<Record<string, string>> = {}
  for (const field of FILLED) if (!kept[field] && merged[field]) filled[field] = merged[field]
  const values: Partial<Record<string, string>> = { ...filled }
  if (merged.note && merged.note !== kept.note) {
    filled["note"] = merged.note
    values["note"] = kept.note ? `${kept.note}\n\n${merged.note}` : merged.note
  }
  if (Object.keys(values).length === 0) return filled
  const name = values["name"] || kept.name || values["suggested_name"] || kept.suggested_name
  await tx.sql
    .withTables<ContactTables>()
    .updateTable("contacts")
    .set({ ...values, name_key: nameKey(name), updated_at: tx.now })
    .where("id", "=", kept.id)
    .execute()
  return filled
}
