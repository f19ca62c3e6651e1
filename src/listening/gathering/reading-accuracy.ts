import { sql } from "kysely"
import { type Share, shareOf } from "#cases"
import type { Reader } from "#platform"
import type { Correctable } from "./tables.ts"

/** How often readings of one thing, in one language, were right: of those that a person looked at, which aren't all, nor a fair sample. */
export interface Accuracy {
  about: Correctable
  language: string | null
  right: Share
}

/** The latest word of a person about each thing of each mention counts; what couldn't be read isn't wrong. */
export async function readingAccuracy(reader: Pick<Reader, "sql">): Promise<Accuracy[]> {
  const { rows } = await sql<{ about: Correctable; language: string | null; right: number; of: number }>`
    select about, language, count(*) filter (where was_read = said)::int as "right", count(*)::int as "of"
      from (select distinct on (mention_id, about) * from mention_corrections order by mention_id, about, n desc) latest
     where was_read is not null group by about, language order by about, language nulls last`.execute(reader.sql)
  return rows.map(({ about, language, right, of }) => ({ about, language, right: shareOf(right, of) }))
}
