import { sql } from "kysely"
import { type Database, errorFields, HOUR, type Log, MINUTE, rowsJson } from "#platform"
import type { SourceGround } from "../sources/source-ground.ts"
import type { Called, Heard, SourceKind, SourceNow } from "../sources/source.ts"
import { room } from "../tables.ts"

/** So many are remembered, those longest that were heard last. */
const MOST = 20_000
/** A name is asked for again after this; one that nobody could tell, sooner. */
const HOLDS = { known: 24 * HOUR, unknown: HOUR }
/** Mentions that one fact names. */
const TOLD = 50
/** After an attempt that failed. */
const PAUSE = 5 * MINUTE

/**
 * What authors are called, where a place tells only their keys. Whoever was heard before is named before anything is matched; the others
 * are asked for after they were kept, so that a stream never waits. Where nobody can tell, the key stays.
 */
export class AuthorNames {
  readonly #db: Database
  readonly #log: Log
  readonly #known = new Map<string, { called: Called | null; until: number }>()
  #last: Promise<void> = Promise.resolve()
  #notBefore = 0

  constructor(db: Database, log: Log) {
    this.#db = db
    this.#log = log
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
    const failed = (error: unknown) => {
      this.#notBefore = this.#db.clock.now().getTime() + PAUSE
      this.#log.info("source.not-named", { source: source.id, kind: kind.kind, ...errorFields(error) })
    }
    this.#last = this.#last.then(() => this.#name(kind, ground, source, mentionIds)).catch(failed)
  }

  settled(): Promise<void> {
    return this.#last
  }

  async #name(kind: SourceKind, ground: SourceGround, source: SourceNow<unknown, unknown>, ids: readonly string[]): Promise<void> {
    const now = this.#db.clock.now().getTime()
    const rows = await room(this.#db.read)
      .selectFrom("mentions")
      .select("author_key")
      .distinct()
      .where("id", "in", [...ids])
      .where("author_handle", "is", null)
      .where("gone_at", "is", null)
      .execute()
    const keys = rows.flatMap(({ author_key }) => author_key ?? [])
    const strangers = keys.filter((key) => !this.#holds(kind, key, now))
    if (strangers.length > 0 && now >= this.#notBefore) {
      const found = await kind.namesOf!(ground, source, strangers)
      for (const key of strangers) this.#remember(kind, key, found.get(key) ?? null, now)
    }
    const names = keys.flatMap((key) => {
      const called = this.#recall(kind, key)
      return called ? [{ key, ...called }] : []
    })
    if (names.length === 0) return
    await this.#db.transact(async (tx) => {
      const { rows: named } = await sql<{ id: string }>`
        update mentions m set author_handle = given.handle, author_name = coalesce(given.name, m.author_name)
          from json_to_recordset(${rowsJson(names)}::json) as given (key text, handle text, name text)
         where m.id = any(${[...ids]}::uuid[]) and m.author_key = given.key and m.author_handle is null and m.gone_at is null
        returning m.id`.execute(tx.sql)
      // A handle is what a customer may have given: ties are looked for anew.
      for (let from = 0; from < named.length; from += TOLD) {
        const mentions = named.slice(from, from + TOLD).map(({ id }) => id)
        const data = { source: source.id, count: mentions.length, watches: [], mentions }
        await tx.record({ kind: "mention.named", actor: `system:source-${kind.kind}`, about: {}, audience: "all", data })
      }
    })
  }

  #holds(kind: SourceKind, key: string, now: number): boolean {
    return (this.#known.get(`${kind.kind} ${key}`)?.until ?? 0) > now
  }

  #recall(kind: SourceKind, key: string): Called | null {
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
