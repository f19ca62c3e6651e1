import { type Database, errorFields, type Log, type Reader } from "#platform"
import { parseQuery } from "../language/parse-query.ts"
import { MatcherThread } from "../matching/matcher-thread.ts"
import { room } from "../tables.ts"
import type { Text } from "../text/text.ts"
import { askedAuthors } from "../watches/asked-authors.ts"

/** Which watches want each text, and which change of the watches this is true of. */
export interface Matched {
  generation: number
  watches: { id: string; revision: number }[][]
}

/**
 * All watches against what comes, in a thread of its own: loaded from the table at first, then by what changed. When the thread dies,
 * another is opened and loaded, and what waited is matched there.
 */
export class LiveMatcher {
  readonly #db: Database
  readonly #log: Log
  #thread: MatcherThread | null = null
  #generation = -1
  readonly #revisions = new Map<string, number>()
  readonly #authors = new Map<string, readonly string[]>()
  #loading: Promise<void> = Promise.resolve()

  constructor(db: Database, log: Log) {
    this.#db = db
    this.#log = log
  }

  get size(): number {
    return this.#revisions.size
  }

  /** Whom watches ask for by what they are called. */
  get authors(): readonly string[] {
    return [...new Set([...this.#authors.values()].flat())]
  }

  async match(texts: readonly Text[]): Promise<Matched> {
    for (let again = 0; ; again++) {
      if (!this.#thread) await this.refresh()
      const thread = this.#thread!
      const generation = this.#generation
      try {
        const found = await thread.match(texts)
        // Where a watch changed meanwhile the generation is past, and whoever keeps this asks again.
        return { generation, watches: found.map((ids) => ids.map((id) => ({ id, revision: this.#revisions.get(id) ?? 0 }))) }
      } catch (error) {
        if (this.#thread === thread) this.#forget()
        this.#log.warn("listening.matcher-died", errorFields(error))
        if (again === 2) throw error
      }
    }
  }

  /** Takes over what changed since. */
  refresh(): Promise<void> {
    this.#loading = this.#loading.catch(() => {}).then(() => this.#load()) // who asked then was told
    return this.#loading
  }

  async close(): Promise<void> {
    await this.#thread?.close()
    this.#thread = null
    this.#generation = -1
  }

  async #load(): Promise<void> {
    for (;;) {
      const [thread, since] = [this.#thread, this.#generation]
      const changed = await changedSince(this.#db.read, since)
      // A thread that died meanwhile took all watches with it: a new one wants more than what changed.
      if (thread === this.#thread && since === this.#generation) return this.#take(changed)
    }
  }

  #take(changed: Awaited<ReturnType<typeof changedSince>>): void {
    this.#thread ??= new MatcherThread()
    for (const { id, query, state, revision, generation } of changed) {
      const parsed = state === "listening" ? parseQuery(query) : null
      if (parsed?.query) {
        this.#thread.put(id, parsed.query)
        this.#revisions.set(id, revision)
        this.#authors.set(id, askedAuthors(parsed.query, query))
      } else {
        // A query of an older language that isn't understood any more would be a fault of ours.
        if (parsed) this.#log.error("listening.query-unread", { watch: id })
        this.#thread.drop(id)
        this.#revisions.delete(id)
        this.#authors.delete(id)
      }
      this.#generation = generation
    }
    if (this.#generation < 0) this.#generation = 0
  }

  #forget(): void {
    void this.#thread?.close()
    this.#thread = null
    this.#generation = -1
    this.#revisions.clear()
    this.#authors.clear()
  }
}

function changedSince(reader: Reader, generation: number) {
  return room(reader)
    .selectFrom("watches")
    .select(["id", "query", "state", "revision", "generation"])
    .where("generation", ">", generation)
    .orderBy("generation")
    .execute()
}
