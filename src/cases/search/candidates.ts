import { type RawBuilder, sql } from "kysely"
import type { InboxRights } from "#people"
import { DAY, HOUR, type Reader } from "#platform"
import { spansBetween } from "./spans.ts"

/** Everything that an entry must be, to be met. */
export interface Wanted {
  /** A tsquery over words and marks. */
  query: string
  rights: InboxRights
  /** Conditions on the case, as `c`. */
  cases: readonly RawBuilder<boolean>[]
  /** When only these cases can fit: few enough to look into each. */
  caseIds: readonly string[] | null
  after: Date | null
}

/** A place in time, newest first: entries before it are still to be seen. */
export interface Place {
  at: string
  id: string
}

export interface Candidate extends Place {
  caseId: string
}

/**
 * From so many, the best are chosen: enough that a good older one isn't missed, few enough to weigh each. Where the case of each has to
 * be looked at too, fewer do.
 */
export function enough({ cases }: Pick<Wanted, "cases">): number {
  return cases.length ? 100 : 300
}

const FIRST = 17 * HOUR
/** After so long it shows whether a word is rare. */
const LONG = 10 * DAY
const LONGEST = 16 * 365 * DAY

/**
 * The newest entries that fit, before a place. A word that stands in each third message would have to be counted a hundred thousand
 * times to be sorted; therefore the last hours are searched first, and then as far back as, by what was met, will be enough. What is
 * rare is fetched whole.
 */
export async function candidates(reader: Reader, wanted: Wanted, before: Place): Promise<Candidate[]> {
  if (wanted.rights !== "every" && wanted.rights.length === 0) return []
  if (wanted.caseIds) return meet(reader, wanted, before, null)
  const newest = new Date(before.at).getTime()
  const longest = wanted.after ? newest - wanted.after.getTime() : LONGEST
  if (longest <= 0) return []
  for (let length = FIRST; length < longest;) {
    const met = await meet(reader, wanted, before, length)
    if (met.length === enough(wanted)) return met
    if (length > LONG && met.length < enough(wanted) / 10) break
    length *= met.length < 5 ? 16 : Math.min(32, Math.max(2, (1.5 * enough(wanted)) / met.length))
  }
  return meet(reader, wanted, before, longest < LONGEST ? longest : null)
}

/** The newest that fit, of the time before a place: so many milliseconds, or all. */
async function meet(
  reader: Reader,
  { query, rights, cases, caseIds, after }: Wanted,
  before: Place,
  length: number | null,
): Promise<Candidate[]> {
  const where = [sql`e.words @@ ${query}::tsquery`, sql`(e.at, e.id) < (${before.at}::timestamptz, ${before.id}::uuid)`]
  if (rights !== "every") where.push(sql`e.inbox_ids && ${[...rights]}::uuid[]`)
  if (length !== null) where.push(sql`e.spans && ${spansBetween(new Date(Date.parse(before.at) - length), new Date(before.at))}::int[]`)
  if (after) where.push(sql`e.at >= ${after}`)
  const joined = cases.length && !caseIds ? sql`join cases as c on c.id = e.case_id and ${sql.join([...cases], sql` and `)}` : sql``
  const source = caseIds
    ? sql`unnest(${[...caseIds]}::uuid[]) as wanted join search_entries as e on e.case_id = wanted`
    : sql`search_entries as e`
  const found = await sql<Candidate>`
    select e.id, e.at::text as at, e.case_id as "caseId" from ${source} ${joined}
    where ${sql.join(where, sql` and `)}
    order by e.at desc, e.id desc limit ${enough({ cases })}`.execute(reader.sql)
  return found.rows
}
