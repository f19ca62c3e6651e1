import { type Database, errorFields, HOUR, type Log, MINUTE } from "#platform"
import type { SourceGround } from "../sources/source-ground.ts"
import { type Called, type Heard, type SourceKind, type SourceNow, SourceTrouble } from "../sources/source.ts"
import { authorsAmong, unnamedAuthors, writeNames, writeNewNames } from "./write-names.ts"

/** So many are remembered, those longest that were heard last. */
const MOST = 20_000
/** A name is asked for again after this; one that nobody could tell, sooner. */
const HOLDS = { known: 24 * HOUR, unknown: HOUR }
/** Who watches ask for is asked for again after this: handles change hands. */
const EXPECTS_AGAIN = 6 * HOUR
/** After an attempt that failed. */
const PAUSE = 5 * MINUTE

/** Of a source: mentions of which more is known now. */
type JudgeAgain = (source: string, mentionIds: readonly string[]) => Promise<void>

/**
 * What authors are called, where a place tells only their keys. Whoever was heard before is named before anything is matched; the others
 * are asked for after they were kept, so that a stream never waits, and are judged again by what is known then. Those whom a watch asks for are
 * asked for before they speak. Whoever couldn't be asked for is, a while later; where nobody can tell, the key stays.
 */
export class AuthorNames {
  readonly #db: Database
  readonly #log: Log
  readonly #judgeAgain: JudgeAgain
  readonly #known = new Map<string, { called: Called | null; until: number }>()
  /** By kind: whom watches ask for, by their keys. */
  readonly #expected = new Map<string, { asked: string; until: number; found: ReadonlyMap<string, Called> }>()
  #last: Promise<void> = Promise.resolve()
  #notBefore = 0

  constructor(db: Database, log: Log, judgeAgain: JudgeAgain) {
    this.#db = db
    this.#log = log
    this.#judgeAgain = judgeAgain
  }

  /** The same, with the names that are known. */
  named(kind: SourceKind, heard: readonly Heard[]): readonly Heard[] {
    if (!kind.namesOf) return heard
    return heard.map((each) => {
      const called = each.author && !each.author.handle ? this.#recall(kind, each.author.key) : null
      return called && each.author ? { ...each, author: { ...each.author, ...called } } : each
    })
  }

  /** Asks who wrote what was kept just now, and writes it down. */
  ask(kind: SourceKind, ground: SourceGround, source: SourceNow<unknown, unknown>, mentionIds: readonly string[]): void {
    if (!kind.namesOf || mentionIds.length === 0) return
    this.#last = this.#last
      .then(() => this.#name(kind, ground, source, mentionIds))
      .catch((error: unknown) => {
        const until = error instanceof SourceTrouble ? (error.until?.getTime() ?? 0) : 0
        this.#notBefore = Math.max(this.#db.clock.now().getTime() + PAUSE, until)
        this.#failed(kind, source)(error)
      })
  }

  /** Asks who the authors are that watches ask for: when these change, and now and then. */
  expect(kind: SourceKind, ground: SourceGround, source: SourceNow<unknown, unknown>, handles: readonly string[]): void {
    if (!kind.namesOf) return
    const now = this.#db.clock.now().getTime()
    const asked = JSON.stringify([...handles].sort())
    const last = this.#expected.get(kind.kind)
    if ((last?.asked ?? "[]") === asked && (last?.until ?? Infinity) > now) return
    const found = last?.found ?? new Map<string, Called>()
    this.#expected.set(kind.kind, { asked, until: now + EXPECTS_AGAIN, found })
    const failed = (error: unknown) => {
      this.#expected.set(kind.kind, { asked, until: this.#db.clock.now().getTime() + PAUSE, found })
      this.#failed(kind, source)(error)
    }
    this.#last = this.#last
      .then(async () => {
        const known = handles.length === 0 ? new Map<string, Called>() : await kind.namesOf!(ground, source, handles)
        this.#expected.set(kind.kind, { asked, until: now + EXPECTS_AGAIN, found: known })
      })
      .catch(failed)
  }

  /** These are called otherwise now: those who were heard are asked for anew. */
  renamed(kind: SourceKind, ground: SourceGround, source: SourceNow<unknown, unknown>, keys: readonly string[]): void {
    if (!kind.namesOf || keys.length === 0) return
    const expected = this.#expected.get(kind.kind)
    if (expected && keys.some((key) => expected.found.has(key))) this.#expected.set(kind.kind, { ...expected, until: 0 })
    for (const key of keys) this.#known.delete(`${kind.kind} ${key}`)
    this.#last = this.#last.then(() => this.#rename(kind, ground, source, keys)).catch(this.#failed(kind, source))
  }

  settled(): Promise<void> {
    return this.#last
  }

  async #name(kind: SourceKind, ground: SourceGround, source: SourceNow<unknown, unknown>, ids: readonly string[]): Promise<void> {
    const now = this.#db.clock.now().getTime()
    const keys = await unnamedAuthors(this.#db, ids)
    const strangers = keys.filter((key) => !this.#holds(kind, key, now))
    if (strangers.length > 0 && now >= this.#notBefore) {
      const found = await kind.namesOf!(ground, source, strangers)
      for (const key of strangers) this.#remember(kind, key, found.get(key) ?? null, now)
    }
    const names = keys.flatMap((key) => {
      const called = this.#recall(kind, key)
      return called ? [{ key, ...called }] : []
    })
    await this.#judgeAgain(source.id, await writeNames(this.#db, { kind: kind.kind, source: source.id }, ids, names))
  }

  async #rename(kind: SourceKind, ground: SourceGround, source: SourceNow<unknown, unknown>, keys: readonly string[]): Promise<void> {
    const heard = await authorsAmong(this.#db, kind.kind, keys)
    if (heard.length === 0) return
    const found = await kind.namesOf!(ground, source, heard)
    const now = this.#db.clock.now().getTime()
    for (const [key, called] of found) this.#remember(kind, key, called, now)
    const names = [...found].map(([key, called]) => ({ key, ...called }))
    await this.#judgeAgain(source.id, await writeNewNames(this.#db, { kind: kind.kind, source: source.id }, names))
  }

  #failed(kind: SourceKind, source: SourceNow<unknown, unknown>): (error: unknown) => void {
    return (error) => this.#log.info("source.not-named", { source: source.id, kind: kind.kind, ...errorFields(error) })
  }

  #holds(kind: SourceKind, key: string, now: number): boolean {
    return (this.#known.get(`${kind.kind} ${key}`)?.until ?? 0) > now
  }

  #recall(kind: SourceKind, key: string): Called | null {
    const expected = this.#expected.get(kind.kind)?.found.get(key)
    if (expected) return expected
    const at = `${kind.kind} ${key}`
    const known = this.#known.get(at)
    if (!known) return null
    this.#known.delete(at)
    this.#known.set(at, known)
    return known.called
  }

  #remember(kind: SourceKind, key: string, called: Called | null, now: number): void {
    this.#known.set(`${kind.kind} ${key}`, { called, until: now + (called ? HOLDS.known : HOLDS.unknown) })
    if (this.#known.size > MOST) this.#known.delete(this.#known.keys().next().value ?? "")
  }
}
