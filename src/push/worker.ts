import { type Database, errorFields, type JobKind, type Jobs, type Log, type Reader, type Tx } from "#platform"
import type { About, Shown } from "./about.ts"
import { claim, nextTry } from "./due.ts"
import { type Outcome, type PushParts, send } from "./send.ts"
import { forgetBrowser } from "./subscribe.ts"
import { room, type Subscription, type Telling } from "./tables.ts"
import { type VapidKeys, vapidKeys } from "./vapid.ts"

/** What the agent of a session is shown of it now; null: nothing, because they have seen it, may not, or don't want to know. */
export type Compose = (reader: Reader, sessionId: string, about: About) => Promise<Shown | null>

interface Parts extends PushParts {
  db: Database
  log: Log
  jobs: Pick<Jobs, "put">
  compose: Compose
}

const DUE = "push.due"
/** So many facts come together that one look is enough for them. */
const GATHER = 300

/** Sends what is due. What can't be sent is tried again until it is no news any more. */
export class PushWorker {
  readonly #parts: Parts
  #under: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | null = null
  #closed = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Comes when something is to be tried again. */
  get due(): JobKind<Record<string, never>> {
    return { name: DUE, run: () => this.settled() }
  }

  /** The same, every minute: promises come due without a fact, and a job may be lost. */
  get clock(): JobKind<Record<string, never>> {
    return { name: "push.clock", run: () => this.settled() }
  }

  /** Something may have to be told. */
  wake(): void {
    if (this.#closed) return
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.settled().catch((error: unknown) => this.#parts.log.error("push.send", errorFields(error))) // the minute's clock tries again
    }, GATHER)
  }

  /** Sends everything that is due now. */
  settled(): Promise<void> {
    const next = this.#under.catch(() => {}).then(() => this.#run())
    this.#under = next
    return next
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#under.catch(() => {})
  }

  async #run(): Promise<void> {
    const { db, keys } = this.#parts
    while (!this.#closed) {
      const claimed = await db.transact(claim)
      if (claimed.length === 0) return
      const vapid = await vapidKeys(db.read, keys)
      // What breaks for one is tried again when its lease has run out, and holds up no other.
      const broke = (error: unknown): void => this.#parts.log.error("push.tell", errorFields(error))
      await Promise.all(claimed.map((telling) => this.#tell(telling, vapid).catch(broke)))
    }
  }

  async #tell(telling: Telling, vapid: VapidKeys): Promise<void> {
    const { db, compose } = this.#parts
    const one = await room(db.read)
      .selectFrom("push_subscriptions")
      .selectAll()
      .where("id", "=", telling.subscription_id)
      .executeTakeFirst()
    if (!one) return
    const now = db.clock.now()
    const shown = telling.expires_at > now ? await compose(db.read, one.session_id, telling.about) : null
    const outcome = shown ? await send(this.#parts, vapid, one, shown, { now, expires: telling.expires_at }) : null
    await db.transact((tx) => this.#settle(tx, one, telling, outcome))
  }

  async #settle(tx: Tx, one: Subscription, telling: Telling, outcome: Outcome | null): Promise<void> {
    const tables = room(tx)
    if (outcome?.what === "gone") return forgetBrowser(tx, one)
    const again = outcome?.what === "later" ? nextTry(telling.attempts, tx.now, outcome.after) : null
    if (again && again < telling.expires_at) {
      await tables.updateTable("push_tellings").set({ due_at: again, leased_until: null }).where("id", "=", telling.id).execute()
      await this.#parts.jobs.put(tx, DUE, {}, again)
    } else await tables.deleteFrom("push_tellings").where("id", "=", telling.id).execute()
    if (!outcome) return
    const failed = "why" in outcome ? outcome.why : null
    await tables
      .updateTable("push_subscriptions")
      .set({ failed_why: failed, ...(failed === null ? { told_at: tx.now } : {}) })
      .where("id", "=", one.id)
      .execute()
  }
}
