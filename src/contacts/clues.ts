import { sql } from "kysely"
import type { Actor } from "#people"
import type { Tx } from "#platform"
import { readIdentity } from "./identity.ts"
import { standingId } from "./merged-ids.ts"
import { normalisePhone } from "./normalise-phone.ts"
import { suggestMerges } from "./suggest-merges.ts"

/** What somebody's words show of them without its being theirs for sure. */
export interface Clues {
  phones?: readonly string[]
  references?: readonly string[]
}

/**
 * Keeps what a message showed of its writer (a number in a signature, an order number) as evidence that two contacts may be one
 * person. It never becomes an identity by itself: a colleague's or a switchboard's number stands in signatures too.
 */
export async function noteClues(actor: Actor, tx: Tx, contactId: string, { phones = [], references = [] }: Clues): Promise<void> {
  const found = [
    ...phones.map((value) => readIdentity({ kind: "phone", network: "", value })),
    ...references.map((value) => readIdentity({ kind: "reference", network: "", value })),
  ].filter((one) => one !== null)
  const id = found.length > 0 ? await standingId(tx, contactId) : null
  if (id === null) return
  const kept = await sql`
    insert into contact_clues (contact_id, kind, kin, seen_at)
    select ${id}, kind, kin, ${tx.now} from unnest(${found.map((one) => one.kind)}::text[], ${found.map((one) => one.kin)}::text[]) as clue (kind, kin)
    on conflict do nothing returning kin`.execute(tx.sql)
  if (kept.rows.length > 0) await suggestMerges(actor, tx, id)
}

/** Telephone numbers in a signature, as written; at most five. */
export function phonesIn(signature: string): string[] {
  const found = signature.slice(0, 4000).match(/(?<![\d+])(?:\+|0)\d[\d \u00a0()./-]{5,22}\d(?!\d)/g) ?? []
  return found.filter((text) => (normalisePhone(text)?.replace(/\D/g, "").length ?? 0) >= 8).slice(0, 5)
}
