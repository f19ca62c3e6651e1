import { type Actor, requireRole } from "#people"
import { newId, type Tx } from "#platform"
import { room, type Watch } from "../tables.ts"
import { holdWatch } from "./access-watch.ts"
import { checkQuery } from "./check-query.ts"
import { nextGeneration } from "./generation.ts"
import { beginListening, endListening } from "./listened.ts"

export interface WatchParts {
  name: string
  query: string
}

/** Listens for something from now on; what was heard in the last month is looked through as well. @throws Invalid where the query is broken */
export async function addWatch(actor: Actor, tx: Tx, { name, query }: WatchParts): Promise<Watch> {
  requireRole(actor, "agent")
  checkQuery(query)
  const watch = await room(tx)
    .insertInto("watches")
    .values({
      id: newId(tx.now),
      name: name.trim(),
      query,
      state: "listening",
      state_since: tx.now,
      state_by: actor.ref,
      revision: 1,
      generation: await nextGeneration(tx),
      created_by: actor.ref,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await keepRevision(actor, tx, watch)
  await beginListening(tx, watch)
  await told(actor, tx, "watch.added", watch)
  return watch
}

/** Changes name or query. A broken query changes nothing: the old one goes on. @throws Invalid */
export async function changeWatch(actor: Actor, tx: Tx, id: string, change: Partial<WatchParts>): Promise<Watch> {
  requireRole(actor, "agent")
  if (change.query !== undefined) checkQuery(change.query)
  const before = await holdWatch(tx, id)
  const isNew = change.query !== undefined && change.query !== before.query
  const watch = await room(tx)
    .updateTable("watches")
    .set({
      name: change.name?.trim() ?? before.name,
      updated_at: tx.now,
      ...(isNew ? { query: change.query!, revision: before.revision + 1, generation: await nextGeneration(tx) } : {}),
    })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (isNew) {
    await keepRevision(actor, tx, watch)
    await keepShares(tx, id)
  }
  if (isNew && watch.state === "listening") {
    await endListening(tx, id)
    await beginListening(tx, watch)
  }
  await told(actor, tx, "watch.changed", watch)
  return watch
}

/** Hears nothing until it is resumed; then what was said meanwhile is looked through, however long that was. */
export function pauseWatch(actor: Actor, tx: Tx, id: string): Promise<Watch> {
  return turn(actor, tx, id, "paused")
}

export function resumeWatch(actor: Actor, tx: Tx, id: string): Promise<Watch> {
  return turn(actor, tx, id, "listening")
}

/** Ends a watch. The mentions stay, found by other watches and by themselves; what this one had heard is cleared away later. */
export async function removeWatch(actor: Actor, tx: Tx, id: string): Promise<void> {
  requireRole(actor, "lead")
  await turn(actor, tx, id, "removed")
}

const TOLD = { paused: "watch.paused", listening: "watch.resumed", removed: "watch.removed" } as const

async function turn(actor: Actor, tx: Tx, id: string, state: Watch["state"]): Promise<Watch> {
  requireRole(actor, "agent")
  const before = await holdWatch(tx, id)
  if (before.state === state) return before
  const watch = await room(tx)
    .updateTable("watches")
    .set({ state, state_since: tx.now, state_by: actor.ref, generation: await nextGeneration(tx) })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await (state === "listening" ? beginListening(tx, watch) : endListening(tx, id))
  await told(actor, tx, TOLD[state], watch)
  return watch
}

async function keepRevision(actor: Actor, tx: Tx, { id, revision, query }: Watch): Promise<void> {
  await room(tx).insertInto("watch_revisions").values({ watch_id: id, revision, query, by_actor: actor.ref, at: tx.now }).execute()
}

/** What its sources brought with the query that it had. */
async function keepShares(tx: Tx, watchId: string): Promise<void> {
  await room(tx)
    .updateTable("watch_sources")
    .set(({ ref }) => ({ posts_before: ref("posts") }))
    .where("watch_id", "=", watchId)
    .execute()
}

async function told(actor: Actor, tx: Tx, kind: `watch.${string}`, { id, revision }: Watch): Promise<void> {
  await tx.record({ kind, actor: actor.ref, about: {}, audience: "all", data: { watch: id, revision } })
}
