import { type Blobs, type Database, errorFields, failpoint, type Log, type Metrics } from "#platform"
import type { Channel, Outcome } from "./channel.ts"
import { claimDue, findUncertain, nextDue, type OutboxRow, releaseHeld, settle } from "./outbox.ts"
import { room } from "./tables.ts"

interface WorkerParts {
  db: Database
  blobs: Blobs
  channels: ReadonlyMap<string, Channel>
  log: Log
  metrics: Metrics
  /** Names this worker over its restarts: what it held when it died is uncertain. */
  worker: string
}

const TOGETHER = 8
const LONGEST_SLEEP = 30_000

/** Sends what is due, a few at a time. Woken by the feed (`message.queued`) and by the clock. */
export class OutboxWorker {
  readonly #parts: WorkerParts
  readonly #stop = new AbortController()
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #again = false

  constructor(parts: WorkerParts) {
    this.#parts = parts
  }

  async open(): Promise<void> {
    const { db, channels, worker } = this.#parts
    await db.transact(async (tx) => {
      await findUncertain(tx, worker)
      if ([...channels.values()].every((channel) => channel.heldBecause() === null)) await releaseHeld(tx, "no-relay")
    })
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
    this.#running = this.runDue()
      .catch((error: unknown) => this.#parts.log.warn("outbox.waiting", errorFields(error))) // the database is away; the timer tries again
      .then(() => this.#sleep())
      .finally(() => {
        this.#running = null
        if (this.#again) this.wake()
      })
  }

  /** Sends everything that is due now. */
  async runDue(): Promise<void> {
    const { db, worker } = this.#parts
    await db.transact((tx) => findUncertain(tx, null))
    while (!this.#stop.signal.aborted) {
      const rows = await db.transact((tx) => claimDue(tx, worker, TOGETHER))
      if (rows.length === 0) return
      failpoint("after-sending-marked")
      await Promise.all(rows.map((row) => this.#sendOne(row)))
    }
  }

  /** The same, and whatever is under way already has ended too. */
  async settled(): Promise<void> {
    await this.#running
    await this.runDue()
    await this.#running
  }

  /** Lets attempts under way finish, for as long as their own time limits take. */
  async close(): Promise<void> {
    this.#stop.abort()
    if (this.#timer) clearTimeout(this.#timer)
    await this.#running
  }

  async #sendOne(row: OutboxRow): Promise<void> {
    const { db, metrics } = this.#parts
    const outcome = await this.#attempt(row)
    failpoint("before-sent-marked")
    metrics.count("vigie_outbox_attempts_total", "Attempts to send a message, by outcome", { outcome: outcome.kind })
    await db.transact((tx) => settle(tx, row, outcome))
  }

  async #attempt(row: OutboxRow): Promise<Outcome> {
    const { db, blobs, channels, log } = this.#parts
    const channel = channels.get(row.channel)
    if (!channel) return { kind: "unreachable", answer: "" }
    try {
      const message = await room(db.read)
        .selectFrom("messages")
        .select(["message_id", "original"])
        .where("id", "=", row.message_id)
        .executeTakeFirstOrThrow()
      const bytes = await blobs.read(message.original!)
      const sealed = { outboxId: row.id, messageId: message.message_id!, bytes, mailFrom: row.mail_from, recipients: row.recipients }
      return await channel.send(sealed, new AbortController().signal)
    } catch (error) {
      // Nothing has left: the channel answers for everything that happens once it has the bytes.
      log.error("outbox.unreadable", { outbox: row.id, ...errorFields(error) })
      return { kind: "unreachable", answer: "" }
    }
  }

  async #sleep(): Promise<void> {
    if (this.#stop.signal.aborted) return
    const { db } = this.#parts
    const due = await nextDue(db.read).catch(() => null) // asked again when the timer rings
    const wait = due ? due.getTime() - db.clock.now().getTime() : LONGEST_SLEEP
    this.#timer = setTimeout(() => this.wake(), Math.min(Math.max(wait, 50), LONGEST_SLEEP))
    this.#timer.unref()
  }
}
