import { sql } from "kysely"
import { fitJson, MINUTE, type Tx } from "#platform"
import { moveAnswer } from "./move-answer.ts"
import { answerRoom, type AnswerState, type PublicAnswer } from "./tables.ts"

/** An answer that this worker holds, and how it stood before. */
export interface Claimed {
  row: PublicAnswer
  before: AnswerState
}

/** Longer than any attempt may take: each request gives up after seconds. */
const LEASE = 10 * MINUTE

/** Takes what is due and marks it before anything leaves: what happens after that is never forgotten. */
export async function claimAnswers(tx: Tx, worker: string, limit: number): Promise<Claimed[]> {
  const due = await answerRoom(tx)
    .selectFrom("public_answers")
    .selectAll()
    .where("due_at", "<=", tx.now)
    .where("state", "in", ["ready", "retry", "uncertain", "withdrawing"])
    .where("leased_by", "is", null)
    .orderBy("due_at")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return Promise.all(
    due.map(async (before) => {
      const row = await answerRoom(tx)
        .updateTable("public_answers")
        .set({
          ...(before.state === "withdrawing" ? {} : { state: "sending", state_since: tx.now }),
          due_at: null,
          attempts: before.attempts + 1,
          lease: before.lease + 1,
          leased_by: worker,
          leased_until: new Date(tx.now.getTime() + LEASE),
        })
        .where("id", "=", before.id)
        .returningAll()
        .executeTakeFirstOrThrow()
      return { row, before: before.state }
    }),
  )
}

/** Keeps what will be sent, before it is. False: another worker has it by now, and nothing may leave from here. */
export async function keepFixed(tx: Tx, { id, lease }: PublicAnswer, fixed: unknown): Promise<boolean> {
  const kept = await answerRoom(tx)
    .updateTable("public_answers")
    .set({ fixed: fitJson(fixed) })
    .where("id", "=", id)
    .where("lease", "=", lease)
    .where("state", "=", "sending")
    .executeTakeFirst()
  return kept.numUpdatedRows > 0n
}

/**
 * What a dead worker held: it may have left if what would be sent was kept already, and the place is asked; otherwise it never left. At a
 * worker's start what it held before; at any time what was held too long.
 */
export async function recoverAnswers(tx: Tx, worker: string | null): Promise<void> {
  const held = await answerRoom(tx)
    .selectFrom("public_answers")
    .selectAll()
    .where("leased_by", "is not", null)
    .where((is) => is.or([is("leased_until", "<", tx.now), ...(worker === null ? [] : [is("leased_by", "=", worker)])]))
    .forUpdate()
    .skipLocked()
    .execute()
  for (const row of held) {
    const mayStand = row.fixed !== null
    const state = row.state === "sending" ? (mayStand ? "uncertain" : "retry") : row.state
    const why = { code: "interrupted", answer: "" }
    const change = { state, due_at: tx.now, lease: row.lease + 1, leased_by: null, leased_until: null, reason: fitJson(why) }
    await moveAnswer("system:answers", tx, row, change, { step: state === "uncertain" ? "uncertain" : "retry", detail: why })
  }
}

/** The next moment at which something is due; null when nothing waits. */
export async function nextAnswerDue(reader: Pick<Tx, "sql">): Promise<Date | null> {
  const found = await sql<{ due: Date | null }>`select min(due_at) as due from public_answers where leased_by is null`.execute(reader.sql)
  return found.rows[0]?.due ?? null
}
