import { sql, type Kysely } from "kysely"
import type { NoTables } from "./database/connect.ts"

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
