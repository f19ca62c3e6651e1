import { type Actor, requireRole } from "#people"
import { Conflict, newId, type Tx } from "#platform"
import type { Hearing } from "../hearing/take-in.ts"
import { takeIn, TOGETHER } from "../hearing/take-in.ts"
import { noteEvent } from "../sources/note-event.ts"
import { room, type Source } from "../tables.ts"
import { underFormerKeys } from "./former-keys.ts"
import type { GivenHeard } from "./given.ts"
import { hashOfKey } from "./mention-row.ts"
import { keysStandingAlone } from "./standing-alone.ts"

/** Where something was told from: a program, or a file. */
export interface Teller {
  kind: "api" | "import"
  /** Named by whoever tells: each name is a source of its own. */
  name: string
  place: string | null
}

export interface GivenKept {
  source: string
  added: number
  changed: number
  gone: number
  /** So many different things were told. */
  told: number
  /** Ids and keys in the order in which they were told. */
  items: { key: string; id: string }[]
}

/** Keeps what a program or a file tells. Told again, it changes nothing. @throws Conflict where this source is paused */
export async function takeGiven(
  hearing: Hearing,
  actor: Actor,
  teller: Teller,
  given: readonly GivenHeard[],
  gone: readonly string[],
): Promise<GivenKept> {
  requireRole(actor, "agent")
  const { db } = hearing
  const source = await db.transact((tx) => toldSource(actor, tx, teller))
  const sum: GivenKept = { source, added: 0, changed: 0, gone: 0, told: 0, items: [] }
  const heard = await underFormerKeys(db.read, { id: source, kind: teller.kind }, given)
  const erased = [...gone, ...(await keysStandingAlone(db.read, source, gone))]
  const ids = new Map<string, string>()
  for (let from = 0; from === 0 || from < heard.length; from += TOGETHER) {
    const part = heard.slice(from, from + TOGETHER)
    const kept = await takeIn(hearing, source, { heard: part, gone: from === 0 ? erased : [], keeps: "all" }, async (tx, { id }) => {
      await room(tx).updateTable("sources").set({ read_at: tx.now }).where("id", "=", id).execute()
      const hashes = new Map(part.map(({ key }) => [hashOfKey(key), key]))
      if (hashes.size === 0) return
      const rows = await room(tx)
        .selectFrom("mentions")
        .select(["id", "key_hash"])
        .where("source_id", "=", id)
        .where("key_hash", "in", [...hashes.keys()])
        .execute()
      for (const row of rows) ids.set(hashes.get(row.key_hash)!, row.id)
    })
    if (!kept) throw new Conflict("listening.source.isRemoved")
    sum.added += kept.added.length
    sum.changed += kept.changed.length
    sum.gone += kept.gone.length
  }
  const items = heard.flatMap(({ key }) => (ids.has(key) ? [{ key, id: ids.get(key)! }] : []))
  return { ...sum, told: new Set(heard.map(({ key }) => key)).size, items }
}

/** The source of this name; the first who tells something under a name makes it. */
async function toldSource(actor: Actor, tx: Tx, { kind, name, place }: Teller): Promise<string> {
  const tables = room(tx)
  const made = await tables
    .insertInto("sources")
    .values({
      id: newId(tx.now),
      kind,
      name,
      place: place ?? kind,
      settings: "{}",
      sealed_secret: null,
      state: "reading",
      state_since: tx.now,
      next_at: null,
      created_by: actor.ref,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst()
  if (made) {
    await noteEvent(tx, made.id, "added")
    await tx.record({ kind: "source.added", actor: actor.ref, about: {}, audience: "all", data: { source: made.id, of: kind } })
    return made.id
  }
  const known: Pick<Source, "id" | "state"> = await tables
    .selectFrom("sources")
    .select(["id", "state"])
    .where("kind", "=", kind)
    .where("name", "=", name)
    .where("removed_at", "is", null)
    .executeTakeFirstOrThrow()
  if (known.state === "paused") throw new Conflict("listening.source.isPaused")
  return known.id
}
