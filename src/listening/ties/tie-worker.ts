import { sql } from "kysely"
import { type Database, errorFields, FactFollower, type FactFeed, type Log, MINUTE, type Tx } from "#platform"
import { concernsTies, noteDue } from "./due.ts"
import { holdCase, holdContact, holdMentions } from "./hold-together.ts"
import type { DueKind } from "./tables.ts"

const NAME = "listening.ties"
const HOLD = {
  mention: (tx: Tx, id: string) => holdMentions(tx, [id]),
  case: holdCase,
  contact: holdContact,
} as const satisfies Record<DueKind, unknown>
/** What fails is tried again minutes later, by the clock; what fails again and again is left: the next change of the case, or of the mention, tries anew. */
const TRIES = 5
/** So many mentions share a transaction. */
const TOGETHER = 20

/** Holds mentions, cases and people together, after what changed them is kept. What is still to do outlives a stop. */
export class TieWorker {
  readonly #db: Database
  readonly #log: Log
  readonly #follower: FactFollower
  #running: Promise<void> | null = null
  #again = false
  #closed = false

  constructor({ db, feed, log }: { db: Database; feed: FactFeed; log: Log }) {
    this.#db = db
    this.#log = log
    this.#follower = new FactFollower(db, feed, log, { name: NAME, wants: concernsTies, take: noteDue, taken: () => this.wake() })
  }

  async open(): Promise<void> {
    await this.#follower.open()
    this.wake()
  }

  /** Something waits, or what failed may be tried again. */
  wake(): void {
    this.#again = true
    if (this.#running || this.#closed) return
    this.#again = false
    this.#running = this.#work()
      .catch((error: unknown) => this.#log.error("ties.waiting", errorFields(error))) // the next fact, or the clock, tries again
      .finally(() => {
        this.#running = null
        // What came after the last look and before its end.
        if (this.#again) this.wake()
      })
  }

  async settled(): Promise<void> {
    await this.#follower.settled()
    while (this.#running) await this.#running
    await this.#work()
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#follower.close()
    await this.#running
  }

  async #work(): Promise<void> {
    while (!this.#closed) {
      const due = await sql<{ what: DueKind; id: string }>`
        select what, id from tie_due where due_at <= ${this.#db.clock.now()} and tries < ${TRIES} order by due_at, id limit 50`.execute(
        this.#db.read.sql,
      )
      if (due.rows.length === 0) return
      const mentions = due.rows.filter(({ what }) => what === "mention").map(({ id }) => id)
      for (let from = 0; from < mentions.length && !this.#closed; from += TOGETHER) await this.#some(mentions.slice(from, from + TOGETHER))
      for (const { what, id } of due.rows) if (what !== "mention" && !this.#closed) await this.#one(what, id)
    }
  }

  /** Mentions in one go; where one fails, each on its own. */
  async #some(ids: readonly string[]): Promise<void> {
    const isHeld = await this.#db
      .transact(async (tx) => {
        const held = await sql<{ id: string }>`
          delete from tie_due where what = 'mention' and id = any(${[...ids]}::uuid[]) returning id`.execute(tx.sql)
        await holdMentions(
          tx,
          held.rows.map(({ id }) => id),
        )
        return true
      })
      .catch((error: unknown) => {
        this.#log.warn("ties.one-by-one", errorFields(error))
        return false
      })
    if (isHeld) return
    for (const id of ids) if (!this.#closed) await this.#one("mention", id)
  }

  async #one(what: DueKind, id: string): Promise<void> {
    try {
      await this.#db.transact(async (tx) => {
        const held = await sql`delete from tie_due where what = ${what} and id = ${id} returning id`.execute(tx.sql)
        if (held.rows.length > 0) await HOLD[what](tx, id)
      })
    } catch (error) {
      this.#log.error("ties.failed", { what, id, ...errorFields(error) })
      await this.#db.transact((tx) =>
        sql`update tie_due set tries = tries + 1, due_at = ${new Date(tx.now.getTime() + 10 * MINUTE)} where what = ${what} and id = ${id}`.execute(
          tx.sql,
        ),
      )
    }
  }
}
