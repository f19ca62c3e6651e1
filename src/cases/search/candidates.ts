import { type RawBuilder, sql } from "kysely"
import type { InboxRights } from "#people"
import { DAY, HOUR, type Reader } from "#platform"
import { spansBack } from "./spans.ts"

/** Everything that an entry must be, to be met. */
export interface Wanted {
  /** A tsquery over words and marks. */
  query: string
  /** Whether words must stand side by side. */
  inOrder: boolean
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
 * From so many, the best are chosen: enough that a good older one isn't missed, few enough to weigh each. Where the case or the
 * words of each have to be looked at too, fewer do.
 */
export function enough({ cases, inOrder }: Pick<Wanted, "cases" | "inOrder">): number {
  return cases.length || inOrder ? 80 : 200
}

const FIRST = 17 * HOUR
/** After so long it shows whether what fits is rare. */
const LONG = 10 * DAY
/** The cases that moved since then are few enough to be picked out first. */
const RECENT = 30 * DAY
/** A handful met tells little of how many there are: as if some more had been, the next stretch doesn't overshoot. */
const DOUBT = 3
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
    if (seen > LONGEST || (seen > LONG && met.length < most / 10))
      return [...met, ...(await meet(reader, wanted, place, null, most - met.length))]
    const back = spansBack(new Date(place.at), length)
    met.push(...(await meet(reader, wanted, place, back, most - met.length)))
    const gone = newest - back.oldest.getTime()
    length = gone * Math.min(31, Math.max(1, (1.2 * most) / (met.length + DOUBT) - 1))
    place = { at: back.oldest.toISOString(), id: LOWEST_ID }
  }
  return met
}

/** The newest that fit, of the time before a place: in these stretches of it, or all. */
async function meet(
  reader: Reader,
  { query, rights, cases, caseIds, after }: Wanted,
  before: Place,
  back: { spans: readonly number[]; oldest: Date } | null,
  most: number,
): Promise<Candidate[]> {
  const where = [sql`e.words @@ ${query}::tsquery`, sql`(e.at, e.id) < (${before.at}::timestamptz, ${before.id}::uuid)`]
  if (rights !== "every") where.push(sql`e.inbox_ids && ${[...rights]}::uuid[]`)
  if (back) where.push(sql`e.spans && ${[...back.spans]}::int[]`)
  if (after) where.push(sql`e.at >= ${after}`)
  if (caseIds) where.push(sql`e.case_id = any(${[...caseIds]}::uuid[])`)
  else if (cases.length) where.push(ofCases(reader, sql.join([...cases], sql` and `), rights, back?.oldest))
  const found = await sql<Candidate>`
    select e.id, e.at::text as at, e.case_id as "caseId" from search_entries as e
    where ${sql.join(where, sql` and `)}
    order by e.at desc, e.id desc limit ${most}`.execute(reader.sql)
  return found.rows
}

/**
 * The case of an entry fits. Where only the last weeks are asked for, those cases are picked out once: what is said in a message or a
 * note moves its case. Of longer stretches the case of each entry that is met is looked at; the planner would fetch all that fit.
 */
function ofCases(reader: Reader, fits: RawBuilder<unknown>, rights: InboxRights, oldest: Date | undefined): RawBuilder<boolean> {
  const itself = sql<boolean>`exists (select from cases as c where c.id = e.case_id and ${fits} offset 0)`
  if (!oldest || oldest.getTime() < reader.now.getTime() - RECENT) return itself
  const seen = rights === "every" ? sql`true` : sql`c.inbox_ids && ${[...rights]}::uuid[]`
  const moved = sql`select c.id from cases as c where c.merged_into is null and c.last_at >= ${oldest} and ${seen} and ${fits}`
  return sql`(e.case_id in (${moved}) or e.kind not in ('message', 'note') and ${itself})`
}
