import { Worker } from "node:worker_threads"
import type { FeedContext, FeedRead } from "./read-feed.ts"

const TIME_LIMIT = 10_000
const IDLE = 10_000

/** A thread that reads one feed after the other. Whatever one does to its reader costs that feed alone. */
export class FeedThread {
  #worker: Worker | null = null
  #idle: NodeJS.Timeout | undefined
  #last: Promise<unknown> = Promise.resolve()

  read(bytes: Uint8Array, context: FeedContext): Promise<FeedRead> {
    const turn = this.#last.then(() => this.#readNow(bytes, context))
    this.#last = turn.catch(() => {}) // whoever asked is told
    return turn
  }

  /** A reader that hangs or breaks is something that couldn't be read. */
  async #readNow(bytes: Uint8Array, context: FeedContext): Promise<FeedRead> {
    clearTimeout(this.#idle)
    const worker = (this.#worker ??= this.#start())
    const done = Promise.withResolvers<FeedRead>()
    const fail = () => {
      this.#end()
      done.resolve({ unreadable: "too-large" })
    }
    const timer = setTimeout(fail, TIME_LIMIT)
    worker.ref()
    worker.once("message", done.resolve)
    worker.once("error", fail)
    worker.once("exit", fail)
    worker.postMessage({ bytes: Uint8Array.from(bytes), context }, [])
    const read = await done.promise
    clearTimeout(timer)
    worker.off("message", done.resolve).off("error", fail).off("exit", fail)
    worker.unref()
    this.#idle = setTimeout(() => this.#end(), IDLE).unref()
    return read
  }

  #start(): Worker {
    const limits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }
    const worker = new Worker(new URL("feed-reading.worker.ts", import.meta.url), { resourceLimits: limits })
    worker.on("error", () => {}) // one that comes after its feed was given up is no news
    return worker
  }

  #end(): void {
    clearTimeout(this.#idle)
    void this.#worker?.terminate()
    this.#worker = null
  }
}
