import { inboxForAddress, openAddresses } from "#conversations"
import { type Database, errorFields, type Log, SECOND } from "#platform"
import type { Recipient } from "./intake.ts"

/** A sender waits for this answer. */
const LONGEST_LOOK = 5 * SECOND

/**
 * The inboxes' addresses, kept in memory: what was known stays known when the database is away, so mail goes on being taken. Looked up
 * anew every few seconds, when an inbox changes (`refresh`), and before an address is called unknown.
 */
export class KnownAddresses {
  readonly #db: Database
  readonly #log: Log
  #known: ReadonlyMap<string, string> | null = null
  #begunAt = 0
  #looking: Promise<boolean> | null = null
  #timer: NodeJS.Timeout | null = null

  constructor(db: Database, log: Log) {
    this.#db = db
    this.#log = log
  }

  async open(everyMs = 5 * SECOND): Promise<void> {
    await this.refresh()
    this.#timer = setInterval(() => void this.refresh(), everyMs).unref()
  }

  close(): void {
    if (this.#timer) clearInterval(this.#timer)
  }

  resolve(address: string): Recipient | Promise<Recipient> {
    return this.#has(address) ? "inbox" : this.#ask(address)
  }

  /** Whether the look-up succeeded. */
  refresh(): Promise<boolean> {
    if (this.#looking) return this.#looking
    const begun = performance.now()
    this.#looking = within(LONGEST_LOOK, openAddresses(this.#db.read, "mail"))
      .then((known) => {
        this.#known = known
        this.#begunAt = begun
        return true
      })
      .catch((error: unknown) => {
        this.#log.warn("intake.addresses-not-readable", errorFields(error))
        return false
      })
      .finally(() => {
        this.#looking = null
      })
    return this.#looking
  }

  #has(address: string): boolean {
    return this.#known !== null && inboxForAddress(this.#known, address) !== null
  }

  /**
   * A 550 is for ever, and the inbox may be a moment old: only a look that began after the question answers it. Whoever asks meanwhile
   * shares the next one, so that trying many addresses doesn't make many look-ups at once.
   */
  async #ask(address: string): Promise<Recipient> {
    const asked = performance.now()
    do {
      if (!(await this.refresh())) return "unavailable"
    } while (this.#begunAt < asked)
    return this.#has(address) ? "inbox" : "unknown"
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error("timeout")), ms)
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer))
}
