import { createHash } from "node:crypto"
import { sql } from "kysely"
import type { Reader } from "#platform"

/** A place in the chain: a fact's number and the hash that seals it and all before it. */
export interface Link {
  seq: number
  hash: Buffer
}

/** Before the first fact; the same as in migrations/0001-ground.sql. */
export const BEGINNING: Link = { seq: 0, hash: createHash("sha256").update("vigie").digest() }

/** The first place where the chain isn't as it was written. `missing`: no such fact; `altered`: its text isn't what was sealed. */
export interface Break {
  what: "missing" | "altered"
  seq: number
}

export interface Walk {
  /** The place reached: `to`, or the last good one before a break. */
  reached: Link
  broken: Break | null
}

const BATCH = 500

/**
 * Recomputes every hash from the text of the facts after `from`, up to and including number `to`, in one pass of constant memory.
 */
export async function walkChain(reader: Reader, from: Link, to: number): Promise<Walk> {
  let reached = from
  while (reached.seq < to) {
    const rows = await batchAfter(reader, reached.seq, to)
    if (rows.length === 0) return { reached, broken: { what: "missing", seq: reached.seq + 1 } }
    for (const row of rows) {
      const seq = reached.seq + 1
      if (row.seq !== seq) return { reached, broken: { what: "missing", seq } }
      const hash = createHash("sha256").update(reached.hash).update(`${seq}\n${row.body}`).digest()
      if (!hash.equals(row.hash)) return { reached, broken: { what: "altered", seq } }
      reached = { seq, hash }
    }
  }
  return { reached, broken: null }
}

async function batchAfter(reader: Reader, after: number, to: number): Promise<{ seq: number; body: string; hash: Buffer }[]> {
  const found = await sql<{ seq: number; body: string; hash: Buffer }>`
    select seq, body, hash from facts where seq > ${after} and seq <= ${to} order by seq limit ${BATCH}`.execute(reader.sql)
  return found.rows
}

/** The head as it is kept, and the highest number that any fact has: read together, for both change in one transaction. */
export async function readHead(reader: Reader): Promise<{ head: Link; highest: number } | null> {
  const found = await sql<Link & { highest: number }>`
    select seq, hash, coalesce((select max(seq) from facts), 0) as highest from fact_head`.execute(reader.sql)
  const row = found.rows[0]
  return row ? { head: { seq: row.seq, hash: row.hash }, highest: row.highest } : null
}

/** The hash that seals a fact; null when there is no such fact. */
export async function hashAt(reader: Reader, seq: number): Promise<Buffer | null> {
  const found = await sql<{ hash: Buffer }>`select hash from facts where seq = ${seq}`.execute(reader.sql)
  return found.rows[0]?.hash ?? null
}
