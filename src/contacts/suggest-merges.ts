import { sql } from "kysely"
import type { Actor } from "#people"
import { newId, type Tx } from "#platform"
import { ENOUGH, type Reason, reasonsBetween, weigh } from "./evidence.ts"
import { recordOf } from "./facts.ts"
import { mergedIdsOf } from "./merged-ids.ts"
import type { ContactTables } from "./tables.ts"
import { traitsOf } from "./traits.ts"

/**
 * Looks for contacts that may be the same person as this one, and proposes them to a person with the reasons. Called when a contact
 * appears, gets a name, an identity or a clue. Nothing is ever merged by it. What a person once refused is not proposed again,
 * unless a reason of another kind has come up.
 */
export async function suggestMerges(actor: Actor, tx: Tx, contactId: string, isNew = false): Promise<void> {
  const ids = isNew ? [contactId] : await mergedIdsOf(tx, contactId)
  const id = ids[0]
  if (id === undefined) return
  const others = await candidates(tx, id, ids)
  if (isNew && others.length === 0) return
  const earlier = await decisions(tx, ids)
  const likely = others.length > 0 ? await likelyOnes(tx, id, others) : []
  const open = new Set<string>()
  for (const pair of likely) if (await propose(actor, tx, id, pair, earlier)) open.add(pair.otherId)
  const stale = earlier.filter((one) => one.open && one.other !== null && !open.has(one.other))
  if (stale.length > 0)
    await withdraw(
      tx,
      stale.map((one) => one.id),
    )
}

/** Of contacts that have just appeared, those who have something in common with others: an identity's kin, a clue, a name. */
export async function withSomethingShared(tx: Tx, contactIds: readonly string[]): Promise<string[]> {
  if (contactIds.length === 0) return []
  const found = await sql<{ id: string }>`
    select c.id from contacts c
     where c.id = any(${[...contactIds]}::uuid[]) and (
       exists (select from contacts o where o.name_key = c.name_key and o.merged_into is null and o.id <> c.id)
       or exists (select from identities mine where mine.contact_id = c.id and (
         exists (select from identities i where i.kind = mine.kind and i.kin = mine.kin and i.contact_id <> c.id)
         or exists (select from contact_clues k where k.kind = mine.kind and k.kin = mine.kin))))`.execute(tx.sql)
  return found.rows.map(({ id }) => id)
}

/** What more than this many people have in common tells nobody apart: a switchboard's number, "Customer Service" of a marketplace. */
const COMMON = 5

interface Pair {
  otherId: string
  reasons: Reason[]
  score: number
}

async function likelyOnes(tx: Tx, id: string, others: readonly string[]): Promise<Pair[]> {
  const [mine, ...theirs] = await traitsOf(tx, [id, ...others])
  if (!mine) return []
  const found = theirs.map((other) => ({ other, reasons: reasonsBetween(mine, other) }))
  const shared = Map.groupBy(
    found.flatMap(({ reasons }) => reasons.map(named)),
    (name) => name,
  )
  const pairs = found.map(({ other, reasons }) => {
    const telling = reasons.filter((one) => (shared.get(named(one))?.length ?? 0) <= COMMON)
    return { otherId: other.id, reasons: telling, score: weigh(telling, mine, other) }
  })
  return pairs.filter(({ score }) => score >= ENOUGH)
}

function named({ code, value }: Reason): string {
  return `${code} ${value}`
}

/** Contacts with an identity or a clue in common, and those of the same name: the newest of them, for there are many of some. */
async function candidates(tx: Tx, id: string, ids: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    with mine as (
      select kind, kin from identities where contact_id = ${id} and kin is not null
      union select kind, kin from contact_clues where contact_id = any(${ids}::uuid[])),
    met as (
      select array_agg(distinct coalesce(c.merged_into, c.id)) as ids from mine
       cross join lateral (
         (select i.contact_id from identities i where i.kind = mine.kind and i.kin = mine.kin limit ${COMMON * 4})
         union
         (select k.contact_id from contact_clues k where k.kind = mine.kind and k.kin = mine.kin limit ${COMMON * 4})) hit
       join contacts c on c.id = hit.contact_id
       group by mine.kind, mine.kin)
    select unnest(ids) as id from met where cardinality(ids) <= ${COMMON}
    union
    (select c.id from contacts c where c.merged_into is null and c.name_key = (select name_key from contacts where id = ${id})
      order by c.created_at desc limit 50)`.execute(tx.sql)
  return found.rows.map((row) => row.id).filter((other) => other !== id)
}

interface Earlier {
  id: string
  /** The contact that the other side means now; null when the suggestion was made for a contact that is merged now. */
  other: string | null
  standing: string
  open: boolean
  refused: string[]
}

/** What was proposed and refused before, for this contact and for those merged into it. */
async function decisions(tx: Tx, ids: readonly string[]): Promise<Earlier[]> {
  const found = await sql<Earlier>`
    select s.id, coalesce(c.merged_into, c.id) as standing, s.decision is null as open, s.refused,
           case when ${ids[0]}::uuid in (s.a_id, s.b_id) and c.merged_into is null then c.id end as other
      from merge_suggestions s
      join contacts c on c.id = case when s.a_id = any(${ids}::uuid[]) then s.b_id else s.a_id end
     where s.a_id = any(${ids}::uuid[]) or s.b_id = any(${ids}::uuid[])`.execute(tx.sql)
  return found.rows
}

/** Whether it stands to be decided: nobody has refused just this. */
async function propose(actor: Actor, tx: Tx, id: string, { otherId, reasons, score }: Pair, earlier: readonly Earlier[]): Promise<boolean> {
  const about = earlier.filter((one) => one.standing === otherId)
  const refused = new Set(about.flatMap((one) => one.refused))
  if (refused.size > 0 && reasons.every(({ code }) => refused.has(code))) return false
  await keep(tx, id, otherId, reasons, score)
  if (!about.some((one) => one.open && one.other === otherId)) {
    await recordOf(actor, tx, "contact.merge-suggested", id, { otherId, reasons: reasons.map(({ code }) => code) })
  }
  return true
}

async function keep(tx: Tx, one: string, other: string, reasons: readonly Reason[], score: number): Promise<void> {
  const [a_id, b_id] = one < other ? [one, other] : [other, one]
  const open = { reasons: JSON.stringify(reasons), score, decision: null, decided_by: null, decided_at: null }
  await tx.sql
    .withTables<ContactTables>()
    .insertInto("merge_suggestions")
    .values({ id: newId(tx.now), a_id, b_id, ...open, created_at: tx.now })
    .onConflict((conflict) => conflict.columns(["a_id", "b_id"]).doUpdateSet(open))
    .execute()
}

/** The reason has gone: a name was corrected, an identity removed. What was refused before stays refused. */
async function withdraw(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update merge_suggestions set decision = 'refused' where id = any(${ids}::uuid[]) and refused <> '{}'`.execute(tx.sql)
  await sql`delete from merge_suggestions where id = any(${ids}::uuid[]) and refused = '{}' and decision is null`.execute(tx.sql)
}
