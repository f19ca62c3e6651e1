import { Worker } from "node:worker_threads"
import type { Query } from "../language/ast.ts"
import type { Text } from "../text/text.ts"
import type { MatcherAnswer, MatcherRequest } from "./matcher-protocol.ts"

/**
 * A `Matcher` in a thread of its own. What is asked is done in order: a text is matched against the queries that were put before it.
 * When the thread ends, what waits is rejected, and so is all that comes; whoever holds the queries opens another.
 */
export class MatcherThread {
  readonly #worker = new Worker(new URL("matching.worker.ts", import.meta.url))
  readonly #waiting: PromiseWithResolvers<MatcherAnswer>[] = []
  #ended: Error | null = null

  constructor() {
    this.#worker.unref()
    this.#worker.on("message", (answer: MatcherAnswer) => {
      this.#waiting.shift()?.resolve(answer)
      if (this.#waiting.length === 0) this.#worker.unref()
    })
    this.#worker.on("error", (error) => this.#end(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on("exit", () => this.#end(new Error("the matching thread has ended")))
  }

  /** Takes a query under this name, in place of the one that had it. */
  put(name: string, query: Query): void {
    this.#ask({ kind: "put", name, query })
  }

  drop(name: string): void {
    this.#ask({ kind: "drop", name })
  }

  /** For each text the names of the queries that it satisfies. */
  match(texts: readonly Text[]): Promise<string[][]> {
    if (this.#ended) return Promise.reject(this.#ended)
    const waiting = Promise.withResolvers<MatcherAnswer>()
    this.#waiting.push(waiting)
    this.#worker.ref()
    this.#ask({ kind: "match", texts })
    return waiting.promise
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #ask(request: MatcherRequest): void {
    this.#worker.postMessage(request, [])
  }

  #end(error: Error): void {
    this.#ended ??= error
    for (const waiting of this.#waiting.splice(0)) waiting.reject(this.#ended)
  }
}
