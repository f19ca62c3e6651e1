import type { MessageForCase } from "#conversations"
import { MINUTE, type Tx } from "#platform"
import { type CaseRow, room } from "../tables.ts"
import { readTimes, type SuggestDeps } from "./read-times.ts"
import type { PromisedTime } from "./reading/promised-times.ts"
import { writeSuggestions } from "./write-suggestions.ts"

/** Proposes the dates and hours of an outgoing text as promises, as they read at the moment it leaves. A person accepts or refuses. */
export async function suggestPromises(tx: Tx, row: CaseRow, message: MessageForCase, leavesAt: Date, deps: SuggestDeps): Promise<void> {
  await writeSuggestions(tx, row, message.id, await readTimes(tx, row, message, leavesAt, deps))
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
  await writeSuggestions(tx, row, message.id, times)
}

/** Drops what was proposed from a message and is undecided. */
export async function forgetSuggestions(tx: Tx, messageId: string): Promise<void> {
  await room(tx).deleteFrom("promise_suggestions").where("message_id", "=", messageId).where("decision", "is", null).execute()
}
