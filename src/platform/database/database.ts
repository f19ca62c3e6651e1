import { type Kysely, sql } from "kysely"
import pg from "pg"
import type { Clock } from "../clock.ts"
import { type Fact, type Recorded, seal } from "../facts.ts"
import { markDone } from "../http/in-hand.ts"
import { clientConfig, type Address, type NoTables, openPool, outliveTheServer, queries } from "./connect.ts"

/** What reading needs: queries and the time. A transaction is one too, and then reads what it has itself written. */
export interface Reader {
  readonly sql: Kysely<NoTables>
  readonly now: Date
}

/**
 * An open transaction. Whoever holds one writes through `tx.sql` and nothing else: a query through another door would silently
 * escape it. Facts recorded in it are true when it commits, and unsaid when it doesn't.
 */
export interface Tx extends Reader {
  /** Facts of one kind that became true together are told together to those who take them so. */
  record(...facts: readonly Fact[]): Promise<void>
}

/** Called inside the transaction that made the fact true; what it writes is committed with it, or not at all. */
export type Subscriber = (tx: Tx, fact: Fact) => Promise<void>

/** The same for all facts of a kind that are recorded together, in their order. */
export interface TakesTogether {
  together: (tx: Tx, facts: readonly Fact[]) => Promise<void>
}

export class Database {
  readonly address: Address
  readonly clock: Clock
  readonly pool: pg.Pool
  readonly #sql: Kysely<NoTables>
  readonly #subscribers = new Map<string, (Subscriber | TakesTogether)[]>()

  constructor(address: Address, clock: Clock, options: { connections?: number } = {}) {
    this.address = address
    this.clock = clock
    this.pool = openPool(address, options.connections ?? 8)
    this.#sql = queries(this.pool)
  }

  /** For reading outside a transaction. */
  get read(): Reader {
    return { sql: this.#sql, now: this.clock.now() }
  }

  /** News upward: the house subscribes the rooms above to the facts of the rooms below. */
  subscribe(kind: Fact["kind"], subscriber: Subscriber | TakesTogether): void {
    this.#subscribers.set(kind, [...(this.#subscribers.get(kind) ?? []), subscriber])
  }

  /**
   * Runs a verb in one transaction. Facts are numbered and chained as its last act, so the lock that keeps their sequence without
   * gaps is held for one statement and the commit. Serialisation failures and deadlocks are tried again, twice.
   */
  async transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(work)
      } catch (error) {
        if (attempt === 3 || !isPassing(error)) throw error
      }
    }
  }

  /** Whether the database writes at all, for whoever must know what a failure was for: tries it with next to nothing. */
  async isWriting(): Promise<boolean> {
    return this.transact(({ sql }) => touch.execute(sql)).then(
      () => true,
      () => false,
    )
  }

  /** A connection of one's own, for LISTEN and long copies. The caller ends it. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client(clientConfig(this.address))
    outliveTheServer(client)
    await client.connect()
    return client
  }

  async close(): Promise<void> {
    await this.pool.end()
  }

  async #tell(tx: Tx, kind: string, facts: readonly Fact[]): Promise<void> {
    for (const subscriber of this.#subscribers.get(kind) ?? []) {
      if (typeof subscriber === "object") await subscriber.together(tx, facts)
      else for (const fact of facts) await subscriber(tx, fact)
    }
  }

  #once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#sql.transaction().execute(async (sql) => {
      const recorded: Recorded[] = []
      const tx: Tx = {
        sql,
        now: this.clock.now(),
        record: async (...facts) => {
          recorded.push(...facts.map((fact) => ({ ...fact, at: tx.now })))
          for (const [kind, ofKind] of Map.groupBy(facts, (fact) => fact.kind)) await this.#tell(tx, kind, ofKind)
        },
      }
      const result = await work(tx)
      await markDone(sql)
      await seal(sql, recorded)
      return result
    })
  }
}

/** The one row that says where the facts end, as it was. */
const touch = sql`update fact_head set seq = seq`

/** serialization_failure, deadlock_detected (SQLSTATE class 40). */
function isPassing(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === "40001" || error.code === "40P01")
}
