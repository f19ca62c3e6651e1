import { Worker } from "node:worker_threads"
import type { Item } from "../stories/item.ts"
import type { ToUnderstand, UnderstandingAnswer, UnderstandingRequest, Understood } from "./protocol.ts"

/** Grouping, tone and language in a thread of their own, which does what it is asked in order. When it ends, what waits is rejected. */
export class UnderstandingThread {
  readonly #worker = new Worker(new URL("understanding.worker.ts", import.meta.url))
  readonly #waiting: PromiseWithResolvers<UnderstandingAnswer>[] = []
  #ended: Error | null = null

  constructor() {
    this.#worker.unref()
    this.#worker.on("message", (answer: UnderstandingAnswer) => {
      const waiting = this.#waiting.shift()
      if (answer.kind === "failed") waiting?.reject(new Error(answer.error))
      else waiting?.resolve(answer)
      if (this.#waiting.length === 0) this.#worker.unref()
    })
    this.#worker.on("error", (error) => this.#end(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on("exit", () => this.#end(new Error("the understanding thread has ended")))
  }

  /** Takes over what was placed before, the earliest first. */
  async learn(items: readonly { item: Item; story: string }[]): Promise<void> {
    await this.#ask({ kind: "learn", items })
  }

  /** Takes over which stories a person took apart. */
  async keepApart(pairs: readonly (readonly [string, string])[]): Promise<void> {
    await this.#ask({ kind: "apart", pairs })
  }

  async understand(items: readonly ToUnderstand[]): Promise<Understood[]> {
    const answer = await this.#ask({ kind: "understand", items })
    return answer.kind === "understood" ? answer.items : []
  }

  async languagesOf(texts: readonly string[]): Promise<(string | null)[]> {
    const answer = await this.#ask({ kind: "languages", texts })
    return answer.kind === "languages" ? answer.languages : []
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #ask(request: UnderstandingRequest): Promise<UnderstandingAnswer> {
    if (this.#ended) return Promise.reject(this.#ended)
    const waiting = Promise.withResolvers<UnderstandingAnswer>()
    this.#waiting.push(waiting)
    this.#worker.ref()
    this.#worker.postMessage(request, [])
    return waiting.promise
  }

  #end(error: Error): void {
    this.#ended ??= error
    for (const waiting of this.#waiting.splice(0)) waiting.reject(this.#ended)
  }
}
