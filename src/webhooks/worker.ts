import { type Database, errorFields, isPassing, type JobKind, type Jobs, type Keys, type Log, type SafeFetch, type Tx } from "#platform"
import { attempt, type Exchange } from "./attempt.ts"
import { standingSecrets } from "./secrets.ts"
import { claimNext, settle, webhooksDue } from "./settle.ts"
import { type Delivery, room } from "./tables.ts"

interface WorkerParts {
  db: Database
  keys: Keys
  log: Log
  jobs: Pick<Jobs, "put">
  outbound: Pick<SafeFetch, "get">
}

const DUE = "webhooks.due"

/** Nothing could be sent, for a reason of ours. */
const UNSENT: Exchange = {
  requestHeaders: {},
  ms: 0,
  status: null,
  reason: "failed",
  responseHeaders: null,
  responseBody: null,
  retryAfter: null,
}

/**
 * Sends what is due, each webhook in a lane of its own: one at a time and in the order of facts, and never behind another's slowness. What
 * is to be tried again is a row with its moment; the job that comes then only wakes the lanes.
 */
export class WebhookWorker {
  readonly #parts: WorkerParts
  readonly #lanes = new Map<string, Promise<void>>()
  #closed = false

  constructor(parts: WorkerParts) {
    this.#parts = parts
  }

  /** Wakes the lanes when a delivery is due. May come early, late or twice. */
  get due(): JobKind<Record<string, never>> {
    return { name: DUE, run: () => this.wake() }
  }

  /** The same, every minute: what a lost job left behind. */
  get clock(): JobKind<Record<string, never>> {
    return { name: "webhooks.clock", run: () => this.wake() }
  }

  /** Starts a lane for each webhook that has something due and none under way. */
  async wake(): Promise<void> {
    if (this.#closed) return
    for (const id of await webhooksDue(this.#parts.db.read)) {
      if (this.#lanes.has(id)) continue
      const lane = this.#run(id)
        .catch((error: unknown) => this.#parts.log.error("webhook.lane", { webhook: id, ...errorFields(error) })) // the minute's clock tries again
        .finally(() => this.#lanes.delete(id))
      this.#lanes.set(id, lane)
    }
  }

  /** Sends everything that is due now. */
  async settled(): Promise<void> {
    do {
      await Promise.all(this.#lanes.values())
      await this.wake()
    } while (this.#lanes.size > 0)
  }

  /** Lets what is on its way end. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#lanes.values())
  }

  async #run(webhookId: string): Promise<void> {
    const { db } = this.#parts
    while (!this.#closed) {
      const delivery = await db.transact((tx) => claimNext(tx, webhookId))
      if (!delivery) return
      try {
        await this.#send(delivery)
      } catch (error) {
        if (isPassing(error)) throw error
        // It counts as a try, so that it is given up one day, and the others behind it leave.
        this.#parts.log.error("webhook.unsendable", { webhook: webhookId, delivery: delivery.id, ...errorFields(error) })
        await db.transact((tx) => this.#settle(tx, delivery, UNSENT))
      }
    }
  }

  async #send(delivery: Delivery): Promise<void> {
    const { db, keys, outbound } = this.#parts
    const { id, webhook_id, body } = delivery
    const webhook = await room(db.read).selectFrom("webhooks").select("url").where("id", "=", webhook_id).executeTakeFirst()
    if (!webhook) return
    const secrets = await standingSecrets(db.read, keys, webhook_id)
    const exchange = await attempt(outbound, { id, url: webhook.url, body, at: db.clock.now(), secrets })
    await db.transact((tx) => this.#settle(tx, delivery, exchange))
  }

  async #settle(tx: Tx, ...what: [Parameters<typeof settle>[1], Parameters<typeof settle>[2]]): Promise<void> {
    const again = await settle(tx, ...what, Math.random())
    if (again) await this.#parts.jobs.put(tx, DUE, {}, again)
  }
}
