import { sql } from "kysely"
import type { Reader } from "#platform"

export interface Completions {
  words: string[]
  /** In how many entries they stand, about: all that begin so, not only these. */
  entries: number
}

/** Known words that begin like this one, those that stand in most entries first. */
export async function completionsOf(reader: Reader, beginning: string, most: number): Promise<Completions> {
  const found = await sql<{ word: string; entries: number }>`
    select word, (sum(sum(n)) over ())::bigint as entries from (
      select word, n from search_words where word >= ${beginning} and word < ${`${beginning}\u{10FFFF}`}
      union all
      select word, n from (select word, n from search_new_words limit 20000) as fresh where starts_with(word, ${beginning})
    ) as known
    group by word order by sum(n) desc, word limit ${most}`.execute(reader.sql)
  return { words: found.rows.map(({ word }) => word), entries: found.rows[0]?.entries ?? 0 }
}
