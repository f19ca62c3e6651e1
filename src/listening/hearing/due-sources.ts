import { sql } from "kysely"
import type { Reader } from "#platform"

/** So many hosts at most are looked through: more than are ever asked at once. */
const HOSTS = 500

/** Of a host, the source that has been due for longest. */
export interface DueSource {
  id: string
  host: string
  /** Others of this host are due as well. */
  isMore: boolean
}

/** Where a source is asked: at the address in its settings, else where all of its kind are. */
const HOST = sql<string>`coalesce(lower(regexp_replace(
  substring(coalesce(settings->>'url', settings->>'api') from '^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#]*@)?([^/?#]+)'), ':(?:80|443)$', '')), kind)`

/** What is due of each host, however much is due of another; the host that waits longest first. */
export async function dueSources(reader: Reader, kinds: readonly string[]): Promise<DueSource[]> {
  const { rows } = await sql<DueSource>`
    select id, host, count > 1 as "isMore" from (
      select distinct on (host) id, host, next_at, count(*) over (partition by host)::int as count from (
        select id, ${HOST} as host, next_at from sources
         where removed_at is null and state <> 'paused' and next_at <= ${reader.now} and kind = any(${[...kinds]}::text[])) due
       order by host, next_at, id) first
     order by next_at, id limit ${HOSTS}`.execute(reader.sql)
  return rows
}
