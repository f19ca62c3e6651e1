import { sql } from "kysely"
import type { Database, Tx } from "./database/database.ts"
import type { SealedFact } from "./facts.ts"
import { factsAfter, lastSeq } from "./read-facts.ts"
import type { FactFeed } from "./feed.ts"
import { errorFields, type Log } from "./log.ts"
import { isDatabaseTrouble, isPassing } from "./passing.ts"

/** What follows the facts. */
export interface Following {
  /** Names the place that is kept. */
  name: string
  wants: (fact: SealedFact) => boolean
  /**
   * Takes facts in the order of commits, a few or many at once. What is written through `tx` is kept together with the place: exactly
   * once. What is done otherwise may be done again after a crash.
   */
  take: (tx: Tx, facts: readonly SealedFact[]) => Promise<void>
  /** After facts were taken and kept. */
  taken?: () => void
}

const TOGETHER = 200
/** So many facts that nobody wants may pass before the place is written down. */
const STRIDE = 5000
/** A fact that can't be taken for a reason of its own is tried so often, with the others and then alone, and then passed over. */
const TRIES = 3
/** So often alone, where nobody can tell whether it is the fact or a slow database. */
const DOUBTS = 20
/** After a failure, in milliseconds. */
const RETRY = 500
/** The least time between two looks, in milliseconds: a rush of facts is taken together. */
const PAUSE = 200

/**
 * Follows the facts after their commit from a place that is kept in the database, so that none is missed while the house is closed, and
 * no mail waits for what others make of it. One process at a time takes facts of a name.
 */
export class FactFollower {
  readonly #db: Database
  readonly #log: Log
  readonly #following: Following
  readonly #feed: FactFeed
  #unlisten: (() => void) | null = null
  #seen = 0
  #kept = 0
  #running: Promise<void> | null = null
  #resting: NodeJS.Timeout | null = null
  #again = false
  #failed = 0
  #closed = false

  constructor(db: Database, feed: FactFeed, log: Log, following: Following) {
    this.#db = db
    this.#feed = feed
    this.#log = log
    this.#following = following
  }

  /** Begins where it had come to; the first time, with what happens from now on. */
  async open(): Promise<void> {
    this.#seen = await this.#db.transact(async (tx) => {
      await sql`insert into fact_followers (name, seq) values (${this.#following.name}, ${await lastSeq(tx)}) on conflict do nothing`.execute(
        tx.sql,
      )
      return this.#place(tx)
    })
    this.#kept = this.#seen
    this.#unlisten = this.#feed.listen((fact) => this.#following.wants(fact) && this.#wake())
    this.#wake()
  }

  /** Takes everything that has happened until now, and what comes of taking it. */
  async settled(): Promise<void> {
    await this.#running
    for (let before = -1; before !== this.#seen;) {
      before = this.#seen
      await this.#catchUp()
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#unlisten?.()
    clearTimeout(this.#resting ?? undefined)
    await this.#running
  }

  #wake(): void {
    if (this.#running || this.#resting) {
      this.#again = true
      return
    }
    this.#again = false
    this.#running = this.#catchUp()
      .then(
        () => PAUSE,
        (error: unknown) => {
          this.#log.error("follower.waiting", { follower: this.#following.name, ...errorFields(error) })
          if (!isForNow(error)) this.#failed++
          this.#again = true
          return RETRY
        },
      )
      .then((pause) => {
        this.#running = null
        if (!this.#closed) this.#rest(pause)
      })
  }

  #rest(pause: number): void {
    this.#resting = setTimeout(() => {
      this.#resting = null
      if (this.#again) this.#wake()
    }, pause).unref()
  }

  async #catchUp(): Promise<void> {
    while (!this.#closed) {
      const facts = await factsAfter(this.#db.read, this.#seen, TOGETHER)
      const last = facts.at(-1)?.seq
      if (last === undefined) return
      if (facts.some((fact) => this.#following.wants(fact)) || last - this.#kept >= STRIDE) await this.#take(facts, last)
      else this.#seen = last
      if (facts.length < TOGETHER) return
    }
  }

  async #take(facts: readonly SealedFact[], last: number): Promise<void> {
    if (this.#failed < TRIES) await this.#takeTogether(facts, last)
    else for (const fact of facts) await this.#takeAlone(fact)
    this.#failed = 0
  }

  /** One fact that nobody can take doesn't hold up all that come after it. */
  async #takeAlone(fact: SealedFact): Promise<void> {
    try {
      await this.#takeTogether([fact], fact.seq)
    } catch (error) {
      if (isForNow(error) || (await this.#isDoubtful(error))) throw error
      const { seq, kind } = fact
      this.#log.error("follower.passed-over", { follower: this.#following.name, seq, kind, ...errorFields(error) })
      await this.#takeTogether([], seq)
    }
    this.#failed = TRIES
  }

  /** Too slow, or damaged: nothing is held against a fact before the database has often shown that it writes. */
  async #isDoubtful(error: unknown): Promise<boolean> {
    return isDatabaseTrouble(error) && (this.#failed < TRIES + DOUBTS || !(await this.#db.isWriting()))
  }

  async #takeTogether(facts: readonly SealedFact[], last: number): Promise<void> {
    await this.#db.transact(async (tx) => {
      const place = await this.#place(tx)
      const wanted = facts.filter((fact) => fact.seq > place && this.#following.wants(fact))
      if (wanted.length > 0) await this.#following.take(tx, wanted)
      await sql`update fact_followers set seq = greatest(seq, ${last}) where name = ${this.#following.name}`.execute(tx.sql)
    })
    this.#seen = this.#kept = last
    this.#following.taken?.()
  }

  /** Where the follower stands, held until the transaction ends. */
  async #place(tx: Tx): Promise<number> {
    const found = await sql<{ seq: number }>`select seq from fact_followers where name = ${this.#following.name} for update`.execute(tx.sql)
    return found.rows[0]!.seq
  }
}

/** It says nothing about the fact: the database is away, or somebody else was in the way (serialisation, deadlock, lock not available). */
function isForNow(error: unknown): boolean {
  return isPassing(error) || (error instanceof Error && "code" in error && /^(40|55)/.test(String(error.code)))
}
