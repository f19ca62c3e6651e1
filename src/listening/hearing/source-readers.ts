import { errorFields, HOUR, type Keys, type Log, MINUTE, SECOND } from "#platform"
import { kindOf } from "../sources/kinds.ts"
import type { SourceGround } from "../sources/source-ground.ts"
import type { PushAnswer, PushRequest, SourceKind } from "../sources/source.ts"
import { sourcesToLookAt } from "../mentions/looks.ts"
import { room } from "../tables.ts"
import type { AuthorNames } from "./author-names.ts"
import { type DueSource, dueSources } from "./due-sources.ts"
import { SourceLane } from "./source-lane.ts"
import type { Hearing } from "./take-in.ts"

export interface ReaderParts {
  hearing: Hearing
  keys: Keys
  log: Log
  kinds: readonly SourceKind[]
  groundOf: (sourceId: string) => SourceGround
  names: AuthorNames
}

/** So many sources are asked at once, each at a host of its own. */
const TOGETHER = 16
/** Hosts of which it is known when they were asked last. */
const REMEMBERED = 10_000
const LOOK_EVERY = 2 * SECOND
const LONGEST_PAUSE = 5 * MINUTE
/** A place that wants to be left alone for longer is asked again then. */
const LONGEST_WAIT = 6 * HOUR

/** Reads every source: those that are asked when they are due, those that tell as long as they do. One that fails stops no other. */
export class SourceReaders {
  readonly #parts: ReaderParts
  readonly #lanes = new Map<string, SourceLane>()
  readonly #asking = new Map<string, { host: string; done: Promise<void> }>()
  /** When each host had its last turn, counted in turns; the longest ago first. */
  readonly #turns = new Map<string, number>()
  #turn = 0
  /** Others are due, and wait for one that is asked. */
  #isMore = false
  #isWanted = false
  #choosing: Promise<void> | null = null
  readonly #following = new Map<string, { stop: AbortController; done: Promise<void> }>()
  #looking: Promise<void> | null = null
  #clock: NodeJS.Timeout | undefined
  #closed = false

  constructor(parts: ReaderParts) {
    this.#parts = parts
  }

  async open(): Promise<void> {
    await this.#followAll()
    this.#clock = setInterval(() => void this.wake().catch((error: unknown) => this.#failed(error)), LOOK_EVERY).unref()
  }

  /** Asks what is due and not being asked. */
  async wake(): Promise<void> {
    if (this.#closed) return
    await this.#expectAuthors()
    await this.#ask()
  }

  /** One that takes long holds up no other but those of its own host; whenever one is done, the next has its turn. */
  #ask(): Promise<void> {
    this.#isWanted = true
    this.#choosing ??= this.#choose().finally(() => (this.#choosing = null))
    return this.#choosing
  }

  /** Chooses once at a time: two who do at once would ask one source twice. */
  async #choose(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false
      await this.#begin()
    }
  }

  async #begin(): Promise<void> {
    this.#isMore = this.#asking.size >= TOGETHER
    if (this.#closed || this.#isMore) return
    // What is done by the time the rows are there was due when they were read.
    const busy = this.#hosts()
    const kinds = this.#parts.kinds.filter(({ read }) => read).map(({ kind }) => kind)
    const due = await dueSources(this.#parts.hearing.db.read, kinds)
    for (const host of this.#hosts()) busy.add(host)
    for (const { id, host, isMore } of this.#inTurn(due)) {
      if (this.#closed) return
      if (isMore) this.#isMore = true
      if (busy.has(host) || this.#asking.size >= TOGETHER) {
        this.#isMore = true
        continue
      }
      this.#takesTurn(host)
      busy.add(host)
      const done = this.#lane(id)
        .look()
        .catch((error: unknown) => this.#failed(error)) // the next look asks again
        .finally(() => {
          this.#asking.delete(id)
          if (this.#isMore || this.#choosing) void this.#ask().catch((error: unknown) => this.#failed(error))
        })
      this.#asking.set(id, { host, done })
    }
  }

  #hosts(): Set<string> {
    return new Set([...this.#asking.values()].map(({ host }) => host))
  }

  /** Hosts that were asked longest ago, or never, come first: one with a backlog waits for all others before it is asked anew. */
  #inTurn(due: readonly DueSource[]): DueSource[] {
    return due.toSorted((a, b) => (this.#turns.get(a.host) ?? 0) - (this.#turns.get(b.host) ?? 0))
  }

  #takesTurn(host: string): void {
    this.#turns.delete(host)
    this.#turns.set(host, ++this.#turn)
    if (this.#turns.size > REMEMBERED) this.#turns.delete(this.#turns.keys().next().value ?? "")
  }

  /** Asks who those are that couldn't be asked for when they were heard: a place was away, or the house was closed. */
  async nameAgain(): Promise<void> {
    const kinds = this.#parts.kinds.filter(({ namesOf }) => namesOf).map(({ kind }) => kind)
    if (kinds.length === 0 || this.#closed) return
    const rows = await room(this.#parts.hearing.db.read)
      .selectFrom("sources")
      .select("id")
      .where("kind", "in", kinds)
      .where("removed_at", "is", null)
      .where("state", "!=", "paused")
      .execute()
    for (const { id } of rows) await this.#lane(id).nameAgain()
    await this.#parts.names.settled()
  }

  /** Looks, source by source, whether what was kept is still there: one round at a time, which all wait for who ask meanwhile. */
  lookAgain(): Promise<void> {
    this.#looking ??= this.#lookAround().finally(() => (this.#looking = null))
    return this.#looking
  }

  /** Begins such a round, where none is running. */
  beginLookAgain(): void {
    void this.lookAgain().catch((error: unknown) => this.#failed(error)) // the next turn looks again
  }

  async #lookAround(): Promise<void> {
    if (this.#closed) return
    for (const id of await sourcesToLookAt(this.#parts.hearing.db.read)) {
      if (this.#closed) return
      await this.#lane(id)
        .lookAgain()
        .catch((error: unknown) => this.#failed(error)) // the next turn looks again
    }
  }

  /** Its settings changed, it is new, paused or gone: what is followed begins anew. */
  async changed(id: string): Promise<void> {
    await this.#unfollow(id)
    await this.#followAll()
    await this.wake()
  }

  /** Everything that is due now is read. */
  async settled(): Promise<void> {
    do {
      await this.#asked()
      await this.wake()
    } while (this.#asking.size > 0)
    await Promise.all([...this.#lanes.values()].map((lane) => lane.settled()))
    await this.#parts.names.settled()
  }

  /**
   * Takes what was pushed to a source. Where a place pushes everything of an app to one address, the other sources of this kind are shown
   * it, too, even when the one of the address is paused or removed: each checks for itself who sends it and whether it is its own. One that
   * fails hides it from no other; the place is to send it again then.
   */
  async push(id: string, request: PushRequest): Promise<PushAnswer | null> {
    const { hearing, kinds } = this.#parts
    const known = await room(hearing.db.read).selectFrom("sources").select("kind").where("id", "=", id).executeTakeFirst()
    if (!known) return null
    if (!kindOf(kinds, known.kind)?.isRegistered) return this.#lane(id).push(request)
    const others = await room(hearing.db.read)
      .selectFrom("sources")
      .select("id")
      .where("kind", "=", known.kind)
      .where("id", "!=", id)
      .where("removed_at", "is", null)
      .where("state", "!=", "paused")
      .orderBy("id")
      .execute()
    const answers: (PushAnswer | null)[] = []
    const failed: unknown[] = []
    for (const one of [id, ...others.map((other) => other.id)]) {
      try {
        answers.push(await this.#lane(one).push(request))
      } catch (error) {
        failed.push(error)
      }
    }
    if (failed.length > 0) throw failed[0]
    return answers.find((answer) => answer !== null && answer.status < 300) ?? answers[0] ?? null
  }

  /** A source was removed: what is followed ends, and its place is told. */
  async removed(id: string): Promise<void> {
    await this.changed(id)
    void this.#lane(id)
      .leave()
      .catch((error: unknown) => this.#failed(error)) // the subscription ends with its lease
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#clock)
    await Promise.all([...this.#following.keys()].map((id) => this.#unfollow(id)))
    await this.#asked()
    await this.#looking?.catch(() => {}) // whoever asked is told
    await Promise.all([...this.#lanes.values()].map((lane) => lane.settled()))
    await this.#parts.names.settled()
  }

  /** One source of each kind that tells authors by their keys finds out who those are that watches ask for. */
  async #expectAuthors(): Promise<void> {
    const { kinds, hearing } = this.#parts
    const kindsOf = kinds.filter(({ namesOf }) => namesOf).map(({ kind }) => kind)
    if (kindsOf.length === 0) return
    const rows = await room(hearing.db.read)
      .selectFrom("sources")
      .select(["id", "kind"])
      .distinctOn("kind")
      .where("kind", "in", kindsOf)
      .where("removed_at", "is", null)
      .where("state", "!=", "paused")
      .orderBy("kind")
      .orderBy("created_at")
      .execute()
    if (rows.length === 0) return
    await hearing.matcher.refresh()
    for (const { id } of rows) await this.#lane(id).expect(hearing.matcher.authors)
  }

  async #asked(): Promise<void> {
    await Promise.all([...this.#asking.values()].map(({ done }) => done))
  }

  #lane(id: string): SourceLane {
    const lane = this.#lanes.get(id) ?? new SourceLane(this.#parts, id)
    this.#lanes.set(id, lane)
    return lane
  }

  async #followAll(): Promise<void> {
    const kinds = this.#parts.kinds.filter(({ follow }) => follow).map(({ kind }) => kind)
    if (kinds.length === 0) return
    const rows = await room(this.#parts.hearing.db.read)
      .selectFrom("sources")
      .select("id")
      .where("kind", "in", kinds)
      .where("removed_at", "is", null)
      .where("state", "!=", "paused")
      .execute()
    for (const { id } of rows) {
      if (this.#closed || this.#following.has(id)) continue
      const stop = new AbortController()
      this.#following.set(id, { stop, done: this.#follow(id, stop.signal) })
    }
  }

  async #follow(id: string, signal: AbortSignal): Promise<void> {
    for (let pause: number = SECOND; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      let wait = pause
      try {
        const { came, until } = await this.#lane(id).follow(signal)
        if (came) wait = pause = SECOND
        if (until) wait = Math.max(wait, until.getTime() - this.#parts.hearing.db.clock.now().getTime())
      } catch (error) {
        this.#failed(error) // our own: tried again after the pause
      }
      if (!signal.aborted) await sleep(Math.min(wait, LONGEST_WAIT), signal)
    }
  }

  async #unfollow(id: string): Promise<void> {
    const following = this.#following.get(id)
    following?.stop.abort()
    await following?.done
    this.#following.delete(id)
  }

  #failed(error: unknown): void {
    this.#parts.log.error("listening.reading-failed", errorFields(error))
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms).unref()
    signal.addEventListener("abort", done, { once: true })
    function done(): void {
      clearTimeout(timer)
      resolve()
    }
  })
}
