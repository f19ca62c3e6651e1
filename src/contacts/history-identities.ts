import { sql } from "kysely"
import { fitJson, idOf, insertMany, type Reader, type Tx } from "#platform"
import { identityKey, type KnownIdentity } from "./identity.ts"

/** Which contact has each of these identities, by `identityKey`; those that nobody has are absent. */
export async function ownersOf(reader: Reader, identities: readonly KnownIdentity[]): Promise<Map<string, string>> {
  if (identities.length === 0) return new Map()
  const asked = fitJson(identities.map(({ kind, network, normal }) => ({ kind, network, normal })))
  const found = await sql<Pick<KnownIdentity, "kind" | "network" | "normal"> & { contact_id: string }>`
    select i.kind, i.network, i.normal, i.contact_id from identities i
      join json_to_recordset(${asked}::json) as asked (kind text, network text, normal text)
        on (i.kind, i.network, i.normal) = (asked.kind, asked.network, asked.normal)`.execute(reader.sql)
  return new Map(found.rows.map((row) => [identityKey(row), row.contact_id]))
}

export interface PastIdentity extends KnownIdentity {
  contact_id: string
  verified_by: string | null
  at: Date
}

/**
 * Writes identities of contacts of the past. One that a mail took in this very moment stays with whom the mail made: a contact that loses
 * all of its own so was never another person. Gives those, with who they are.
 */
export async function bindPast(
  tx: Tx,
  source: string,
  identitySource: string,
  identities: readonly PastIdentity[],
): Promise<Map<string, string>> {
  const rows = [...new Map(identities.map((one) => [identityKey(one), one])).values()].map(({ at, verified_by, ...one }) => ({
    id: idOf(at, source, "identity", identityKey(one)),
    ...one,
    source: identitySource,
    verified_at: verified_by ? at : null,
    verified_by,
    created_at: at,
  }))
  const written = await insertMany(tx, "identities", IDENTITY, rows, { otherwise: sql`on conflict do nothing` })
  return written === rows.length ? new Map() : giveUp(tx, rows)
}

const IDENTITY = {
  id: "uuid",
  contact_id: "uuid",
  kind: "text",
  network: "text",
  value: "text",
  normal: "text",
  kin: "text",
  source: "text",
  verified_at: "timestamptz",
  verified_by: "text",
  created_at: "timestamptz",
}

async function giveUp(tx: Tx, rows: readonly (KnownIdentity & { contact_id: string })[]): Promise<Map<string, string>> {
  const owners = await ownersOf(tx, rows)
  const kept = new Set(owners.values())
  const lost = new Map(
    rows.flatMap((row) => {
      const owner = owners.get(identityKey(row))
      return owner && !kept.has(row.contact_id) ? [[row.contact_id, owner] as const] : []
    }),
  )
  await sql`delete from contacts c where id = any(${[...lost.keys()]}::uuid[])
    and not exists (select from identities i where i.contact_id = c.id)`.execute(tx.sql)
  return lost
}
