import { sql } from "kysely"
import type { Reader } from "#platform"
import { plainWords } from "./plain.ts"
import { phraseQueries } from "./text-query.ts"

/** More phrases at once aren't asked for. */
const MOST = 40
/** So many cases are looked at. */
const READ = 60

/** Those of these phrases that stand in the cases of at least so many others, too: turns of phrase, rather than what was said to one. */
export async function saidToOthers(
  reader: Reader,
  phrases: readonly string[],
  contactId: string | null,
  least: number,
): Promise<Set<string>> {
  const plain = new Map(phrases.slice(0, MOST).map((phrase) => [phrase, plainWords(phrase).join(" ")]))
  const queries = await phraseQueries(reader, [...new Set(plain.values())])
  const common = new Set<string>()
  for (const [phrase, words] of plain) {
    const query = queries.get(words)
    // Words of which the index keeps none say nothing.
    if (!query || (await others(reader, query, contactId)) >= least) common.add(phrase)
  }
  return common
}

async function others(reader: Reader, query: string, contactId: string | null): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct coalesce(c.contact_id, c.id))::int as people
      from (select e.case_id from search_entries e where e.kind = 'message' and e.words @@ ${query}::tsquery limit ${READ}) as met
      join cases c on c.id = met.case_id and c.contact_id is distinct from ${contactId}::uuid`.execute(reader.sql)
  return rows[0]?.people ?? 0
}
