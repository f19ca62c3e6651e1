import type pg from "pg"
import type { Database } from "./database/database.ts"
import type { SealedFact } from "./facts.ts"
import { factsAfter, lastSeq } from "./read-facts.ts"
import { errorFields, type Log } from "./log.ts"

/** Takes facts in order, each once. Must not throw. */
export type Listener = (fact: SealedFact) => void

/**
 * Tells this process of every committed fact, in order and without gaps: PostgreSQL's NOTIFY wakes it, the sequence says what is new.
 * A lost connection is opened again and nothing is missed, because reading goes on from the last number.
 */
export class FactFeed {
  readonly #db: Database
  readonly #log: Log
  readonly #listeners = new Set<Listener>()
  #seq = 0
  #client: pg.Client | null = null
  #closed = false
  #reading: Promise<void> | null = null
  #again = false

  constructor(db: Database, log: Log) {
    this.#db = db
    this.#log = log
  }

  /** The last number told. State fetched after this, then listening from it, misses nothing. */
  get seq(): number {
    return this.#seq
  }

  async open(): Promise<void> {
    this.#seq = await lastSeq(this.#db.read)
    await this.#listen()
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#client?.end().catch(() => {}) // the connection is going away in any case
    await this.#reading
  }

  async #listen(): Promise<void> {
    const client = await this.#db.connect()
    this.#client = client
    client.on("notification", () => this.#wake())
    client.on("error", (error) => this.#log.warn("feed.connection-lost", errorFields(error)))
    client.on("end", () => void this.#reconnect())
    await client.query("listen facts")
    this.#wake()
  }

  async #reconnect(): Promise<void> {
    while (!this.#closed) {
      try {
        return await this.#listen()
      } catch (error) {
        this.#log.warn("feed.waiting-for-database", errorFields(error))
        await new Promise((resolve) => setTimeout(resolve, 500).unref())
      }
    }
  }

  #wake(): void {
    if (this.#reading) {
      this.#again = true
      return
    }
    this.#reading = this.#readNew()
      .catch((error: unknown) => this.#log.warn("feed.read-failed", errorFields(error))) // the next notice reads from the same place
      .finally(() => {
        this.#reading = null
        if (this.#again && !this.#closed) this.#wake()
      })
  }

  async #readNew(): Promise<void> {
    this.#again = false
    for (;;) {
      const facts = await factsAfter(this.#db.read, this.#seq, 500)
      for (const fact of facts) {
        this.#seq = fact.seq
        for (const listener of this.#listeners) listener(fact)
      }
      if (facts.length < 500) return
    }
  }
}
