import { errorFields, isPassing, type Log, type Metrics, SECOND, TornSpool } from "#platform"
import { type FilingParts, NoInbox } from "../file-mail.ts"
import { acceptedAt } from "./accepted-at.ts"
import { FilingGroups, TOGETHER } from "./filing-groups.ts"
import { Flood } from "./flood.ts"
import type { Understood } from "./incoming.ts"
import { understand } from "./understand.ts"

export interface FilingLoopParts extends FilingParts {
  log: Log
  metrics: Metrics
  now: () => Date
  /** How often the spool's folder is looked through for what nobody announced. */
  lookEveryMs?: number
}

export interface FilingHealth {
  /** Mails accepted and not yet filed. */
  depth: number
  /** When the oldest of them was accepted. */
  oldestWaiting: Date | null
  /** Since when nothing can be filed (database away, disk full), or null. */
  stuckSince: Date | null
}

/** Mails read at the same time: each may be large. */
const READING = 4
const TRIES = 10
const SHORTEST_PAUSE = 50
const LONGEST_PAUSE = 5 * SECOND

/**
 * Files what is in the spool: everything there at the start, then each mail as it comes, several together. While the database is away
 * mails stay in the spool and are tried again. A mail that fails for a reason of its own is tried ten times, then filed unread.
 */
export class FilingLoop {
  readonly #parts: FilingLoopParts
  /** In order; a Set, for the first of a hundred thousand is taken as fast as the first of ten. */
  readonly #waiting = new Set<string>()
  readonly #known = new Set<string>()
  readonly #tries = new Map<string, number>()
  readonly #flood = new Flood()
  readonly #groups: FilingGroups
  #running = 0
  #reading = 0
  #pause = 0
  #stuckSince: Date | null = null
  #timer: NodeJS.Timeout | null = null
  #looking: NodeJS.Timeout | null = null
  #closed = false
  #idle: (() => void)[] = []

  constructor(parts: FilingLoopParts) {
    this.#parts = parts
    this.#groups = new FilingGroups(parts)
    parts.metrics.gauge("vigie_spool_depth", "Mails accepted and not yet filed", () => this.#known.size)
  }

  async open(): Promise<void> {
    await this.#look()
    this.#looking = setInterval(() => void this.#look(), this.#parts.lookEveryMs ?? 30 * SECOND).unref()
  }

  /** A mail was accepted. */
  add(id: string): void {
    this.#flood.arrived()
    this.#take(id)
    this.#fill()
  }

  health(): FilingHealth {
    let oldest: string | null = null
    for (const id of this.#known) if (oldest === null || id < oldest) oldest = id
    return { depth: this.#known.size, oldestWaiting: oldest === null ? null : acceptedAt(oldest), stuckSince: this.#stuckSince }
  }

  /** Resolves when everything that waited has been filed. */
  settled(): Promise<void> {
    return this.#known.size === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve))
  }

  /** Ends what is being filed; the rest stays in the spool for the next start. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#looking) clearInterval(this.#looking)
    this.#waiting.clear()
    while (this.#running > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  async #look(): Promise<void> {
    try {
      for (const id of await this.#parts.spool.waiting()) this.#take(id)
      this.#fill()
    } catch (error) {
      this.#parts.log.error("filing.spool-not-readable", errorFields(error))
    }
  }

  #take(id: string): void {
    if (this.#known.has(id)) return
    this.#known.add(id)
    this.#waiting.add(id)
  }

  #fill(): void {
    const most = this.#flood.most(READING)
    if (most === 0 && !this.#closed) this.#timer ??= setTimeout(() => this.#resume(), this.#flood.pause)
    while (!this.#closed && this.#timer === null && this.#reading < most && this.#running < TOGETHER * 2) {
      const [id] = this.#waiting
      if (id === undefined) return
      this.#waiting.delete(id)
      this.#running++
      void this.#file(id).finally(() => {
        this.#running--
        this.#fill()
        if (this.#running === 0 && (this.#closed || this.#known.size === 0)) for (const resolve of this.#idle.splice(0)) resolve()
      })
    }
  }

  async #file(id: string): Promise<void> {
    const { metrics, now } = this.#parts
    try {
      await this.#groups.file(await this.#understand(id))
      this.#forget(id)
      this.#pause = 0
      this.#stuckSince = null
      const seconds = (now().getTime() - acceptedAt(id).getTime()) / SECOND
      metrics.observe("vigie_filing_seconds", "From the 250 to the message in the database", seconds)
    } catch (error) {
      await this.#failed(id, error)
    }
  }

  async #understand(id: string): Promise<Understood> {
    this.#reading++
    try {
      return await understand(this.#parts, id, (this.#tries.get(id) ?? 0) >= TRIES)
    } finally {
      this.#reading--
      this.#fill()
    }
  }

  async #failed(id: string, error: unknown): Promise<void> {
    const { log, metrics, now } = this.#parts
    if (isGone(error)) return this.#forget(id) // filed by somebody else
    if (error instanceof TornSpool) return this.#setAside(id, "torn")
    const passing = isPassing(error) || error instanceof NoInbox
    const tries = (this.#tries.get(id) ?? 0) + (passing ? 0 : 1)
    this.#tries.set(id, tries)
    metrics.count("vigie_filing_failed_total", "Tries to file a mail that failed", { why: passing ? "passing" : "mail" })
    log[passing ? "warn" : "error"]("filing.failed", { spool: id, tries, passing, ...errorFields(error) })
    if (tries > TRIES) return this.#setAside(id, "unfilable")
    this.#waiting.add(id)
    if (passing) this.#stuckSince ??= now()
    // One that fails for its own reasons goes behind the others; when all fail, all wait.
    if (passing || this.#waiting.size === 1) this.#rest(passing)
  }

  #rest(longer: boolean): void {
    this.#pause = Math.min(longer && this.#pause > 0 ? this.#pause * 2 : SHORTEST_PAUSE, LONGEST_PAUSE)
    this.#timer ??= setTimeout(() => this.#resume(), this.#pause)
  }

  #resume(): void {
    this.#timer = null
    this.#fill()
  }

  async #setAside(id: string, why: string): Promise<void> {
    const { log, metrics, spool } = this.#parts
    log.error("filing.set-aside", { spool: id, why })
    metrics.count("vigie_spool_set_aside_total", "Spooled files that could not be filed and were set aside", { why })
    await spool.setAside(id).catch((error: unknown) => log.error("filing.set-aside-failed", { spool: id, ...errorFields(error) }))
    this.#forget(id)
  }

  #forget(id: string): void {
    this.#known.delete(id)
    this.#tries.delete(id)
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT" && "syscall" in error && error.syscall === "open"
}
