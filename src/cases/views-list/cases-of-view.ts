import type { Actor } from "#people"
import type { Reader } from "#platform"
import type { Language } from "#words"
import { presentCases } from "../present.ts"
import { listSaved } from "../saved-views/list-saved.ts"
import type { CaseView } from "../views.ts"
import { caseRows } from "./case-rows.ts"
import { listCases } from "./list-cases.ts"
import { VIEWS } from "./view-names.ts"

const TOGETHER = 200
const ALL = { limit: 10_000_000 }

/**
 * All cases of a view, one of Vigie's or a saved one, as the desk shows them, some at a time; without a view, all that the actor may see.
 * Which they are is settled in one look: a case that moves in its order meanwhile is neither missed nor told twice. @throws NotFound
 */
export async function casesOfView(
  actor: Actor,
  reader: Reader,
  language: Language,
  view: string | undefined,
): Promise<AsyncGenerator<CaseView[]>> {
  const own = VIEWS.find((known) => known === view)
  const { ids } = view && !own ? await listSaved(actor, reader, view, {}, ALL) : await listCases(actor, reader, { view: own }, ALL)
  return presented(actor, reader, language, ids)
}

async function* presented(actor: Actor, reader: Reader, language: Language, ids: readonly string[]): AsyncGenerator<CaseView[]> {
  for (let from = 0; from < ids.length; from += TOGETHER)
    yield await presentCases(actor, reader, language, await caseRows(reader, ids.slice(from, from + TOGETHER)))
}
