import { isDeepStrictEqual } from "node:util"
import { errorFields, isPassing } from "#platform"
import { openSourceSecret } from "../sources/sealed-secret.ts"
import { kindOf } from "../sources/kinds.ts"
import type { SourceGround } from "../sources/source-ground.ts"
import type { PushAnswer, PushRequest, Reading, SourceKind, SourceNow, SourceTrouble } from "../sources/source.ts"
import { room, type Source } from "../tables.ts"
import { noteTrouble, troubleOf } from "./note-trouble.ts"
import type { ReaderParts } from "./source-readers.ts"
import { passedOnOf } from "./passed-on.ts"
import { type Came, settleReading } from "./settle-reading.ts"
import { takeIn, TOGETHER } from "./take-in.ts"
import { lookAgain } from "./look-again.ts"
import { saidByUnnamed } from "./write-names.ts"

/** So many pages in one turn; then others have theirs. */
const PAGES = 20

/** A source that is there, and what it is read with. */
export interface Open {
  source: Source
  kind: SourceKind
  ground: SourceGround
  now: SourceNow<unknown, unknown>
}

interface Followed {
  came: boolean
  until: Date | null
}

interface Outside {
  signal?: AbortSignal
  /** Hears what went wrong. */
  troubled?: (trouble: SourceTrouble) => void
}

/** What is done with one source: one thing after the other, so that its cursor never goes back. */
export class SourceLane {
  readonly #parts: ReaderParts
  readonly #id: string
  #last: Promise<unknown> = Promise.resolve()
  /** Where it goes on to ask who those are of whom only the key is known; null: at the latest. */
  #unnamedFrom: string | null = null

  constructor(parts: ReaderParts, id: string) {
    this.#parts = parts
    this.#id = id
  }

  /** Looks now, page after page. What goes wrong outside is written down at the source; never throws for that. */
  look(): Promise<void> {
    return this.#inTurn(async () => {
      for (let page = 0; page < PAGES; page++) {
        const open = await this.#open()
        if (!open?.kind.read) return
        const reading = await this.#outside(open.source, () => open.kind.read!(open.ground, open.now))
        if (!reading) return
        // What can't be kept isn't asked for again at once, either.
        const isKept = await this.#outside(open.source, () => this.#keep(reading, open, "asked"))
        if (!isKept || !reading.more) return
      }
    })
  }

  /** Follows a stream until it ends or `signal`; whether anything came of it, and until when its place wants to be left alone. */
  async follow(signal: AbortSignal): Promise<Followed> {
    let came = false
    let until: Date | null = null
    const open = await this.#open()
    if (!open?.kind.follow) return { came, until }
    const take = (reading: Reading) =>
      this.#inTurn(async () => {
        if (signal.aborted) throw new Error("nobody follows any more")
        await this.#keep(reading, open, "streamed")
        came = true
      })
    const follow = () => open.kind.follow!(open.ground, open.now, take, signal)
    await this.#outside(open.source, follow, { signal, troubled: (trouble) => (until = trouble.until) })
    return { came, until }
  }

  /** Takes what was pushed; null when this source can't be pushed to. */
  push(request: PushRequest): Promise<PushAnswer | null> {
    return this.#inTurn(async () => {
      const open = (await this.#open()) ?? (await this.#open("removed"))
      if (!open?.kind.push || (open.now.isRemoved && !open.kind.leave)) return null
      const answer = await open.kind.push(open.ground, open.now, request)
      if (answer.reading) await this.#keep(answer.reading, open, "pushed")
      return answer
    })
  }

  /** Asks once more who those are of whom only the key is known. */
  async nameAgain(): Promise<void> {
    const open = await this.#open()
    if (!open?.kind.namesOf) return
    for (let page = 0; page < PAGES; page++) {
      const { ids, next } = await saidByUnnamed(this.#parts.hearing.db.read, this.#id, this.#unnamedFrom)
      this.#parts.names.ask(open.kind, open.ground, open.now, ids)
      await this.#parts.names.settled()
      this.#unnamedFrom = next
      if (next === null) return
    }
  }

  /** Looks whether what was kept of it is still there. */
  async lookAgain(): Promise<void> {
    const open = await this.#open()
    if (!open) return
    const isStill = samePlace(open.source, open.kind)
    await lookAgain({ ...this.#parts, isStill, inTurn: (work) => this.#inTurn(work) }, open)
  }

  /** Says goodbye to the place of a source that was removed, where that is done. What goes wrong is of no matter any more. */
  leave(): Promise<void> {
    return this.#inTurn(async () => {
      const open = await this.#open("removed")
      const failed = (error: unknown) => this.#parts.log.info("source.not-left", { source: this.#id, ...errorFields(error) })
      await open?.kind.leave?.(open.ground, open.now).catch(failed)
    })
  }

  /** Everything that a reading brought, and its cursor with the last of it. Whether the source is still there, and reads the same place. */
  async #keep(reading: Reading, { source: readAs, kind, ground, now }: Open, came: Came): Promise<boolean> {
    const { hearing, names } = this.#parts
    const heard = names.named(kind, [...reading.heard, ...(await passedOnOf(hearing, readAs, reading))])
    const isStill = samePlace(readAs, kind)
    const isLookedAt = kind.stillThere !== undefined
    for (let from = 0; heard.length - from > TOGETHER; from += TOGETHER) {
      const part = await takeIn(hearing, this.#id, {
        heard: heard.slice(from, from + TOGETHER),
        gone: [],
        keeps: kind.keeps,
        isLookedAt,
        isStill,
      })
      if (!part) return false
      names.ask(kind, ground, now, part.added)
    }
    const last = heard.slice(Math.floor(Math.max(0, heard.length - 1) / TOGETHER) * TOGETHER)
    const accounts = reading.accounts ?? []
    const rest = { heard: last, gone: reading.gone, accounts, keeps: kind.keeps, isLookedAt, isStill }
    const kept = await takeIn(hearing, this.#id, rest, (tx, source, done) => settleReading(tx, source, reading, done, came))
    if (kept) names.ask(kind, ground, now, kept.added)
    if (kept)
      names.renamed(
        kind,
        ground,
        now,
        accounts.flatMap(({ key, what }) => (what === "renamed" ? key : [])),
      )
    return kept !== null
  }

  /** Finds out who the authors are that watches ask for, so that they are known when they speak. */
  async expect(handles: readonly string[]): Promise<void> {
    const open = await this.#open()
    if (open) this.#parts.names.expect(open.kind, open.ground, open.now, handles)
  }

  async settled(): Promise<void> {
    await this.#last
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => {}) // whoever asked is told
    return turn
  }

  async #open(as: "kept" | "removed" = "kept"): Promise<Open | null> {
    const { hearing, keys, kinds } = this.#parts
    const row = room(hearing.db.read).selectFrom("sources").selectAll().where("id", "=", this.#id)
    const wanted =
      as === "kept" ? row.where("removed_at", "is", null).where("state", "!=", "paused") : row.where("removed_at", "is not", null)
    const source = await wanted.executeTakeFirst()
    const kind = source ? kindOf(kinds, source.kind) : null
    if (!source || !kind) return null
    const secret = openSourceSecret(keys, source)
    const { id, settings, cursor } = source
    return { source, kind, ground: this.#parts.groundOf(id), now: { id, settings, secret, cursor, isRemoved: as === "removed" } }
  }

  /** What fails outside is written down and is null; our own database being away is thrown. */
  async #outside<T>({ id, kind }: Source, work: () => Promise<T>, { signal, troubled }: Outside = {}): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      if (signal?.aborted) return null
      if (isPassing(error)) throw error
      const { hearing, log } = this.#parts
      const trouble = troubleOf(error)
      troubled?.(trouble)
      log.info("source.troubled", { source: id, kind, code: trouble.code, ...errorFields(trouble.cause ?? trouble) })
      await hearing.db.transact(async (tx) => {
        const held = await room(tx).selectFrom("sources").selectAll().where("id", "=", id).forUpdate().executeTakeFirst()
        if (held && !held.removed_at && held.state !== "paused") await noteTrouble(tx, held, trouble)
      })
      return null
    }
  }
}

/** Whether a source is still what it was when it was read. */
const samePlace =
  (readAs: Source, kind: SourceKind) =>
  ({ settings }: Source): boolean =>
    isDeepStrictEqual(settings, readAs.settings) || kind.isSamePlace?.(readAs.settings, settings) === true
