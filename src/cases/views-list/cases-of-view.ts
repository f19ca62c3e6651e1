import type { Actor } from "#people"
import type { Reader } from "#platform"
import type { Language } from "#words"
import { presentCases } from "../present.ts"
import { listSaved } from "../saved-views/list-saved.ts"
import type { CaseView } from "../views.ts"
import { caseRows } from "./case-rows.ts"
import { listCases, type PageAsked } from "./list-cases.ts"
import { VIEWS } from "./view-names.ts"

/** A page of a view, one of Vigie's or a saved one, as the desk shows it; without a view, of all cases that the actor may see. */
export async function casesOfView(
  actor: Actor,
  reader: Reader,
  language: Language,
  view: string | undefined,
  page: PageAsked,
): Promise<{ items: CaseView[]; next: string | null }> {
  const own = VIEWS.find((known) => known === view)
  const { ids, next } = view && !own ? await listSaved(actor, reader, view, {}, page) : await listCases(actor, reader, { view: own }, page)
  return { items: await presentCases(actor, reader, language, await caseRows(reader, ids)), next }
}
