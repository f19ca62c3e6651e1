import { type RawBuilder, sql } from "kysely"

/** A set of contacts' ids inside a query: those known to speak one of these languages, merged ones by the contact that stands. */
export function contactsSpeaking(languages: readonly string[]): RawBuilder<unknown> {
  const wanted = sql`any(${[...languages]}::text[])`
  return sql`(select id from contacts where language = ${wanted} and merged_into is null union all
    select m.id from contacts as m join contacts as s on s.id = m.merged_into where m.merged_into is not null and s.language = ${wanted})`
}

/** The same: all whose language is known. */
export function contactsWithLanguage(): RawBuilder<unknown> {
  return sql`(select id from contacts where language is not null and merged_into is null union all
    select m.id from contacts as m join contacts as s on s.id = m.merged_into where m.merged_into is not null and s.language is not null)`
}
