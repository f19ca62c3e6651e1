import { type Database, TooMany } from "#platform"
import { kindOf } from "../sources/kinds.ts"
import type { SourceKind } from "../sources/source.ts"
import { room } from "../tables.ts"

/** What may wait for one source at once: so many requests, and so many bytes. */
const MOST = { requests: 100, bytes: 25_000_000 }
/** In seconds: hubs and platforms send again. */
const LATER = 30

/** What is pushed to sources, as long as it waits for its turn. Whoever sends more than is taken is asked to come later. */
export class PushLine {
  readonly #waiting = new Map<string, { requests: number; bytes: number }>()

  /** Runs `work` with room for so many bytes. @throws TooMany */
  async take<T>(id: string, bytes: number, work: () => Promise<T>): Promise<T> {
    const { requests, bytes: before } = this.#waiting.get(id) ?? { requests: 0, bytes: 0 }
    if (requests >= MOST.requests || before + bytes > MOST.bytes) throw new TooMany("listening.push.tooMany", LATER)
    this.#waiting.set(id, { requests: requests + 1, bytes: before + bytes })
    try {
      return await work()
    } finally {
      const now = this.#waiting.get(id)!
      if (now.requests === 1) this.#waiting.delete(id)
      else this.#waiting.set(id, { requests: now.requests - 1, bytes: now.bytes - bytes })
    }
  }
}

/** Whether anything may be pushed there: looked up before a stranger's bytes are read. */
export async function isPushedTo(db: Database, kinds: readonly SourceKind[], id: string): Promise<boolean> {
  const source = await room(db.read).selectFrom("sources").select(["kind", "state", "removed_at"]).where("id", "=", id).executeTakeFirst()
  const kind = source ? kindOf(kinds, source.kind) : null
  if (!source || !kind?.push) return false
  return kind.isRegistered === true || (source.removed_at ? kind.leave !== undefined : source.state !== "paused")
}
