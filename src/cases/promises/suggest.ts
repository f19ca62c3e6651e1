import type { MessageForCase } from "#conversations"
import { MINUTE, newId, type Tx } from "#platform"
import { deskHours } from "../deadlines/desk-hours.ts"
import { recordOf } from "../record.ts"
import { type CaseRow, room } from "../tables.ts"
import { type PromisedTime, promisedTimes } from "./reading/promised-times.ts"

/** What reading dates needs: where the company is when no calendar says it. */
export interface SuggestDeps {
  timeZone: string
}

/** Proposes the dates and hours of an outgoing text as promises, as they read at the moment it leaves. A person accepts or refuses. */
export async function suggestPromises(tx: Tx, row: CaseRow, message: MessageForCase, leavesAt: Date, deps: SuggestDeps): Promise<void> {
  await write(tx, row, message.id, await readTimes(tx, row, message, leavesAt, deps))
}

/**
 * The text left at another time than was thought ("within 48 hours", sent a day later): what is still undecided is read again. Within ten
 * minutes, or once somebody has decided, all stays.
 */
export async function suggestPromisesAnew(tx: Tx, row: CaseRow, message: MessageForCase, leftAt: Date, deps: SuggestDeps): Promise<void> {
  if (leftAt.getTime() - message.receivedAt.getTime() < 10 * MINUTE) return
  const before = await room(tx)
    .selectFrom("promise_suggestions")
    .select(["due_at", "decision"])
    .where("message_id", "=", message.id)
    .execute()
  if (before.some(({ decision }) => decision !== null)) return
  const times = await readTimes(tx, row, message, leftAt, deps)
  const known = (time: PromisedTime) => before.some(({ due_at }) => Math.abs(due_at.getTime() - time.dueAt.getTime()) < 10 * MINUTE)
  if (times.length === before.length && times.every(known)) return
  await forgetSuggestions(tx, message.id)
  await write(tx, row, message.id, times)
}

/** Drops what was proposed from a message and is undecided. */
export async function forgetSuggestions(tx: Tx, messageId: string): Promise<void> {
  await room(tx).deleteFrom("promise_suggestions").where("message_id", "=", messageId).where("decision", "is", null).execute()
}

async function readTimes(tx: Tx, row: CaseRow, message: MessageForCase, sentAt: Date, { timeZone }: SuggestDeps): Promise<PromisedTime[]> {
  if (!MAY_NAME_A_TIME.test(message.newText)) return []
  return promisedTimes(message.newText, { language: message.language, sentAt, ...(await deskHours(tx, row, timeZone)) })
}

/** Most answers name no time at all and are not read further. */
const MAY_NAME_A_TIME =
  /\d|day|morrow|night|noon|week|jour|demain|midi|minuit|soir|semaine|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|EOD/iu

async function write(tx: Tx, row: CaseRow, messageId: string, times: readonly PromisedTime[]): Promise<void> {
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
