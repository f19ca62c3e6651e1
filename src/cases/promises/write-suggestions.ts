import { newId, type Tx } from "#platform"
import { recordOf } from "../record.ts"
import { type CaseRow, room } from "../tables.ts"
import type { PromisedTime } from "./reading/promised-times.ts"

/** Keeps the moments as suggestions for a colleague to decide on, and tells of the new ones. */
export async function writeSuggestions(tx: Tx, row: CaseRow, messageId: string, times: readonly PromisedTime[]): Promise<void> {
  if (times.length === 0) return
  const written = await room(tx)
    .insertInto("promise_suggestions")
    .values(
      times.map(({ words, dueAt }) => ({
        id: newId(tx.now),
        case_id: row.id,
        message_id: messageId,
        words,
        due_at: dueAt,
        decision: null,
        decided_by: null,
        decided_at: null,
        created_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute()
  if (written.length)
    await recordOf(
      tx,
      "system:promises",
      "case.promise-suggested",
      row,
      { suggestions: written.map(({ id }) => id) },
      { message: messageId },
    )
}
