import { sql } from "kysely"
import { fitJson, type Tx } from "#platform"
import { plainWords } from "./plain.ts"

/** What of a contact can be found. */
export interface FoundableContact {
  id: string
  name: string
  organisation: string
  identities: readonly string[]
}

/** Takes contacts' names and identities into the search, or what they have become. */
export async function indexContacts(tx: Tx, contacts: readonly FoundableContact[]): Promise<void> {
  const rows = contacts.map(({ id, name, organisation, identities }) => ({
    id,
    name,
    plain: plainWords([name, organisation, ...identities].join(" "), 4_000).join(" "),
  }))
  await sql`
    insert into search_contacts (id, name, plain, words)
    select id, name, plain, to_tsvector('simple', plain) from json_to_recordset(${fitJson(rows)}::json) as given (id uuid, name text, plain text)
    on conflict (id) do update set name = excluded.name, plain = excluded.plain, words = excluded.words`.execute(tx.sql)
}

/** A contact that was merged into another, or erased. */
export async function forgetContact(tx: Tx, contactId: string): Promise<void> {
  await sql`delete from search_contacts where id = ${contactId}`.execute(tx.sql)
}
