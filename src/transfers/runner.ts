import type pg from "pg"
import { systemActor } from "#people"
import { type Database, errorFields, type Log, Problem } from "#platform"
import { Run, Stopped } from "./run.ts"
import { room, type TransferKind } from "./tables.ts"
import { recordOf, type Transfer } from "./transfer.ts"

export type Work = (run: Run) => Promise<void>

export interface RunnerParts {
  db: Database
  log: Log
  works: Readonly<Record<TransferKind, Work>>
  /** Told after each step, for whoever watches. */
  told?: (transfer: Transfer) => void
}

const CLOCK = systemActor("import")
const LOCK = 4601

/**
 * Does the long work that was asked for, one run after another. A run is held by a lock that ends with its process: after a kill it is
 * found and goes on where it was, and never runs twice at once.
 */
export class TransferRunner {
  readonly #parts: RunnerParts
  readonly #closing = new AbortController()
  #working: Promise<void> | null = null
  #again = false

  constructor(parts: RunnerParts) {
    this.#parts = parts
  }

  /** Looks for work, now. */
  wake(): void {
    if (this.#closing.signal.aborted) return
    this.#again = true
    this.#working ??= this.#work().finally(() => (this.#working = null))
  }

  /** Lets the step under way end, and stops. What is unfinished goes on at the next start. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#working
  }

  async #work(): Promise<void> {
    while (this.#again && !this.#closing.signal.aborted) {
      this.#again = false
      const due = await room(this.#parts.db.read)
        .selectFrom("transfers")
        .select("id")
        .where("state", "in", ["waiting", "running", "stopping"])
        .where("runs_in", "=", "server")
        .orderBy("created_at")
        .execute()
        .catch((error: unknown) => {
          this.#parts.log.warn("import.not-looked", errorFields(error))
          return []
        })
      for (const { id } of due) if (!this.#closing.signal.aborted) await this.run(id, this.#closing.signal)
    }
  }

  /** Does one run to its end, or until the signal. Nothing happens while another process does. */
  async run(id: string, signal: AbortSignal): Promise<void> {
    const { db, log } = this.#parts
    const holder = await db.connect()
    try {
      const held = await holder.query<{ held: boolean }>("select pg_try_advisory_lock($1, hashtext($2)) as held", [LOCK, id])
      if (held.rows[0]?.held) await this.#hold(id, signal)
    } catch (error) {
      log.error("import.failed", { transfer: id, ...errorFields(error) })
    } finally {
      await end(holder)
    }
  }

  async #hold(id: string, signal: AbortSignal): Promise<void> {
    const { db, log, works } = this.#parts
    const transfer = await room(db.read).selectFrom("transfers").selectAll().where("id", "=", id).executeTakeFirst()
    if (!transfer || !["waiting", "running", "stopping"].includes(transfer.state)) return
    if (transfer.state === "stopping") return this.#settle(transfer, "stopped", null)
    const running = await db.transact((tx) =>
      room(tx)
        .updateTable("transfers")
        .set({ state: "running" })
        .where("id", "=", id)
        .where("state", "in", ["waiting", "running"])
        .returningAll()
        .executeTakeFirst(),
    )
    if (!running) return
    const run = new Run(db, running, signal, (now) => this.#parts.told?.(now))
    try {
      await works[running.kind](run)
      await this.#settle(run.transfer, "done", null)
    } catch (error) {
      if (!(error instanceof Stopped)) {
        if (!(error instanceof Problem)) log.error("import.failed", { transfer: id, ...errorFields(error) })
        await this.#settle(run.transfer, "failed", error instanceof Problem ? error.key : "transfers.failed")
      } else if (!signal.aborted || running.runs_in === "terminal") await this.#settle(run.transfer, "stopped", null)
    }
  }

  async #settle(transfer: Transfer, state: "done" | "stopped" | "failed", problem: string | null): Promise<void> {
    const settled = await this.#parts.db.transact(async (tx) => {
      if (state === "done") await room(tx).deleteFrom("transfer_items").where("transfer_id", "=", transfer.id).execute()
      const moved = await room(tx)
        .updateTable("transfers")
        .set({ state, problem, current: "", moved_at: tx.now, finished_at: state === "done" ? tx.now : null })
        .where("id", "=", transfer.id)
        .returningAll()
        .executeTakeFirstOrThrow()
      const { done, skipped } = moved
      await recordOf(tx, CLOCK, state === "done" ? "finished" : state, moved, { done, skipped })
      return moved
    })
    this.#parts.told?.(settled)
  }
}

async function end(client: pg.Client): Promise<void> {
  await client.end().catch(() => {}) // the lock goes with the connection, however it ends
}
