import { sql } from "kysely"
import { fitJson, newId, type Tx } from "#platform"
import { identityKey, type KnownIdentity } from "./identity.ts"
import { cleanName, nameKey } from "./name.ts"

/** Somebody who wrote for the first time. `known`: by what; null when it can't be read, and nobody else is ever found by it. */
export interface Newcomer {
  id: string
  known: KnownIdentity | null
  name: string | null
  verified: string | null
  source: string
}

/**
 * Writes contacts with the identity that each wrote from. An identity that somebody else has taken this very moment makes no contact.
 * Gives the ids of those that were made.
 */
export async function makeContacts(tx: Tx, newcomers: readonly Newcomer[]): Promise<Set<string>> {
  // In one order everywhere: two who make the same contacts wait for each other, and not in a circle.
  const rows = newcomers.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map((one) => rowOf(one, tx.now))
  const made = await sql<{ id: string }>`
    with given as (select * from json_to_recordset(${fitJson(rows)}::json) as given (contact_id uuid, id uuid, kind text, network text, value text,
      normal text, kin text, source text, verified_at timestamptz, verified_by text, name text, name_key text, at timestamptz)),
    known as (
      insert into identities (id, contact_id, kind, network, value, normal, kin, source, verified_at, verified_by, created_at)
      select id, contact_id, kind, network, value, normal, kin, source, verified_at, verified_by, at from given where kind is not null
      on conflict (kind, network, normal) do nothing returning contact_id)
    insert into contacts (id, suggested_name, suggestion_proven, name_key, created_at, updated_at)
    select contact_id, name, verified_by is not null, name_key, at, at from given
     where kind is null or contact_id in (select contact_id from known)
    returning id`.execute(tx.sql)
  return new Set(made.rows.map(({ id }) => id))
}

function keyOf({ known, id }: Newcomer): string {
  return known ? identityKey(known) : id
}

function rowOf({ id, known, name, verified, source }: Newcomer, now: Date) {
  const suggested = cleanName(name)
  return {
    contact_id: id,
    id: newId(now),
    ...known,
    source,
    verified_at: verified ? now : null,
    verified_by: verified,
    name: suggested,
    name_key: nameKey(suggested),
    at: now,
  }
}
