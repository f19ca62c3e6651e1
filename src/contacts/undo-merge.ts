import { sql, type Updateable } from "kysely"
import type { Actor } from "#people"
import { Conflict, isId, NotFound, type Tx } from "#platform"
import { accessContactToChange, type ContactSight } from "./access.ts"
import { reasonsBetween, weigh } from "./evidence.ts"
import { recordOf } from "./facts.ts"
import type { Merge } from "./merge-contacts.ts"
import { nameKey } from "./name.ts"
import { suggestMerges } from "./suggest-merges.ts"
import type { ContactTables } from "./tables.ts"
import { traitsOf } from "./traits.ts"

/**
 * Makes two contacts of one again: each with its own identities, words and wishes, whatever was merged before or after. What was
 * written since stays with the kept one. Counts as a refusal: the two aren't proposed again for the same reasons.
 * @throws NotFound, Forbidden, Conflict when it was undone already
 */
export async function undoMerge(actor: Actor, tx: Tx, mergeId: string, sight?: ContactSight): Promise<Merge> {
  const { kept_id, merged_id } = await findMerge(tx, mergeId)
  const { id: standing } = await accessContactToChange(actor, tx, kept_id, sight).catch((error: unknown): never => {
    throw error instanceof NotFound ? new NotFound("contacts.merge.notFound") : error
  })
  // All of the tree is locked with its root; whoever merges or undoes in it takes that lock first.
  await sql`select from contacts where id = ${standing} for update`.execute(tx.sql)
  const merge = await tx.sql
    .withTables<ContactTables>()
    .updateTable("contact_merges")
    .set({ undone_by: actor.ref, undone_at: tx.now })
    .where("id", "=", mergeId)
    .where("undone_at", "is", null)
    .returningAll()
    .executeTakeFirst()
  if (!merge) throw new Conflict("contacts.merge.undone")
  const branch = await branchOf(tx, merged_id)
  await sql`update contacts set merged_into = ${merged_id} where id = any(${branch}::uuid[]) and id <> ${merged_id}`.execute(tx.sql)
  await sql`update contacts set merged_into = null, merged_at = null where id = ${merged_id}`.execute(tx.sql)
  await sql`
    update identities set contact_id = ${merged_id}, came_from = nullif(came_from, ${merged_id})
     where came_from = any(${branch}::uuid[])`.execute(tx.sql)
  await empty(tx, merge)
  await refuse(actor, tx, standing, merged_id)
  await recordOf(actor, tx, "contact.unmerged", standing, { mergeId, restoredId: merged_id })
  await suggestMerges(actor, tx, standing)
  await suggestMerges(actor, tx, merged_id)
  return merge
}

async function findMerge(tx: Tx, id: string): Promise<Merge> {
  const query = tx.sql.withTables<ContactTables>().selectFrom("contact_merges").selectAll()
  const found = isId(id) ? await query.where("id", "=", id).executeTakeFirst() : undefined
  if (!found) throw new NotFound("contacts.merge.notFound")
  return found
}

/** The contact and all that is merged into it, directly or not, by merges that stand. */
async function branchOf(tx: Tx, id: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    with recursive branch as (
      select ${id}::uuid as id
      union select m.merged_id from contact_merges m join branch b on m.kept_id = b.id where m.undone_at is null)
    select id from branch`.execute(tx.sql)
  return found.rows.map((row) => row.id)
}

/** Takes back what the kept contact took over, unless a person has written something else there since. */
async function empty(tx: Tx, { kept_id, filled }: Merge): Promise<void> {
  const query = tx.sql.withTables<ContactTables>()
  const kept = await query.selectFrom("contacts").selectAll().where("id", "=", kept_id).forUpdate().executeTakeFirstOrThrow()
  const update: Updateable<ContactTables["contacts"]> = {}
  for (const field of ["name", "suggested_name", "organisation"] as const)
    if (filled[field] && kept[field] === filled[field]) update[field] = ""
  for (const field of ["language", "salutation", "grammar", "familiarity"] as const)
    if (filled[field] && kept[field] === filled[field]) update[field] = null
  if (filled["note"]) update.note = without(kept.note, filled["note"])
  const name = (update.name ?? kept.name) || (update.suggested_name ?? kept.suggested_name)
  await query
    .updateTable("contacts")
    .set({ ...update, name_key: nameKey(name), updated_at: tx.now })
    .where("id", "=", kept_id)
    .execute()
}

function without(note: string, part: string): string {
  if (note === part) return ""
  if (note.startsWith(`${part}\n\n`)) return note.slice(part.length + 2)
  if (note.endsWith(`\n\n${part}`)) return note.slice(0, -part.length - 2)
  return note.replace(`\n\n${part}\n\n`, "\n\n")
}

async function refuse(actor: Actor, tx: Tx, one: string, other: string): Promise<void> {
  const [a, b] = await traitsOf(tx, one < other ? [one, other] : [other, one])
  if (!a || !b) return
  const reasons = reasonsBetween(a, b)
  const codes = reasons.map(({ code }) => code)
  await sql`
    insert into merge_suggestions (id, a_id, b_id, reasons, score, decision, decided_by, decided_at, refused, created_at)
    values (gen_random_uuid(), ${a.id}, ${b.id}, ${JSON.stringify(reasons)}, ${weigh(reasons, a, b)}, 'refused', ${actor.ref}, ${tx.now}, ${codes}::text[], ${tx.now})
    on conflict (a_id, b_id) do update set decision = 'refused', decided_by = excluded.decided_by, decided_at = excluded.decided_at,
      refused = array(select distinct unnest(merge_suggestions.refused || excluded.refused))`.execute(tx.sql)
}
