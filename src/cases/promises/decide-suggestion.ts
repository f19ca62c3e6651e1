import type { Selectable } from "kysely"
import type { Actor } from "#people"
import { Conflict, isId, NotFound, type Tx } from "#platform"
import { mayChange, standingCase } from "../access-case.ts"
import type { Later } from "../later.ts"
import { recordOf } from "../record.ts"
import { type CaseRow, type Promised, type PromiseSuggestionsTable, room } from "../tables.ts"
import { makePromise } from "./make-promise.ts"

type Suggestion = Selectable<PromiseSuggestionsTable>

/** Makes a promise of what was proposed, with other words or another moment when the person says so. */
export async function acceptSuggestion(
  actor: Actor,
  tx: Tx,
  later: Later,
  suggestionId: string,
  changed: { text?: string | undefined; dueAt?: Date | undefined } = {},
): Promise<Promised> {
  const { suggestion, row } = await holdSuggestion(actor, tx, suggestionId)
  const promise = { text: changed.text ?? suggestion.words, dueAt: changed.dueAt ?? suggestion.due_at, messageId: suggestion.message_id }
  const made = await makePromise(actor, tx, later, row.id, promise)
  await decide(actor, tx, suggestion, "made")
  return made
}

/** It was no promise. It isn't proposed again. */
export async function refuseSuggestion(actor: Actor, tx: Tx, suggestionId: string): Promise<void> {
  const { suggestion, row } = await holdSuggestion(actor, tx, suggestionId)
  await decide(actor, tx, suggestion, "refused")
  await recordOf(tx, actor.ref, "case.suggestion-refused", row, { suggestion: suggestion.id })
}

async function decide(actor: Actor, tx: Tx, suggestion: Suggestion, decision: "made" | "refused"): Promise<void> {
  await room(tx)
    .updateTable("promise_suggestions")
    .set({ decision, decided_by: actor.ref, decided_at: tx.now })
    .where("id", "=", suggestion.id)
    .execute()
}

async function holdSuggestion(actor: Actor, tx: Tx, id: string): Promise<{ suggestion: Suggestion; row: CaseRow }> {
  const all = room(tx).selectFrom("promise_suggestions").selectAll()
  const suggestion = isId(id) ? await all.where("id", "=", id).forNoKeyUpdate().executeTakeFirst() : undefined
  if (!suggestion) throw new NotFound("cases.suggestion.notFound")
  const row = await standingCase(actor, tx, suggestion.case_id).catch((error: unknown) => {
    throw error instanceof NotFound ? new NotFound("cases.suggestion.notFound") : error
  })
  mayChange(actor)
  if (suggestion.decision) throw new Conflict("cases.suggestion.decided")
  return { suggestion, row }
}
