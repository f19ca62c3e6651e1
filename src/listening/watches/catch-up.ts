import type { Database, JobKind, Tx } from "#platform"
import { parseQuery } from "../language/parse-query.ts"
import { countSources, keepMatches, leaveMatches, returned } from "../mentions/keep-matches.ts"
import { room } from "../tables.ts"
import { sharedGeneration } from "./generation.ts"
import type { HistoryMatcher } from "./history-matcher.ts"
import { heardBefore, leftBefore, looksBackTo, type PastMention, pastMentions } from "./past-mentions.ts"

/** Looks through what was heard before a watch came, changed or was resumed. Put in with the change; bears being done twice. */
export const CATCH_UP = "listening.catch-up"

export function catchUpJob(db: Database, history: HistoryMatcher): JobKind<{ watch: string }> {
  return { name: CATCH_UP, run: ({ watch }) => catchUp(db, history, watch) }
}

/** Watches for which this is still to be done. */
export async function behind(db: Database): Promise<string[]> {
  const rows = await room(db.read)
    .selectFrom("watches")
    .select("id")
    .where("state", "=", "listening")
    .whereRef("caught_up", "<", "generation")
    .orderBy("generation")
    .execute()
  return rows.map(({ id }) => id)
}

export async function catchUp(db: Database, history: HistoryMatcher, watchId: string): Promise<void> {
  const watch = await room(db.read).selectFrom("watches").selectAll().where("id", "=", watchId).executeTakeFirst()
  const parsed = watch?.state === "listening" && watch.caught_up < watch.generation ? parseQuery(watch.query) : null
  if (!watch || !parsed?.query) return
  const ofThis = { id: watchId, revision: watch.revision }
  /** Whether it is still what is wanted: changed meanwhile, another job looks for what is wanted now. */
  const write = (work: (tx: Tx) => Promise<void>): Promise<boolean> =>
    db.transact(async (tx) => {
      await sharedGeneration(tx)
      const now = await room(tx).selectFrom("watches").select("generation").where("id", "=", watchId).executeTakeFirst()
      if (now?.generation !== watch.generation) return false
      await work(tx)
      return true
    })
  const keep = (tx: Tx, found: readonly PastMention[]) =>
    keepMatches(
      tx,
      found.map(({ id: mentionId, ...mention }) => ({ watch: ofThis, mentionId, ...mention })),
    )
  for await (const { found } of history.find(parsed.query, pastMentions(db.read, await looksBackTo(db.read, watchId)))) {
    if (found.length > 0 && !(await write(async (tx) => void (await keep(tx, found))))) return
  }
  // What earlier queries heard, however long ago, is this one's where it wants it, and in no figure where it doesn't.
  for await (const { page, found } of history.find(parsed.query, heardBefore(db.read, ofThis))) {
    const isWanted = new Set(found.map(({ id }) => id))
    const unwanted = page.flatMap(({ id }) => (isWanted.has(id) ? [] : id))
    const isWritten = await write(async (tx) => {
      await keep(tx, found)
      await leaveMatches(tx, ofThis, unwanted)
    })
    if (!isWritten) return
  }
  for await (const { found } of history.find(parsed.query, leftBefore(db.read, watchId))) {
    const isWritten = await write(async (tx) => {
      await keep(tx, found)
      await returned(tx, watchId)
    })
    if (!isWritten) return
  }
  await db.transact(async (tx) => {
    await countSources(tx, watchId)
    await room(tx)
      .updateTable("watches")
      .set({ caught_up: watch.generation })
      .where("id", "=", watchId)
      .where("generation", "=", watch.generation)
      .execute()
    await tx.record({ kind: "watch.caught-up", actor: "system:listening", about: {}, audience: "all", data: { watch: watchId } })
  })
}
