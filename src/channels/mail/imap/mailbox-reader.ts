import type { ImapFlow } from "imapflow"
import { errorFields, HOUR, type Log, MINUTE, SECOND, isPassing } from "#platform"
import { type MailboxAccess, openMailbox } from "./connect.ts"
import { accessOpenMailbox, noteProblem, noteReading, noteReconciliation } from "./mailbox-state.ts"
import { type PassParts, readFolder, type Troubles } from "./pass.ts"
import { explain, type MailboxProblem } from "./problem.ts"
import type { Mailbox } from "./tables.ts"

export interface ReaderParts extends PassParts, MailboxAccess {
  log: Log
  /** How often the folder is looked through although the server announced nothing. */
  pollMs?: number
  /** The first pause after a failure; it doubles, to five minutes. */
  retryMs?: number
}

const LONGEST_PAUSE = 5 * MINUTE

/** Reads one mailbox as long as it runs: everything that is there, then what comes, by IDLE with polling behind it. */
export class MailboxReader {
  readonly #parts: ReaderParts
  readonly #id: string
  #client: ImapFlow | null = null
  #stopped = false
  #wake: (() => void) | null = null
  #asked = false
  #running: Promise<void> = Promise.resolve()
  #passed: (() => void)[] = []
  readonly #troubles: Troubles = new Map()
  #forgiving: NodeJS.Timeout | undefined

  constructor(parts: ReaderParts, mailboxId: string) {
    this.#parts = parts
    this.#id = mailboxId
  }

  start(): void {
    this.#forgiving = setInterval(() => this.#troubles.clear(), HOUR).unref()
    this.#running = this.#run()
  }

  /** Looks now. Resolves after the next look, whether it succeeded or not. */
  look(): Promise<void> {
    const passed = new Promise<void>((resolve) => this.#passed.push(resolve))
    this.#asked = true
    this.#wake?.()
    return passed
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#forgiving)
    this.#wake?.()
    this.#client?.close()
    await this.#running
    this.#tell()
  }

  async #run(): Promise<void> {
    let failures = 0
    while (!this.#stopped) {
      try {
        const mailbox = await accessOpenMailbox(this.#parts.db.read, this.#id)
        if (!mailbox) return
        await this.#session(mailbox, () => (failures = 0))
      } catch (error) {
        if (this.#stopped) return
        failures++
        await this.#failed(error)
      } finally {
        this.#client?.close()
        this.#client = null
      }
      this.#asked = false // whoever asked is told of this one: it doesn't cut short the pause after it
      this.#tell()
      const pause = Math.min((this.#parts.retryMs ?? 5 * SECOND) * 2 ** Math.max(0, failures - 1), LONGEST_PAUSE)
      if (failures > 0) await this.#sleep(pause)
    }
  }

  /** One connection, until it ends or the mailbox's settings change. */
  async #session(mailbox: Mailbox, fine: () => void): Promise<void> {
    const { db, pollMs = 5 * MINUTE } = this.#parts
    await noteReading(db, mailbox)
    const client = await openMailbox(this.#parts, mailbox)
    this.#client = client
    client.on("exists", () => this.#announced())
    client.on("close", () => this.#wake?.())
    while (!this.#stopped && client.usable) {
      this.#asked = false
      const found = await readFolder(client, this.#parts, mailbox, this.#troubles)
      await noteReconciliation(db, mailbox, found)
      fine()
      this.#tell()
      // What could not be had is asked for again soon, but not at once.
      await this.#idle(client, found.missing === 0 ? pollMs : Math.min(pollMs, 30 * SECOND))
    }
  }

  /** Listens (IDLE, or NOOP where the server has none) until something is announced, the poll is due, or the session ends. */
  async #idle(client: ImapFlow, pollMs: number): Promise<void> {
    if (this.#asked || this.#stopped) return
    client.idle().catch(() => {}) // the session ended: "close" says it
    await this.#sleep(pollMs)
  }

  #announced(): void {
    this.#asked = true
    this.#wake?.()
  }

  async #failed(error: unknown): Promise<void> {
    const { db, log } = this.#parts
    const mailbox = await accessOpenMailbox(db.read, this.#id).catch(() => null) // the database may be what is away
    if (!mailbox) return log.warn("mailbox.waiting", { mailbox: this.#id, ...errorFields(error) })
    const ours = isPassing(error) && !isNetwork(error)
    const problem: MailboxProblem = ours ? { code: "ours", values: {} } : explain(error, mailbox)
    log.warn("mailbox.failing", { mailbox: this.#id, problem: problem.code, ...errorFields(error) })
    await noteProblem(db, mailbox, problem).catch((cause: unknown) => log.warn("mailbox.problem-not-kept", errorFields(cause)))
  }

  #sleep(ms: number): Promise<void> {
    if (this.#stopped || this.#asked) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms)
      this.#wake = done
      function done(): void {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #tell(): void {
    for (const resolve of this.#passed.splice(0)) resolve()
  }
}

/** The mailbox's own server, not our database or disk. */
function isNetwork(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    /^E(CONN|TIMEDOUT|NOTFOUND|AI_AGAIN|PIPE|HOSTUNREACH|NETUNREACH)/.test(error.code) &&
    !("severity" in error)
  )
}
