import { type RawBuilder, sql } from "kysely"

/** A set of inboxes' ids inside a query: those whose language is one of these. */
export function inboxesSpeaking(languages: readonly string[]): RawBuilder<unknown> {
  return sql`(select id from inboxes where language = any(${[...languages]}::text[]))`
}
