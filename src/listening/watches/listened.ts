import { sql } from "kysely"
import type { Reader, Tx } from "#platform"
import type { Gap } from "../sources/coverage.ts"
import { room, type Watch } from "../tables.ts"

/** A time in which a watch listened with one query; null: it still does. */
export interface Listened {
  revision: number
  from: Date
  to: Date | null
}

/** From now on it listens, with this query. */
export async function beginListening(tx: Tx, { id, revision }: Pick<Watch, "id" | "revision">): Promise<void> {
  await room(tx)
    .insertInto("watch_listened")
    .values({ watch_id: id, revision, from_at: tx.now, to_at: null })
    .onConflict((known) => known.columns(["watch_id", "revision", "from_at"]).doUpdateSet({ to_at: null }))
    .execute()
}

/** It doesn't any more, or not with this query. */
export async function endListening(tx: Tx, watchId: string): Promise<void> {
  await room(tx).updateTable("watch_listened").set({ to_at: tx.now }).where("watch_id", "=", watchId).where("to_at", "is", null).execute()
}

/** When a watch listened, the earliest first; with one query, or with any. */
export async function listenedOf(reader: Reader, watchId: string, revision: number | null = null): Promise<Listened[]> {
  const rows = await room(reader)
    .selectFrom("watch_listened")
    .selectAll()
    .where("watch_id", "=", watchId)
    .where((row) => (revision === null ? sql<boolean>`true` : row("revision", "=", revision)))
    .orderBy("from_at")
    .orderBy("to_at")
    .execute()
  return rows.map(({ revision: of, from_at, to_at }) => ({ revision: of, from: from_at, to: to_at }))
}

/** The times between, before the first and after the last, as far as they lie in this one. */
export function unheardIn(listened: readonly Listened[], from: Date, to: Date): Gap[] {
  const gaps: Gap[] = []
  let at = from
  for (const stretch of listened) {
    if (stretch.from > at) gaps.push({ from: at, to: stretch.from < to ? stretch.from : to })
    const end = stretch.to ?? to
    if (end > at) at = end
    if (at >= to) break
  }
  if (at < to) gaps.push({ from: at, to })
  return gaps.filter((gap) => gap.from < gap.to)
}
