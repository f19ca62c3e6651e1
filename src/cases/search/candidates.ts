import { type RawBuilder, sql } from "kysely"
import type { InboxRights } from "#people"
import { DAY, HOUR, type Reader } from "#platform"
import { spansBack } from "./spans.ts"

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
  return cases.length ? 80 : 200
}

const FIRST = 17 * HOUR
/** After so long it shows whether what fits is rare. */
const LONG = 10 * DAY
/** So few in the first hours show that a word is rare; not that cases are, for those of the last hours are unlike the others. */
const FEW = 3
const LONGEST = 2 * 365 * DAY
const LOWEST_ID = "00000000-0000-0000-0000-000000000000"

/**
 * The newest entries that fit, before a place. A word that stands in each third message would have to be counted a hundred thousand
 * times to be sorted; therefore the last hours are searched first, and then stretch after stretch further back, each as long as by what
 * was met will be enough. What is rare is fetched whole.
 */
export async function candidates(reader: Reader, wanted: Wanted, before: Place): Promise<Candidate[]> {
  if (wanted.rights !== "every" && wanted.rights.length === 0) return []
  const most = enough(wanted)
  if (wanted.caseIds) return meet(reader, wanted, before, null, most)
  const newest = new Date(before.at).getTime()
  const met: Candidate[] = []
  for (let [place, length] = [before, FIRST]; met.length < most;) {
    const seen = newest - Date.parse(place.at)
    if (wanted.after && newest - seen <= wanted.after.getTime()) break
    const rare = seen > LONG ? met.length < most / 10 : seen > 0 && wanted.cases.length === 0 && met.length < FEW
    if (rare || seen > LONGEST) return [...met, ...(await meet(reader, wanted, place, null, most - met.length))]
    const { spans, oldest } = spansBack(new Date(place.at), length)
    met.push(...(await meet(reader, wanted, place, spans, most - met.length)))
    const gone = newest - oldest.getTime()
    length = gone * Math.min(31, Math.max(1, (1.2 * most) / met.length - 1))
    place = { at: oldest.toISOString(), id: LOWEST_ID }
  }
  return met
}

/** The newest that fit, of the time before a place: in these stretches of it, or all. */
async function meet(
  reader: Reader,
  { query, rights, cases, caseIds, after }: Wanted,
  before: Place,
  spans: readonly number[] | null,
  most: number,
): Promise<Candidate[]> {
  const where = [sql`e.words @@ ${query}::tsquery`, sql`(e.at, e.id) < (${before.at}::timestamptz, ${before.id}::uuid)`]
  if (rights !== "every") where.push(sql`e.inbox_ids && ${[...rights]}::uuid[]`)
  if (spans) where.push(sql`e.spans && ${[...spans]}::int[]`)
  if (after) where.push(sql`e.at >= ${after}`)
  // Case by case, of the few that are met: the planner would fetch all that fit, in each round again.
  const joined =
    cases.length && !caseIds
      ? sql`join lateral (select from cases as c where c.id = e.case_id and ${sql.join([...cases], sql` and `)} offset 0) as c on true`
      : sql``
  const source = caseIds
    ? sql`unnest(${[...caseIds]}::uuid[]) as wanted join search_entries as e on e.case_id = wanted`
    : sql`search_entries as e`
  const found = await sql<Candidate>`
    select e.id, e.at::text as at, e.case_id as "caseId" from ${source} ${joined}
    where ${sql.join(where, sql` and `)}
    order by e.at desc, e.id desc limit ${most}`.execute(reader.sql)
  return found.rows
}
