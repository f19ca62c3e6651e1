import { sql } from "kysely"
import type { Reader } from "#platform"
import type { Familiarity, Grammar } from "./tables.ts"

/** What a list or a header says of a contact. */
export interface ContactSummary {
  /** The contact that the asked id means now. */
  id: string
  /** What a person typed, else what a mail called them; may be empty. */
  name: string
  /** Their first e-mail address, a verified one before others; else any other identity; null without any. */
  address: string | null
  language: string | null
  salutation: string | null
  grammar: Grammar | null
  familiarity: Familiarity | null
  organisation: string
}

/** Summaries by the ids asked for; those of merged contacts lead to the one that stands. Unknown ids are absent. */
export async function contactSummaries(reader: Reader, ids: readonly string[]): Promise<Map<string, ContactSummary>> {
  if (ids.length === 0) return new Map()
  const found = await sql<ContactSummary & { asked: string }>`
    select asked.id as asked, c.id, coalesce(nullif(c.name, ''), c.suggested_name) as name, first.value as address,
           c.language, c.salutation, c.grammar, c.familiarity, c.organisation
      from contacts asked
      join contacts c on c.id = coalesce(asked.merged_into, asked.id)
      left join lateral (
        select i.value from identities i where i.contact_id = c.id
         order by i.kind <> 'email', i.verified_at is null, i.place limit 1) first on true
     where asked.id = any(${ids}::uuid[])`.execute(reader.sql)
  return new Map(found.rows.map(({ asked, ...summary }) => [asked, summary]))
}
