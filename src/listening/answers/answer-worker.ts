import { hostname } from "node:os"
import type { PublicChannel } from "#conversations"
import { type Database, errorFields, type Log } from "#platform"
import { attemptAnswer } from "./attempt-answer.ts"
import { claimAnswers, type Claimed, nextAnswerDue, recoverAnswers } from "./claim-answers.ts"
import { settleSent, settleTakenBack } from "./settle-answer.ts"

interface Parts {
  db: Database
  channel: PublicChannel
  log: Log
}

const TOGETHER = 4
const LONGEST_SLEEP = 30_000

/** Says what is due, and takes back what is to be. Woken by facts and by the clock. */
export class AnswerWorker {
  readonly #parts: Parts
  readonly #stop = new AbortController()
  /** Names this worker over its restarts: what it held when it died may stand there. */
  readonly #name = `${hostname()}:answers`
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #again = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async open(): Promise<void> {
    await this.#parts.db.transact((tx) => recoverAnswers(tx, this.#name))
    this.wake()
  }

  wake(): void {
    if (this.#stop.signal.aborted) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#running) {
      this.#again = true
      return
    }
    this.#again = false
    this.#running = this.#runDue()
      .catch((error: unknown) => this.#parts.log.warn("answers.waiting", errorFields(error))) // the database is away; the timer tries again
      .then(() => this.#sleep())
      .finally(() => {
        this.#running = null
        if (this.#again) this.wake()
      })
  }

  /** Everything that is due now is done, and whatever was under way has ended. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running
    await this.#runDue()
  }

  /** Lets attempts under way finish, for as long as their own time limits take. */
  async close(): Promise<void> {
    this.#stop.abort()
    if (this.#timer) clearTimeout(this.#timer)
    await this.#running
  }

  async #runDue(): Promise<void> {
    const { db, channel } = this.#parts
    if (channel.heldBecause() !== null) return
    await db.transact((tx) => recoverAnswers(tx, null))
    while (!this.#stop.signal.aborted) {
      const claimed = await db.transact((tx) => claimAnswers(tx, this.#name, TOGETHER))
      if (claimed.length === 0) return
      await Promise.all(claimed.map((one) => this.#doOne(one).catch((error: unknown) => this.#failed(one, error))))
    }
  }

  async #doOne(claimed: Claimed): Promise<void> {
    const { db, channel } = this.#parts
    const { row } = claimed
    const signal = new AbortController().signal
    if (row.state === "withdrawing") {
      const outcome = await channel.takeBack({ accountId: row.account_id, fixed: row.fixed }, row.place, signal)
      await db.transact((tx) => settleTakenBack(tx, claimed, outcome))
      return
    }
    const attempted = await attemptAnswer({ db, channel, signal }, row)
    if (attempted) await db.transact((tx) => settleSent(tx, channel, claimed, attempted))
  }

  /** It stays claimed until its lease ends; then it is looked for and tried again. The others don't wait for it. */
  #failed({ row }: Claimed, error: unknown): void {
    this.#parts.log.error("answers.failed", { answer: row.id, ...errorFields(error) })
  }

  async #sleep(): Promise<void> {
    if (this.#stop.signal.aborted) return
    const { db } = this.#parts
    const due = await nextAnswerDue(db.read).catch(() => null) // asked again when the timer rings
    const wait = due ? due.getTime() - db.clock.now().getTime() : LONGEST_SLEEP
    this.#timer = setTimeout(() => this.wake(), Math.min(Math.max(wait, 50), LONGEST_SLEEP))
    this.#timer.unref()
  }
}
