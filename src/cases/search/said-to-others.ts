import { sql } from "kysely"
import { DAY, type Reader } from "#platform"
import { readInTime } from "./in-time.ts"
import { plainWords } from "./plain.ts"
import { spansBack } from "./spans.ts"
import { phraseQueries } from "./text-query.ts"

/** More phrases at once aren't asked for. */
const MOST = 40
/** So many cases are looked at. */
const READ = 60
/** What is said time and again was said in the last months. */
const LATELY = 90 * DAY
/** In milliseconds. What isn't known to be common by then isn't. */
const WAITS = 1000

/**
 * Those of these phrases that stand, lately, in the cases of at least so many others, too: turns of phrase, rather than what was said to
 * one. None where the index can't tell in a second.
 */
export async function saidToOthers(
  reader: Reader,
  phrases: readonly string[],
  contactId: string | null,
  least: number,
): Promise<Set<string>> {
  const plain = new Map(phrases.slice(0, MOST).map((phrase) => [phrase, plainWords(phrase).join(" ")]))
  const queries = await phraseQueries(reader, [...new Set(plain.values())])
  const asked = [...new Set([...queries.values()].filter((query) => query !== null))]
  const met = (await readInTime(reader, WAITS, (within) => metByOthers(within, asked, contactId, least))) ?? new Set()
  const common = new Set<string>()
  for (const [phrase, words] of plain) {
    const query = queries.get(words)
    // Words of which the index keeps none say nothing.
    if (!query || met.has(query)) common.add(phrase)
  }
  return common
}

async function metByOthers(reader: Reader, queries: readonly string[], contactId: string | null, least: number): Promise<Set<string>> {
  if (queries.length === 0) return new Set()
  const { spans } = spansBack(reader.now, LATELY)
  const { rows } = await sql<{ query: string }>`
    select asked.query from unnest(${[...queries]}::text[]) as asked (query) cross join lateral (
      select count(distinct coalesce(c.contact_id, c.id)) as people
        from (select e.case_id from search_entries e
               where e.kind = 'message' and e.spans && ${spans}::int[] and e.words @@ asked.query::tsquery limit ${READ}) as met
        join cases c on c.id = met.case_id and c.contact_id is distinct from ${contactId}::uuid) as found
     where found.people >= ${least}`.execute(reader.sql)
  return new Set(rows.map(({ query }) => query))
}
