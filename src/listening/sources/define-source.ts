import { type Actor, requireRole } from "#people"
import { Conflict, Invalid, type Keys, newId, type Tx } from "#platform"
import { room, type Source } from "../tables.ts"
import { holdSource } from "./access-source.ts"
import { checkSource, type NewSource } from "./check-source.ts"
import { noteEvent } from "./note-event.ts"
import { kindOf } from "./kinds.ts"
import { isCarriedOff, sealSourceSecret, wholeSecret } from "./sealed-secret.ts"
import type { SourceKind } from "./source.ts"

export interface SourceDeps {
  keys: Keys
  kinds: readonly SourceKind[]
}

/** Reads a place from now on. @throws Invalid where its settings can't be right */
export async function addSource(actor: Actor, tx: Tx, { keys, kinds }: SourceDeps, given: NewSource): Promise<Source> {
  requireRole(actor, "lead")
  const { kind, settings, secret, name } = checkSource(kinds, given)
  if (!kind.read && !kind.follow && !kind.push) throw new Invalid("listening.source.notAdded")
  const id = newId(tx.now)
  const source = await room(tx)
    .insertInto("sources")
    .values({
      id,
      kind: kind.kind,
      name,
      place: given.place?.trim() || kind.place,
      settings: JSON.stringify(settings),
      sealed_secret: sealSourceSecret(keys, id, secret),
      state: "reading",
      state_since: tx.now,
      next_at: kind.read ? tx.now : null,
      created_by: actor.ref,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await noteEvent(tx, id, "added")
  await told(actor, tx, "source.added", source)
  return source
}

/** Changes what is read; another place begins anew, without the cursor of the one before, and another host with its whole secret given anew. @throws Invalid */
export async function changeSource(
  actor: Actor,
  tx: Tx,
  { keys, kinds }: SourceDeps,
  id: string,
  change: Partial<Omit<NewSource, "kind">>,
): Promise<Source> {
  requireRole(actor, "lead")
  const before = await holdSource(tx, id)
  const kind = kindOf(kinds, before.kind)
  const secret = wholeSecret(kind, keys, before, change.secret)
  const checked = checkSource(kinds, { kind: before.kind, settings: change.settings ?? before.settings, secret })
  if (isCarriedOff(kind, keys, before, change.secret, checked))
    throw new Invalid("request.invalid", {}, [{ path: "secret", key: "listening.source.secretAnew" }])
  const isOther = change.settings !== undefined && JSON.stringify(checked.settings) !== JSON.stringify(before.settings)
  const moved = isOther && !checked.kind.isSamePlace?.(before.settings, checked.settings)
  const isAgain = (isOther || change.secret !== undefined) && before.state !== "paused"
  const source = await room(tx)
    .updateTable("sources")
    .set({
      name: change.name?.trim() || before.name,
      place: change.place?.trim() || before.place,
      settings: JSON.stringify(checked.settings),
      updated_at: tx.now,
      ...(change.secret === undefined ? {} : { sealed_secret: sealSourceSecret(keys, id, checked.secret) }),
      ...(moved ? { cursor: null, settled_at: null } : {}),
      ...(isAgain ? { state: "reading", state_since: tx.now, reason: null, failures: 0, next_at: kind?.read ? tx.now : null } : {}),
    })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await noteEvent(tx, id, "changed")
  await told(actor, tx, "source.changed", source)
  return source
}

export async function pauseSource(actor: Actor, tx: Tx, id: string): Promise<Source> {
  requireRole(actor, "lead")
  const before = await holdSource(tx, id)
  if (before.state === "paused") return before
  return turn(actor, tx, before, { state: "paused", settled_at: null, reason: null }, "paused")
}

/** Reads on from where it had come to. */
export async function resumeSource(actor: Actor, tx: Tx, { kinds }: SourceDeps, id: string): Promise<Source> {
  requireRole(actor, "lead")
  const before = await holdSource(tx, id)
  if (before.state !== "paused") return before
  const next_at = kindOf(kinds, before.kind)?.read ? tx.now : null
  return turn(actor, tx, before, { state: "reading", failures: 0, next_at }, "resumed")
}

/** Asks again now, whatever the pause. @throws Conflict while it is paused */
export async function askNow(actor: Actor, tx: Tx, { kinds }: SourceDeps, id: string): Promise<Source> {
  requireRole(actor, "lead")
  const before = await holdSource(tx, id)
  if (before.state === "paused") throw new Conflict("listening.source.isPaused")
  const next_at = kindOf(kinds, before.kind)?.read ? tx.now : null
  return room(tx).updateTable("sources").set({ next_at }).where("id", "=", id).returningAll().executeTakeFirstOrThrow()
}

/** Reads no more. What it brought stays; its secret goes. */
export async function removeSource(actor: Actor, tx: Tx, id: string): Promise<void> {
  requireRole(actor, "lead")
  const before = await holdSource(tx, id)
  await turn(actor, tx, before, { removed_at: tx.now, sealed_secret: null, settled_at: null, next_at: null }, "removed")
}

type Change = Partial<Pick<Source, "state" | "settled_at" | "failures" | "next_at" | "removed_at" | "sealed_secret">> & { reason?: null }

async function turn(
  actor: Actor,
  tx: Tx,
  { id, state, state_since }: Source,
  change: Change,
  word: "paused" | "resumed" | "removed",
): Promise<Source> {
  const isNew = change.state !== undefined && change.state !== state
  const source = await room(tx)
    .updateTable("sources")
    .set({ ...change, state_since: isNew ? tx.now : state_since, updated_at: tx.now })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await noteEvent(tx, id, word)
  await told(actor, tx, `source.${word}`, source)
  return source
}

async function told(actor: Actor, tx: Tx, kind: `source.${string}`, { id, kind: of }: Source): Promise<void> {
  await tx.record({ kind, actor: actor.ref, about: {}, audience: "all", data: { source: id, of } })
}
