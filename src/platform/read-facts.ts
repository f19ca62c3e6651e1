import { sql } from "kysely"
import type { Reader } from "./database/database.ts"
import type { SealedFact } from "./facts.ts"

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
