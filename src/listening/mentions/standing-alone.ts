import { sql } from "kysely"
import type { Reader } from "#platform"
import { hashOfKey, webAddress } from "./mention-row.ts"

/**
 * The keys of what was told without an id, by the addresses where each is the only such thing: who tells that it is gone may know no more
 * of it. An address that is a key itself names that one alone.
 */
export async function keysStandingAlone(reader: Reader, sourceId: string, named: readonly string[]): Promise<string[]> {
  const addresses = [...new Set(named)].flatMap((name) => {
    const url = webAddress(name)
    return url ? { url, hash: hashOfKey(name) } : []
  })
  if (addresses.length === 0) return []
  const { rows } = await sql<{ key: string }>`
    select min(m.key) as key
      from mentions m
      join json_to_recordset(${JSON.stringify(addresses)}::json) as named (url text, hash uuid) on named.url = m.url
     where m.source_id = ${sourceId} and length(m.key) = 64 and m.key ~ '^[0-9a-f]+$' and m.gone_at is null
       and md5(m.url) in (select md5(one) from unnest(${addresses.map(({ url }) => url)}::text[]) one)
       and not exists (select from mentions k where k.source_id = m.source_id and k.key_hash = named.hash)
     group by m.url having count(distinct m.id) = 1`.execute(reader.sql)
  return rows.map(({ key }) => key)
}
