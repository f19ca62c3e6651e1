import { errorFields, type Log, SECOND, type Spool } from "#platform"

/** Whether there is room for mail. Looked at every second while mail comes, so that no session waits for the answer. */
export class DiskRoom {
  readonly #spool: Pick<Spool, "freeBytes">
  readonly #minFreeBytes: number
  readonly #log: Log
  #free = Number.POSITIVE_INFINITY
  #next: NodeJS.Timeout | null = null

  constructor(spool: Pick<Spool, "freeBytes">, minFreeBytes: number, log: Log) {
    this.#spool = spool
    this.#minFreeBytes = minFreeBytes
    this.#log = log
  }

  holds(bytes: number): boolean {
    this.#next ??= setTimeout(() => void this.look(), SECOND).unref()
    return this.#free - bytes >= this.#minFreeBytes
  }

  async look(): Promise<void> {
    this.close()
    try {
      this.#free = await this.#spool.freeBytes()
    } catch (error) {
      // A spool that can't even be looked at takes nothing.
      this.#free = 0
      this.#log.error("intake.disk-not-readable", errorFields(error))
    }
  }

  close(): void {
    if (this.#next) clearTimeout(this.#next)
    this.#next = null
  }
}
