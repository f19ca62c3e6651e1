import { sql } from "kysely"
import type { Reader } from "#platform"
import { organisationDomain } from "./freemail.ts"

/**
 * The organisations' domains from which somebody provably wrote, in the order of the first proof, without those where anybody can have a
 * mailbox. `since`: only proofs from then on.
 */
export async function provenDomains(reader: Reader, since: Date | null): Promise<string[]> {
  const { rows } = await sql<{ domain: string }>`
    select split_part(normal, '@', 2) as domain from identities
     where kind = 'email' and verified_at >= ${since ?? new Date(0)} group by domain order by min(verified_at)`.execute(reader.sql)
  return [...new Set(rows.flatMap(({ domain }) => organisationDomain(domain) ?? []))]
}
