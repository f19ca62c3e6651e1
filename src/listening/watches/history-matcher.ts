import type { Query } from "../language/ast.ts"
import { MatcherThread } from "../matching/matcher-thread.ts"
import type { PastMention } from "./past-mentions.ts"

/** The same matcher as live, for what was heard before: a thread of its own, so that looking back never holds up what comes in. */
export class HistoryMatcher {
  #thread: MatcherThread | null = null
  #asked = 0

  /** Gives those that satisfy the query, page by page, until there are no more or nobody asks on. */
  async *find(query: Query, pages: AsyncIterable<PastMention[]>): AsyncGenerator<{ page: PastMention[]; found: PastMention[] }> {
    const thread = this.#open()
    const name = String(++this.#asked)
    thread.put(name, query)
    try {
      for await (const page of pages) {
        const answers = await thread.match(page.map(({ text }) => text))
        yield { page, found: page.filter((_, n) => answers[n]!.includes(name)) }
      }
    } catch (error) {
      if (this.#thread === thread) this.#thread = null
      void thread.close()
      throw error
    } finally {
      thread.drop(name)
    }
  }

  async close(): Promise<void> {
    await this.#thread?.close()
    this.#thread = null
  }

  #open(): MatcherThread {
    this.#thread ??= new MatcherThread()
    return this.#thread
  }
}
