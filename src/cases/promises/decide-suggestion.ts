import type { Actor } from "#people"
import { Conflict, type Tx } from "#platform"
import type { Later } from "../later.ts"
import { recordOf } from "../record.ts"
import { type Promised, room } from "../tables.ts"
import { holdSuggestion, type Suggestion } from "./hold-suggestion.ts"
import { makePromise } from "./make-promise.ts"

/** Makes a promise of what was proposed, with other words or another moment when the person says so. */
export async function acceptSuggestion(
  actor: Actor,
  tx: Tx,
  later: Later,
  suggestionId: string,
  changed: { text?: string | undefined; dueAt?: Date | undefined } = {},
): Promise<Promised> {
  const { suggestion, row } = await undecided(actor, tx, suggestionId)
  const promise = { text: changed.text ?? suggestion.words, dueAt: changed.dueAt ?? suggestion.due_at, messageId: suggestion.message_id }
  const made = await makePromise(actor, tx, later, row.id, promise)
  await decide(actor, tx, suggestion, "made")
  return made
}

/** It was no promise. It isn't proposed again. */
export async function refuseSuggestion(actor: Actor, tx: Tx, suggestionId: string): Promise<void> {
  const { suggestion, row } = await undecided(actor, tx, suggestionId)
  await decide(actor, tx, suggestion, "refused")
  await recordOf(tx, actor.ref, "case.suggestion-refused", row, { suggestion: suggestion.id })
}

/** @throws Conflict once it is decided */
async function undecided(actor: Actor, tx: Tx, suggestionId: string) {
  const held = await holdSuggestion(actor, tx, suggestionId)
  if (held.suggestion.decision) throw new Conflict("cases.suggestion.decided")
  return held
}

/** It was decided by mistake: it is proposed again. @throws Conflict while the promise that was made of it stands */
export async function recallSuggestion(actor: Actor, tx: Tx, suggestionId: string): Promise<void> {
  const { suggestion, row } = await holdSuggestion(actor, tx, suggestionId)
  if (suggestion.decision === null) return
  if (suggestion.decision === "made" && !(await isWithdrawn(tx, suggestion))) throw new Conflict("cases.suggestion.decided")
  await decide(actor, tx, suggestion, null)
  await recordOf(tx, actor.ref, "case.suggestion-recalled", row, { suggestion: suggestion.id })
}

/** Whether the promise that was made of it, when it was decided, was withdrawn since. */
async function isWithdrawn(tx: Tx, { message_id, decided_at }: Suggestion): Promise<boolean> {
  if (!decided_at) return false
  const made = await room(tx)
    .selectFrom("promises")
    .select("withdrawn_at")
    .where("message_id", "=", message_id)
    .where("made_at", "=", decided_at)
    .execute()
  return made.length > 0 && made.every(({ withdrawn_at }) => withdrawn_at !== null)
}

async function decide(actor: Actor, tx: Tx, suggestion: Suggestion, decision: "made" | "refused" | null): Promise<void> {
  const by = decision === null ? { decided_by: null, decided_at: null } : { decided_by: actor.ref, decided_at: tx.now }
  await room(tx)
    .updateTable("promise_suggestions")
    .set({ decision, ...by })
    .where("id", "=", suggestion.id)
    .execute()
}
