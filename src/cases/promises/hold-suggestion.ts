import type { Selectable } from "kysely"
import type { Actor } from "#people"
import { isId, NotFound, type Tx } from "#platform"
import { mayChange, standingCase } from "../access-case.ts"
import { type CaseRow, type PromiseSuggestionsTable, room } from "../tables.ts"

export type Suggestion = Selectable<PromiseSuggestionsTable>

/** A suggestion to decide on, with its case, both held. @throws NotFound */
export async function holdSuggestion(actor: Actor, tx: Tx, id: string): Promise<{ suggestion: Suggestion; row: CaseRow }> {
  const all = room(tx).selectFrom("promise_suggestions").selectAll()
  const suggestion = isId(id) ? await all.where("id", "=", id).forNoKeyUpdate().executeTakeFirst() : undefined
  if (!suggestion) throw new NotFound("cases.suggestion.notFound")
  const row = await standingCase(actor, tx, suggestion.case_id).catch((error: unknown) => {
    throw error instanceof NotFound ? new NotFound("cases.suggestion.notFound") : error
  })
  mayChange(actor)
  return { suggestion, row }
}
