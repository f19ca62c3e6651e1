import type { Actor } from "#people"
import type { Reader } from "#platform"
import { type CaseFilters, listFitting, type PageAsked } from "../views-list/list-cases.ts"
import { accessView } from "./access-view.ts"
import { compileView } from "./compile.ts"

/** Ids of the cases that a saved view shows whoever asks, in its order unless another is asked for. @throws NotFound */
export async function listSaved(actor: Actor, reader: Reader, viewId: string, narrower: CaseFilters, page: PageAsked) {
  const view = await accessView(actor, reader, viewId)
  return listFitting(actor, reader, { where: [await compileView(actor, reader, view.query)], order: view.sort }, page, narrower)
}
