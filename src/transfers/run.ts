import { sql } from "kysely"
import { type Actor, systemActor } from "#people"
import { type Database, insertMany, type Tx } from "#platform"
import { type Counts, room } from "./tables.ts"
import type { Transfer } from "./transfer.ts"

/** Somebody asked it to stop, or the house is closing: what was done is kept. */
export class Stopped extends Error {
  override readonly name = "Stopped"
}

export interface Skip {
  /** Line, or place in the archive. */
  place: number
  /** As its owner would know it. */
  item: string
  reason: string
  detail?: string
}

/** How far a step brought the run. */
export interface Progress {
  /** Items settled by this step: taken, known or skipped. */
  done?: number
  total?: number
  phase?: "reading" | "filing"
  place?: Record<string, number | string>
  current?: string
  counts?: Counts
  skips?: readonly Skip[]
}

/** One run under way. Its work is done in steps; each is a transaction that also says how far it got, so nothing is done twice or lost. */
export class Run {
  readonly db: Database
  readonly actor: Actor = systemActor("import")
  transfer: Transfer
  readonly #signal: AbortSignal
  readonly #told: (transfer: Transfer) => void

  constructor(db: Database, transfer: Transfer, signal: AbortSignal, told: (transfer: Transfer) => void) {
    this.db = db
    this.transfer = transfer
    this.#signal = signal
    this.#told = told
  }

  get id(): string {
    return this.transfer.id
  }

  get place(): Record<string, number | string> {
    return this.transfer.place
  }

  numberAt(name: string): number {
    return Number(this.place[name] ?? 0)
  }

  /** Does a piece of the work and keeps how far it got. @throws Stopped after the piece, when somebody asked */
  async step(work: (tx: Tx) => Promise<Progress>): Promise<void> {
    if (this.#signal.aborted) throw new Stopped()
    const moved = await this.db.transact(async (tx) => this.#keep(tx, await work(tx)))
    this.transfer = moved
    this.#told(moved)
    if (moved.state === "stopping" || this.#signal.aborted) throw new Stopped()
  }

  async #keep(tx: Tx, { done = 0, total, phase, place, current, counts = {}, skips = [] }: Progress): Promise<Transfer> {
    const rows = skips.map((skip) => ({ detail: "", ...skip, transfer_id: this.id, item: skip.item.slice(0, 300) }))
    const columns = { transfer_id: "uuid", place: "bigint", item: "text", reason: "text", detail: "text" }
    const skipped = await insertMany(tx, "transfer_skips", columns, rows, { otherwise: sql`on conflict do nothing` })
    const { counts: before } = this.transfer
    const sum = { ...before }
    for (const [name, n] of Object.entries(counts)) sum[name as keyof Counts] = (before[name as keyof Counts] ?? 0) + n
    return room(tx)
      .updateTable("transfers")
      .set((set) => ({
        done: set("done", "+", done),
        skipped: set("skipped", "+", skipped),
        counts: JSON.stringify(sum),
        moved_at: tx.now,
        ...(total === undefined ? {} : { total }),
        ...(phase === undefined ? {} : { phase }),
        ...(place === undefined ? {} : { place: JSON.stringify({ ...this.place, ...place }) }),
        ...(current === undefined ? {} : { current: current.slice(0, 300) }),
      }))
      .where("id", "=", this.id)
      .returningAll()
      .executeTakeFirstOrThrow()
  }
}
