import { Worker } from "node:worker_threads"
import { SECOND } from "#platform"

/** A core that has much else to do loads the detector within this; a thousand letters take it no time. */
const LIMIT = 20 * SECOND
/** The detector's trigrams are held no longer than texts come that tell no language. */
const IDLE = 60 * SECOND

/** Tells languages in a thread of its own, for as long as somebody asks: what is heard waits for no other work. */
export class LanguageThread {
  readonly #limit: number
  #worker: Worker | null = null
  #idle: NodeJS.Timeout | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(limit = LIMIT) {
    this.#limit = limit
  }

  /** ISO 639-1 of each; null where it can't be said. Rejects when the thread ends or hangs: the next who asks gets another. */
  languagesOf(texts: readonly string[]): Promise<(string | null)[]> {
    const turn = this.#last.then(() => this.#ask(texts))
    this.#last = turn.catch(() => {}) // whoever asked is told
    return turn
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle)
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }

  async #ask(texts: readonly string[]): Promise<(string | null)[]> {
    clearTimeout(this.#idle)
    const worker = (this.#worker ??= this.#begin())
    const told = Promise.withResolvers<(string | null)[]>()
    const timer = setTimeout(() => told.reject(new Error("the language thread didn't answer")), this.#limit)
    const ended = () => told.reject(new Error("the language thread has ended"))
    worker.ref()
    worker.once("message", told.resolve)
    worker.once("exit", ended)
    worker.postMessage(texts, [])
    try {
      return await told.promise
    } catch (error) {
      await this.close()
      throw error
    } finally {
      clearTimeout(timer)
      worker.off("message", told.resolve)
      worker.off("exit", ended)
      worker.unref()
      this.#idle = setTimeout(() => void this.close(), IDLE).unref()
    }
  }

  #begin(): Worker {
    const worker = new Worker(new URL("languages.worker.ts", import.meta.url))
    worker.on("error", () => {}) // its exit is told to whoever asks
    worker.on("exit", () => {
      if (this.#worker === worker) this.#worker = null
    })
    return worker
  }
}
