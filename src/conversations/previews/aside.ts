import { Worker } from "node:worker_threads"

interface Limits {
  /** Milliseconds for one. */
  time: number
  megabytes: number
}

const IDLE = 20_000
const LOOK = 50

/** A thread that looks into one file after the other. Whatever one does to its reader costs its own preview alone. */
export class Aside<Asked extends object, Told> {
  readonly #entry: URL
  readonly #limits: Limits
  #worker: Worker | null = null
  #idle: NodeJS.Timeout | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(entry: URL, limits: Limits) {
    this.#entry = entry
    this.#limits = limits
  }

  /** Null for what can't be read, or not within the limits. */
  ask(asked: Asked): Promise<Told | null> {
    const turn = this.#last.then(() => this.#askNow(asked))
    this.#last = turn.catch(() => {}) // whoever asked is told
    return turn
  }

  async #askNow(asked: Asked): Promise<Told | null> {
    clearTimeout(this.#idle)
    const worker = (this.#worker ??= this.#start())
    const done = Promise.withResolvers<Told | null>()
    const fail = (): void => {
      this.#end()
      done.resolve(null)
    }
    const timer = setTimeout(fail, this.#limits.time)
    // What a thread takes outside of its own heap is counted for all of the program.
    const most = process.memoryUsage.rss() + this.#limits.megabytes * 1_000_000
    const watch = setInterval(() => process.memoryUsage.rss() > most && fail(), LOOK)
    worker.ref()
    worker.once("message", done.resolve)
    worker.once("error", fail)
    worker.once("exit", fail)
    worker.postMessage(asked, [])
    const told = await done.promise
    clearTimeout(timer)
    clearInterval(watch)
    // Not all listeners: the thread’s own way of hearing answers is one.
    worker.off("message", done.resolve).off("error", fail).off("exit", fail)
    worker.unref()
    this.#idle = setTimeout(() => this.#end(), IDLE).unref()
    return told
  }

  #start(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: this.#limits.megabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }
    const worker = new Worker(this.#entry, { resourceLimits })
    // One that comes when nobody asks any more, from a thread that dies or is idle, would end the whole program unheard.
    worker.on("error", () => {})
    worker.on("exit", () => {
      if (this.#worker === worker) this.#worker = null
    })
    return worker
  }

  #end(): void {
    clearTimeout(this.#idle)
    void this.#worker?.terminate()
    this.#worker = null
  }
}
