import { sql, type Kysely } from "kysely"
import type { NoTables } from "./database/connect.ts"
import type { Reader } from "./database/database.ts"

/** Who may hear of a fact: everyone who is signed in, or those who may see one of these inboxes, or one agent alone. */
export type Audience = { inboxes: readonly string[] } | { agent: string } | "all" | "audit"

/** The ids a fact is about. */
export interface Subjects {
  case?: string
  conversation?: string
  message?: string
  contact?: string
  agent?: string
  team?: string
  inbox?: string
}

/**
 * Something that became true: `message.received`, `case.assigned`. It names things by their ids and says how they changed, in codes
 * and times; it never carries a person's words or address, for it is kept in the audit chain after the words are erased.
 */
export interface Fact {
  kind: `${string}.${string}`
  /** Who did it: `agent:ID`, `token:ID`, `contact:ID`, `system:NAME`. */
  actor: string
  about: Subjects
  audience: Audience
  data?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
}

export interface Recorded extends Fact {
  at: Date
}

/** A fact with its place in the sequence. Sequence numbers have no gaps and follow the order of commits. */
export interface SealedFact extends Recorded {
  seq: number
}

/**
 * Numbers the facts of a transaction, chains their hashes and stores them, as the transaction's last statement
 * (`seal_facts` in migrations/0001-ground.sql holds the head row until the commit).
 */
export async function seal(tx: Kysely<NoTables>, facts: readonly Recorded[]): Promise<void> {
  if (facts.length === 0) return
  const bodies = facts.map((fact) => canonical(fact))
  await sql`select seal_facts(${bodies}::text[])`.execute(tx)
}

/** The one text of a fact that is stored, hashed and verified: keys in this order, absent parts left out. */
function canonical({ at, kind, actor, about, audience, data }: Recorded): string {
  return JSON.stringify({ at: at.toISOString(), kind, actor, about, audience, ...(data ? { data } : {}) })
}

/** Facts after a place in the sequence, in order. */
export async function factsAfter(reader: Reader, seq: number, limit: number): Promise<SealedFact[]> {
  const found = await sql<{ seq: number; body: string }>`
    select seq, body from facts where seq > ${seq} order by seq limit ${limit}`.execute(reader.sql)
  return found.rows.map(readFact)
}

export function readFact({ seq, body }: { seq: number; body: string }): SealedFact {
  const fact = JSON.parse(body) as Omit<SealedFact, "seq" | "at"> & { at: string }
  return { ...fact, seq, at: new Date(fact.at) }
}

/** The last number given. */
export async function lastSeq(reader: Reader): Promise<number> {
  const found = await sql<{ seq: number }>`select seq from fact_head`.execute(reader.sql)
  return found.rows[0]?.seq ?? 0
}
