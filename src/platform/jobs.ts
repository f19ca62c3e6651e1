import { fromKysely, PgBoss } from "pg-boss"
import type { Address } from "./database/connect.ts"
import { clientConfig } from "./database/connect.ts"
import type { Database, Tx } from "./database/database.ts"
import { errorFields, type Log } from "./log.ts"

export type JobData = Readonly<Record<string, string | number | boolean | null>>

/** A kind of job: its queue's name and the verb it calls. The verb must bear being called twice for one job. */
export interface JobKind<Data extends JobData> {
  name: string
  run: (data: Data) => Promise<void>
}

/** How late a job for later may be, in seconds: no notice tells that its moment has come. */
const EVERY = 5

/**
 * Work for later, kept in the database: put in by the transaction that wants it, done at least once, tried again with growing pauses.
 * The one place that knows pg-boss.
 */
export class Jobs {
  readonly #boss: PgBoss
  readonly #log: Log

  constructor(db: Database, log: Log) {
    this.#log = log
    this.#boss = new PgBoss({ ...bossAddress(db.address), application_name: "vigie-jobs", max: 2, schema: "jobs", useListenNotify: true })
    this.#boss.on("error", (error) => log.warn("jobs.error", errorFields(error)))
  }

  async open(): Promise<void> {
    await this.#boss.start()
  }

  /** Starts working on a kind. One at a time unless `together` says more. */
  async work<Data extends JobData>(kind: JobKind<Data>, together = 1): Promise<void> {
    await this.#ensure(kind.name)
    const often = { pollingIntervalSeconds: EVERY, notifyPollingIntervalSeconds: EVERY }
    await this.#boss.work<Data>(kind.name, { batchSize: together, burstWhenBatchFull: true, ...often }, async (jobs) => {
      for (const job of jobs) {
        try {
          await kind.run(job.data)
        } catch (error) {
          this.#log.error("job.failed", { job: kind.name, ...errorFields(error) })
          throw error
        }
      }
    })
  }

  /** Calls a kind every so often (cron, UTC). */
  async every<Data extends JobData>(cron: string, kind: JobKind<Data>): Promise<void> {
    await this.work(kind)
    await this.#boss.schedule(kind.name, cron)
  }

  /** Puts a job in with the caller's transaction: it exists when the transaction commits, and not otherwise. */
  async put(tx: Tx, name: string, data: JobData, at?: Date): Promise<void> {
    await this.#boss.send(name, data, {
      ...(at ? { startAfter: at } : {}),
      retryLimit: 8,
      retryBackoff: true,
      db: fromKysely(tx.sql),
    })
  }

  /** Puts in again what a backup kept. */
  async putBack(tx: Tx, name: string, data: JobData, at: Date): Promise<void> {
    await this.#ensure(name)
    await this.put(tx, name, data, at)
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 5000 })
  }

  async #ensure(name: string): Promise<void> {
    if (!(await this.#boss.getQueue(name))) await this.#boss.createQueue(name, { policy: "standard", notify: true })
  }
}

function bossAddress(address: Address): { connectionString: string } | { host: string; database: string; user: string } {
  const config = clientConfig(address)
  return "url" in address ? { connectionString: address.url } : { host: config.host!, database: config.database!, user: "vigie" }
}
