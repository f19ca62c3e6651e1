import { errorFields, isDatabaseTrouble, isPassing, type Log, type Metrics, SECOND, TornSpool } from "#platform"
import { type FilingParts, NoInbox } from "../file-mail.ts"
import { acceptedAt } from "./accepted-at.ts"
import { FilingGroups, TOGETHER } from "./filing-groups.ts"
import { Flood } from "./flood.ts"
import type { Understood } from "./incoming.ts"
import { type Cause, Tries } from "./tries.ts"
import { understand } from "./understand.ts"

export interface FilingLoopParts extends FilingParts {
  log: Log
  metrics: Metrics
  now: () => Date
  /** How often the spool's folder is looked through for what nobody announced. */
  lookEveryMs?: number
  /** How long a mail that failed waits before it is tried again; longer each time. */
  shortestPauseMs?: number
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
const SHORTEST_PAUSE = 50
const LONGEST_PAUSE = 5 * SECOND

/**
 * Files what is in the spool: everything there at the start, what had been set aside included, then each mail as it comes, several
 * together. While the database doesn't write, mails stay in the spool and are tried again, however long. A mail that fails for a reason of
 * its own, or has failed twenty times for what may be the database's while it writes, is tried ten times, then filed with what its header
 * says, then with nothing but its original; only one that even so fails, in a database that writes, is set aside until the next start.
 */
export class FilingLoop {
  readonly #parts: FilingLoopParts
  /** In order; a Set, for the first of a hundred thousand is taken as fast as the first of ten. */
  readonly #waiting = new Set<string>()
  readonly #known = new Set<string>()
  readonly #tries: Tries
  /** Mails that failed and wait alone for their next try. */
  readonly #resting = new Map<string, NodeJS.Timeout>()
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
    this.#tries = new Tries(parts.shortestPauseMs ?? SHORTEST_PAUSE)
    parts.metrics.gauge("vigie_spool_depth", "Mails accepted and not yet filed", () => this.#known.size)
  }

  async open(): Promise<void> {
    await this.#takeBack()
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
    for (const timer of this.#resting.values()) clearTimeout(timer)
    this.#waiting.clear()
    while (this.#running > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  /** Whatever kept a whole mail from being filed may be mended by now. */
  async #takeBack(): Promise<void> {
    const { log, spool } = this.#parts
    try {
      const mails = await spool.takeBack()
      if (mails > 0) log.warn("filing.taken-back", { mails })
    } catch (error) {
      log.error("filing.not-taken-back", errorFields(error))
    }
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
      return await understand(this.#parts, id, this.#tries.depth(id))
    } finally {
      this.#reading--
      this.#fill()
    }
  }

  async #failed(id: string, error: unknown): Promise<void> {
    const { log, metrics, now } = this.#parts
    if (isGone(error)) return this.#forget(id) // filed by somebody else
    if (error instanceof TornSpool) return this.#setAside(id, "torn")
    const cause = await this.#causeOf(id, error)
    const passing = cause === "passing"
    const pause = this.#tries.failed(id, cause)
    metrics.count("vigie_filing_failed_total", "Tries to file a mail that failed", { why: cause })
    log[passing ? "warn" : "error"]("filing.failed", { spool: id, tries: this.#tries.of(id).all, cause, ...errorFields(error) })
    if (passing) {
      this.#stuckSince ??= now()
      this.#waiting.add(id)
      this.#restAll()
    } else if (cause === "mail" && this.#tries.isOver(id)) await this.#setAside(id, "unfilable")
    else if (!this.#closed) this.#rest(id, pause)
  }

  /** Nothing is blamed on a mail before the database has shown that it writes. */
  async #causeOf(id: string, error: unknown): Promise<Cause> {
    if (isPassing(error) || error instanceof NoInbox) return "passing"
    const unclear = isDatabaseTrouble(error)
    if ((unclear || this.#tries.isLast(id)) && !(await this.#parts.db.isWriting())) return "passing"
    return unclear && this.#tries.isDoubtful(id) ? "unclear" : "mail"
  }

  /** One that fails holds up nobody else. */
  #rest(id: string, pause: number): void {
    const again = () => {
      this.#resting.delete(id)
      this.#waiting.add(id)
      this.#fill()
    }
    this.#resting.set(id, setTimeout(again, pause))
  }

  #restAll(): void {
    if (this.#timer) return
    this.#pause = Math.min(this.#pause > 0 ? this.#pause * 2 : (this.#parts.shortestPauseMs ?? SHORTEST_PAUSE), LONGEST_PAUSE)
    this.#timer = setTimeout(() => this.#resume(), this.#pause)
  }

  #resume(): void {
    this.#timer = null
    this.#fill()
  }

  async #setAside(id: string, why: "torn" | "unfilable"): Promise<void> {
    const { log, metrics, spool } = this.#parts
    log.error("filing.set-aside", { spool: id, why })
    metrics.count("vigie_spool_set_aside_total", "Spooled files that could not be filed and were set aside", { why })
    await spool.setAside(id, why).catch((error: unknown) => log.error("filing.set-aside-failed", { spool: id, ...errorFields(error) }))
    this.#forget(id)
  }

  #forget(id: string): void {
    this.#known.delete(id)
    this.#tries.forget(id)
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT" && "syscall" in error && error.syscall === "open"
}
