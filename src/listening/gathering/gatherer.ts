import { type Database, errorFields, type Log } from "#platform"
import type { Item } from "../stories/item.ts"
import { STORIES } from "../stories/settings.ts"
import type { Mention } from "../tables.ts"
import { UnderstandingThread } from "../understanding/understanding-thread.ts"
import { keepUnderstood } from "./keep-understood.ts"
import { keptApart } from "./move-mentions.ts"
import { gathering } from "./tables.ts"
import { setAside, type Waiting, waitingOf } from "./waiting.ts"

const TOGETHER = 200
const LEARNT_TOGETHER = 2000

/**
 * Understands what waits: a thread gathers it and reads it, and what came of it is written down. What waits is a row, so nothing is missed
 * or done twice when the house closes in between; a thread that doesn't know what the rows say is given up, and another learns them.
 */
export class Gatherer {
  readonly #db: Database
  readonly #log: Log
  readonly #begin: () => UnderstandingThread
  #thread: Promise<UnderstandingThread> | null = null
  #running: Promise<void> | null = null
  #again = false
  #closed = false

  /** `begin`: another thread than the house's own, for tests. */
  constructor(db: Database, log: Log, begin = () => new UnderstandingThread()) {
    this.#db = db
    this.#log = log
    this.#begin = begin
  }

  /** Something waits. */
  wake(): void {
    this.#again = true
    this.#running ??= this.#run().finally(() => (this.#running = null))
  }

  /** Everything that waited is understood. */
  async settled(): Promise<void> {
    this.wake()
    while (this.#running) await this.#running
  }

  /** A person moved something: the thread learns anew before it places what comes next. */
  forget(): void {
    const thread = this.#thread
    this.#thread = null
    // It may be dead already; nobody waits for it.
    thread?.then((open) => open.close()).catch(() => {})
  }

  async close(): Promise<void> {
    this.#closed = true
    const thread = await this.#thread?.catch(() => null)
    await thread?.close()
    await this.#running
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false
      try {
        while (!this.#closed && (await this.#some())) this.#again = false
      } catch (error) {
        this.forget()
        if (!this.#closed) this.#log.error("listening.gathering-failed", errorFields(error))
      }
    }
  }

  /** Understands some of what waits; whether there was any. What fails together is tried one by one, and what fails alone is set aside. */
  async #some(): Promise<boolean> {
    const waiting = await waitingOf(this.#db.read, TOGETHER)
    if (waiting.length === 0) return false
    await this.#open()
    try {
      await this.#understand(waiting)
    } catch (error) {
      this.forget()
      this.#log.warn("listening.one-by-one", { count: waiting.length, ...errorFields(error) })
      for (const one of waiting) if (!this.#closed) await this.#alone(one)
    }
    return true
  }

  async #alone(one: Waiting): Promise<void> {
    await this.#open()
    try {
      await this.#understand([one])
    } catch (error) {
      this.forget()
      if (!this.#closed) await this.#db.transact((tx) => setAside(tx, this.#log, one, error))
    }
  }

  async #understand(waiting: readonly Waiting[]): Promise<void> {
    const thread = await this.#open()
    const understood = await thread.understand(
      waiting.map((mention) => ({ item: itemOf(mention), language: mention.language, story: mention.story_id })),
    )
    const grasped = waiting.map((mention, n) => ({ mention, story: mention.story_id, understood: understood[n]! }))
    const isKnown = await this.#db.transact(async (tx) => {
      const known = await keepUnderstood(tx, grasped)
      const stories = new Set(understood.flatMap(({ placement }) => (placement ? [placement.story] : [])))
      await tx.record({
        kind: "story.gathered",
        actor: "system:gatherer",
        about: {},
        audience: "all",
        data: { count: waiting.length, stories: [...stories].slice(0, 50) },
      })
      return known
    })
    if (!isKnown) this.forget()
  }

  #open(): Promise<UnderstandingThread> {
    if (this.#thread) return this.#thread
    const opening = this.#learn()
    this.#thread = opening
    opening.catch(() => {
      if (this.#thread === opening) this.#thread = null
    })
    return opening
  }

  /** A thread that knows the stories that are live, from what was placed last; what waits to be understood, edited, it learns when it is. */
  async #learn(): Promise<UnderstandingThread> {
    const thread = this.#begin()
    await thread.keepApart(await keptApart(this.#db.read))
    const { latest } = await gathering(this.#db.read)
      .selectFrom("story_mentions")
      .select((row) => row.fn.max("n").as("latest"))
      .executeTakeFirstOrThrow()
    let after = (latest ?? 0) - STORIES.live
    for (;;) {
      const rows = await gathering(this.#db.read)
        .selectFrom("story_mentions as p")
        .innerJoin("mentions as m", "m.id", "p.mention_id")
        .leftJoin("story_queue as q", "q.mention_id", "m.id")
        .selectAll("m")
        .select(["p.story_id", "p.n"])
        .where("p.n", ">", after)
        .where("q.mention_id", "is", null)
        .orderBy("p.n")
        .limit(LEARNT_TOGETHER)
        .execute()
      if (rows.length === 0) return thread
      await thread.learn(
        rows.filter(({ gone_at }) => gone_at === null).map((mention) => ({ item: itemOf(mention), story: mention.story_id })),
      )
      after = rows.at(-1)!.n
    }
  }
}

/** A mention as it is gathered. */
function itemOf({ id, said_at, title, text, url, key, source_id, repost_of, reply_to }: Mention): Item {
  const ofSource = (reference: string | null) => reference && (/^https?:/.test(reference) ? reference : `${source_id} ${reference}`)
  return {
    id,
    at: said_at.getTime(),
    title,
    text,
    url,
    key: `${source_id} ${key}`,
    repostOf: ofSource(repost_of),
    replyTo: ofSource(reply_to),
  }
}
