import { Worker } from "node:worker_threads"
import { SECOND } from "#platform"
import type { Item } from "../stories/item.ts"
import type { ToUnderstand, UnderstandingAnswer, UnderstandingRequest, Understood } from "./protocol.ts"

/** What takes longer hangs: two hundred texts take a second on a slow core. One alone gets less. */
const LIMIT = { many: 60 * SECOND, one: 15 * SECOND }

const SCRIPT = new URL("understanding.worker.ts", import.meta.url)

interface Waiting extends PromiseWithResolvers<UnderstandingAnswer> {
  limit: number
}

/**
 * Grouping and tone in a thread of their own, which does what it is asked in order. When it ends, what waits is rejected; one that doesn't
 * answer in time is ended.
 */
export class UnderstandingThread {
  readonly #worker: Worker
  readonly #limit: typeof LIMIT
  readonly #waiting: Waiting[] = []
  #timer: NodeJS.Timeout | undefined
  #ended: Error | null = null

  /** Another script and other limits are for tests. */
  constructor({ script = SCRIPT, limit = LIMIT }: { script?: URL; limit?: typeof LIMIT } = {}) {
    this.#limit = limit
    this.#worker = new Worker(script)
    this.#worker.unref()
    this.#worker.on("message", (answer: UnderstandingAnswer) => {
      const waiting = this.#waiting.shift()
      if (answer.kind === "failed") waiting?.reject(new Error(answer.error))
      else waiting?.resolve(answer)
      this.#waitForFirst()
      if (this.#waiting.length === 0) this.#worker.unref()
    })
    this.#worker.on("error", (error) => this.#end(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on("exit", () => this.#end(new Error("the understanding thread has ended")))
  }

  /** Takes over what was placed before, the earliest first. */
  async learn(items: readonly { item: Item; story: string }[]): Promise<void> {
    await this.#ask({ kind: "learn", items }, this.#limit.many)
  }

  /** Takes over which stories a person took apart. */
  async keepApart(pairs: readonly (readonly [string, string])[]): Promise<void> {
    await this.#ask({ kind: "apart", pairs }, this.#limit.many)
  }

  async understand(items: readonly ToUnderstand[]): Promise<Understood[]> {
    const answer = await this.#ask({ kind: "understand", items }, items.length > 1 ? this.#limit.many : this.#limit.one)
    return answer.kind === "understood" ? answer.items : []
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #ask(request: UnderstandingRequest, limit: number): Promise<UnderstandingAnswer> {
    if (this.#ended) return Promise.reject(this.#ended)
    const waiting: Waiting = { ...Promise.withResolvers<UnderstandingAnswer>(), limit }
    if (this.#waiting.push(waiting) === 1) this.#waitForFirst()
    this.#worker.ref()
    this.#worker.postMessage(request, [])
    return waiting.promise
  }

  /** The thread is at the first that waits. */
  #waitForFirst(): void {
    clearTimeout(this.#timer)
    const [first] = this.#waiting
    if (!first) return
    this.#timer = setTimeout(() => {
      this.#end(new Error(`the understanding thread didn't answer within ${first.limit} ms`))
      void this.close()
    }, first.limit).unref()
  }

  #end(error: Error): void {
    clearTimeout(this.#timer)
    this.#ended ??= error
    for (const waiting of this.#waiting.splice(0)) waiting.reject(this.#ended)
  }
}
