import { sql } from "kysely"
import type { Reader } from "#platform"
import { nameKey } from "./name.ts"
import { normaliseEmail } from "./normalise-email.ts"
import { normalisePhone } from "./normalise-phone.ts"

/** By what somebody may be known who speaks elsewhere. */
export interface Signs {
  handles: readonly string[]
  /** Order and customer numbers, as written and without what isn't a letter or a digit. */
  references: readonly string[]
  /** Mail addresses and telephone numbers. */
  addresses: readonly string[]
  names: readonly string[]
}

/** A sign that more people have tells nobody apart. */
const BEARERS = 10
const NAMESAKES = 15

/** Contacts with one of these signs, a few of each; each look-up goes through an index. Ids of merged ones with those that stand for them. */
export async function contactsKnownAs(reader: Reader, { handles, references, addresses, names }: Signs): Promise<string[]> {
  const kins = [
    ...handles.map((kin) => ({ kind: "handle", kin })),
    ...references.map((kin) => ({ kind: "reference", kin: kin.toLowerCase() })),
    ...addresses.flatMap(kinsOfAddress),
  ].slice(0, 60)
  const plain = references.map((one) => one.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""))
  const keys = names.flatMap((name) => nameKey(name) ?? [])
  const found = await sql<{ id: string }>`
    with sign as (select * from unnest(${kins.map(({ kind }) => kind)}::text[], ${kins.map(({ kin }) => kin)}::text[]) as s (kind, kin)),
    met as (
      select hit.contact_id from sign cross join lateral (
        (select i.contact_id from identities i where i.kind = sign.kind and i.kin = sign.kin limit ${BEARERS})
        union all
        (select k.contact_id from contact_clues k where k.kind = sign.kind and k.kin = sign.kin limit ${BEARERS})) as hit
      union all
      select hit.contact_id from unnest(${plain}::text[]) as r (plain) cross join lateral (
        select f.contact_id from outside_facts f
         where f.reference <> '' and regexp_replace(lower(f.reference), '[^[:alnum:]]', '', 'g') = r.plain limit ${BEARERS}) as hit
      union all
      select hit.id from unnest(${keys}::text[]) as n (key) cross join lateral (
        select c.id from contacts c where c.name_key = n.key and c.merged_into is null limit ${NAMESAKES}) as hit
      union all
      select hit.id from unnest(${keys}::text[]) as n (key) cross join lateral (
        select c.id from contacts c where c.search %> n.key and c.merged_into is null limit ${NAMESAKES}) as hit),
    standing as (select distinct coalesce(c.merged_into, c.id) as id from met join contacts c on c.id = met.contact_id)
    select id from standing union select c.id from contacts c join standing s on c.merged_into = s.id`.execute(reader.sql)
  return found.rows.map(({ id }) => id)
}

function kinsOfAddress(written: string): { kind: string; kin: string }[] {
  if (written.includes("@")) {
    const normal = normaliseEmail(written)
    return normal ? [{ kind: "email", kin: normal }] : []
  }
  const normal = normalisePhone(written)
  if (!normal) return []
  // A national number may be kept with its country, and the other way round.
  const others = normal.startsWith("0") ? ["+33", "+44"].map((code) => code + normal.slice(1)) : [normal.replace(/^\+(?:33|44)/, "0")]
  return [normal, ...others].map((kin) => ({ kind: "phone", kin }))
}
