import { sql } from "kysely"
import { type Database, DAY, type Keys, MINUTE, newId, TooMany, type Tx } from "#platform"
import { networkOf } from "./network.ts"

/** What is being guessed at, or asked for. Each has its own counts: who is shut out of the password may still sign in by link. */
export type Attempted = "password" | "code" | "link" | "link-mail" | "passkey" | "sso"

interface Limit {
  within: number
  network: number
  target: number
}

/** A code has 20 bits, so few tries at it; a link has 256, and only a flood is to be stopped. */
const LIMITS: Record<Attempted, readonly Limit[]> = {
  password: [
    { within: 15 * MINUTE, network: 30, target: 10 },
    { within: DAY, network: 300, target: 100 },
  ],
  code: [
    { within: 15 * MINUTE, network: 20, target: 5 },
    { within: DAY, network: 100, target: 20 },
  ],
  link: [{ within: 15 * MINUTE, network: 30, target: Infinity }],
  "link-mail": [
    { within: 15 * MINUTE, network: 20, target: 3 },
    { within: DAY, network: 100, target: 10 },
  ],
  passkey: [{ within: 15 * MINUTE, network: 60, target: Infinity }],
  sso: [{ within: 15 * MINUTE, network: 60, target: Infinity }],
}

/** A try that has been counted as failed until it succeeds. */
export interface Attempt {
  /** It succeeded: it alone is taken back. What others tried at the same target stays counted. */
  succeeded(): Promise<void>
}

/**
 * Counts a try before the proof is looked at, so that a thousand at once are counted too; in a transaction of its own, so that it
 * stays counted whatever fails afterwards; in the database, so that a restart forgets nothing; the target by a keyed hash, so that no
 * address is kept.
 * @throws TooMany with the seconds until the next try is taken
 */
export async function attempt(db: Database, keys: Keys, what: Attempted, from: { ip: string; target?: string }): Promise<Attempt> {
  const network = { kind: "network", key: `${what} net ${networkOf(from.ip)}` } as const
  const target = from.target?.trim().normalize("NFC").toLowerCase()
  const counted =
    target === undefined
      ? [network]
      : [network, { kind: "target", key: `${what} to ${keys.sign("blind-index", target).toString("base64url")}` } as const]
  const ids = await db.transact(async (tx) => {
    for (const { key } of counted.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
      await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.sql)
    for (const limit of LIMITS[what]) {
      for (const { kind, key } of counted) await refuseWhenFull(tx, key, limit.within, limit[kind])
    }
    const ids: string[] = []
    for (const { key } of counted) ids.push(await count(tx, key))
    return ids
  })
  return {
    succeeded: () => db.transact(async (tx) => void (await sql`delete from proof_failures where id = any(${ids}::uuid[])`.execute(tx.sql))),
  }
}

async function refuseWhenFull(tx: Tx, key: string, within: number, most: number): Promise<void> {
  if (!Number.isFinite(most)) return
  // Tries from beyond the window ahead were counted by a clock that has been set back since.
  const found = await sql<{ at: Date }>`
    select at from proof_failures where key = ${key} and at > ${new Date(tx.now.getTime() - within)} and at <= ${new Date(tx.now.getTime() + within)}
    order by at desc offset ${most - 1} limit 1`.execute(tx.sql)
  const oldest = found.rows[0]
  if (!oldest) return
  const free = oldest.at.getTime() + within - tx.now.getTime()
  throw new TooMany("people.tooMany", Math.max(1, Math.ceil(free / 1000)), { count: Math.max(1, Math.ceil(free / MINUTE)) })
}

async function count(tx: Tx, key: string): Promise<string> {
  const id = newId(tx.now)
  await sql`insert into proof_failures (id, key, at) values (${id}, ${key}, ${tx.now})`.execute(tx.sql)
  return id
}

/** What no limit looks at any more. */
export async function forgetAttempts(tx: Tx): Promise<void> {
  await sql`delete from proof_failures where at < ${new Date(tx.now.getTime() - 2 * DAY)}`.execute(tx.sql)
}
