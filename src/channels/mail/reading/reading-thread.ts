import { Worker } from "node:worker_threads"
import type { ReadMail, UnreadableReason } from "./read-mail.types.ts"
import type { ReadingOptions } from "./read-mail.ts"
import type { WorkerMessage } from "./reading-protocol.ts"

export type Outcome = { mail: ReadMail } | { reason: UnreadableReason }

const START_MS = 20_000

/** One worker thread that reads one mail at a time, and can be ended at any moment. */
export class ReadingThread {
  private readonly worker: Worker
  private readonly timeoutMs: number
  private readonly ready: Promise<void>
  private settle: ((outcome: Outcome) => void) | null = null
  private timer: NodeJS.Timeout | undefined
  private dead = false

  constructor(timeoutMs: number, memoryMb: number) {
    this.timeoutMs = timeoutMs
    this.worker = new Worker(new URL("reading-worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    })
    this.worker.unref()
    const { promise, resolve } = Promise.withResolvers<void>()
    this.ready = promise
    this.worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "ready") resolve()
      else this.finish(message.kind === "read" ? { mail: message.mail } : { reason: message.reason })
    })
    this.worker.on("error", (error) => this.fail(isOutOfMemory(error) ? "memory" : "crashed"))
    this.worker.on("exit", () => this.fail("crashed"))
  }

  get isAlive(): boolean {
    return !this.dead
  }

  /** Reads a mail within the time limit. Never rejects: a thread that hangs, runs out of memory or crashes is a reason. */
  read(raw: Buffer, options: ReadingOptions): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    this.settle = resolve
    this.worker.ref()
    this.limit(START_MS + this.timeoutMs)
    void this.ready.then(() => {
      if (this.settle !== resolve) return
      this.limit(this.timeoutMs)
      const bytes = new Uint8Array(raw).buffer
      this.worker.postMessage({ raw: bytes, options }, [bytes])
    })
    return promise
  }

  async end(): Promise<void> {
    this.fail("crashed")
    await this.worker.terminate()
  }

  private limit(milliseconds: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.fail("timeout"), milliseconds)
  }

  private fail(reason: UnreadableReason): void {
    if (!this.dead) void this.worker.terminate()
    this.dead = true
    this.finish({ reason })
  }

  private finish(outcome: Outcome): void {
    clearTimeout(this.timer)
    this.worker.unref()
    this.settle?.(outcome)
    this.settle = null
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
}
