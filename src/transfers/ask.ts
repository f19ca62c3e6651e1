import { rm } from "node:fs/promises"
import { join } from "node:path"
import { type Actor, requireRole } from "#people"
import { Conflict, Invalid, newId, type Reader, type Tx } from "#platform"
import { checkSettings } from "./check-settings.ts"
import { room, type TransferFile, type TransferKind } from "./tables.ts"
import { accessTransfer, bringsInAll, holdTransfer, recordOf, roleFor, type Transfer } from "./transfer.ts"

/** Prepares a run: its files come next, then it is started. */
export async function askTransfer(
  actor: Actor,
  tx: Tx,
  asked: { kind: TransferKind; name: string; runsIn?: "server" | "terminal"; files?: TransferFile[] },
): Promise<Transfer> {
  requireRole(actor, roleFor(asked.kind))
  const transfer = await room(tx)
    .insertInto("transfers")
    .values({
      id: newId(tx.now),
      kind: asked.kind,
      name: asked.name.trim().slice(0, 200) || asked.kind,
      runs_in: asked.runsIn ?? "server",
      state: "draft",
      files: JSON.stringify(asked.files ?? []),
      total: null,
      problem: null,
      by_actor: actor.ref,
      created_at: tx.now,
      started_at: null,
      finished_at: null,
      moved_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordOf(tx, actor, "asked", transfer)
  return transfer
}

/** A file has arrived whole. */
export async function addFile(actor: Actor, tx: Tx, id: string, file: TransferFile): Promise<Transfer> {
  const transfer = await holdTransfer(actor, tx, id)
  if (transfer.state !== "draft") throw new Conflict("transfers.begun")
  const files = [...transfer.files.filter(({ name }) => name !== file.name), file]
  return room(tx)
    .updateTable("transfers")
    .set({ files: JSON.stringify(files), moved_at: tx.now })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Starts a run with its settings. @throws Invalid for settings that make no sense, or without a file; Conflict when it has begun */
export async function startTransfer(actor: Actor, tx: Tx, id: string, settings: unknown): Promise<Transfer> {
  const transfer = await holdTransfer(actor, tx, id)
  if (transfer.state !== "draft") throw new Conflict("transfers.begun")
  if (transfer.files.length === 0) throw new Invalid("transfers.noFile")
  const checked = await checkSettings(actor, tx, transfer.kind, settings)
  await room(tx)
    .updateTable("transfers")
    .set({ settings: JSON.stringify(checked) })
    .where("id", "=", id)
    .execute()
  return move(actor, tx, transfer, "waiting", "started")
}

/** Ends a run after what it is at. What came in stays, and it can go on later. */
export async function stopTransfer(actor: Actor, tx: Tx, id: string): Promise<Transfer> {
  const transfer = await holdTransfer(actor, tx, id)
  if (transfer.state === "waiting") return move(actor, tx, transfer, "stopped", "stopped")
  if (transfer.state !== "running") throw new Conflict("transfers.notRunning")
  return move(actor, tx, transfer, "stopping", "stopping")
}

/** Goes on where it was. */
export async function continueTransfer(actor: Actor, tx: Tx, id: string): Promise<Transfer> {
  const transfer = await holdTransfer(actor, tx, id)
  if (transfer.state !== "stopped" && transfer.state !== "failed") throw new Conflict("transfers.notStopped")
  return move(actor, tx, transfer, "waiting", "continued")
}

async function move(actor: Actor, tx: Tx, transfer: Transfer, state: Transfer["state"], what: string): Promise<Transfer> {
  const moved = await room(tx)
    .updateTable("transfers")
    .set({ state, problem: null, ...(transfer.started_at ? {} : { started_at: tx.now }) })
    .where("id", "=", transfer.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordOf(tx, actor, what, transfer)
  return moved
}

/** Forgets a run and its file. What it brought in stays. */
export async function removeTransfer(actor: Actor, tx: Tx, folder: string, id: string): Promise<void> {
  const transfer = await holdTransfer(actor, tx, id)
  if (transfer.state === "running" || transfer.state === "stopping" || transfer.state === "waiting") throw new Conflict("transfers.running")
  await room(tx).deleteFrom("transfers").where("id", "=", id).execute()
  await recordOf(tx, actor, "removed", transfer)
  await rm(join(folder, transfer.id), { recursive: true, force: true })
}

/** Runs that the actor may see, the last first; `before`: those that were asked for before this one. */
export async function listTransfers(actor: Actor, reader: Reader, page: { limit: number; before: string | null }): Promise<Transfer[]> {
  const every = room(reader).selectFrom("transfers").selectAll().orderBy("id", "desc").limit(page.limit)
  const all = bringsInAll(actor) ? every : every.where("kind", "=", "mentions")
  return (page.before !== null ? all.where("id", "<", page.before) : all).execute()
}

/** What a run left out, and why. */
export async function skipsOf(actor: Actor, reader: Reader, id: string, page: { limit: number; after: number }) {
  await accessTransfer(actor, reader, id)
  return room(reader)
    .selectFrom("transfer_skips")
    .select(["place", "item", "reason", "detail"])
    .where("transfer_id", "=", id)
    .where("place", ">", page.after)
    .orderBy("place")
    .limit(page.limit)
    .execute()
}
