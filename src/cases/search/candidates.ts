import { type RawBuilder, sql } from "kysely"
import type { InboxRights } from "#people"
import { DAY, HOUR, type Reader } from "#platform"
import { inInbox, spanMarksBetween } from "./marks.ts"
import { quote } from "./text-query.ts"

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
const LONG = 300 * DAY
const LONGEST = 16 * 365 * DAY

/**
 * The newest entries that fit, before a place. A word that stands in each third message would have to be counted a hundred thousand
 * times to be sorted; therefore the last hours are searched first, and then as far back as, by what was met, will be enough.
 */
export async function candidates(reader: Reader, wanted: Wanted, before: Place): Promise<Candidate[]> {
  if (wanted.rights !== "every" && wanted.rights.length === 0) return []
  if (wanted.caseIds) return meet(reader, wanted, before, [])
  const newest = new Date(before.at).getTime()
  const longest = wanted.after ? Math.min(LONGEST, newest - wanted.after.getTime()) : LONGEST
  if (longest <= 0) return []
  for (let length = FIRST; length < longest;) {
    const met = await meet(reader, wanted, before, spanMarksBetween(new Date(newest - length), new Date(newest)))
    if (met.length === enough(wanted)) return met
    if (length > LONG && met.length < enough(wanted) / 10) break // rare: all there are will be few
    length *= met.length === 0 ? 16 : Math.min(32, Math.max(2, (1.5 * enough(wanted)) / met.length))
  }
  return meet(reader, wanted, before, longest < LONGEST ? spanMarksBetween(new Date(newest - longest), new Date(newest)) : [])
}

async function meet(reader: Reader, wanted: Wanted, before: Place, spans: readonly string[]): Promise<Candidate[]> {
  const { rights, cases, caseIds, after } = wanted
  const where = [sql`e.words @@ ${tsquery(wanted, spans)}::tsquery`, sql`(e.at, e.id) < (${before.at}::timestamptz, ${before.id}::uuid)`]
  if (rights !== "every") where.push(sql`e.inbox_ids && ${[...rights]}::uuid[]`)
  if (after) where.push(sql`e.at >= ${after}`)
  const joined = cases.length && !caseIds ? sql`join cases as c on c.id = e.case_id and ${sql.join(cases, sql` and `)}` : sql``
  const source = caseIds
    ? sql`unnest(${[...caseIds]}::uuid[]) as wanted join search_entries as e on e.case_id = wanted`
    : sql`search_entries as e`
  const found = await sql<Candidate>`
    select e.id, e.at::text as at, e.case_id as "caseId" from ${source} ${joined}
    where ${sql.join(where, sql` and `)}
    order by e.at desc, e.id desc limit ${enough(wanted)}`.execute(reader.sql)
  return found.rows
}

/** Of an actor's inboxes, so many are looked up in the index; an actor with more sees most of everything anyway. */
const MOST_INBOXES = 100

function tsquery({ query, rights, caseIds }: Wanted, spans: readonly string[]): string {
  if (caseIds) return query
  const inboxes = rights !== "every" && rights.length > 0 && rights.length <= MOST_INBOXES ? rights.map((id) => quote(inInbox(id))) : []
  return [query, anyOf(spans.map(quote)), anyOf(inboxes)].filter((part) => part !== null).join(" & ")
}

const anyOf = (marks: readonly string[]): string | null => (marks.length ? `(${marks.join(" | ")})` : null)
