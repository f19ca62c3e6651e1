import { sql } from "kysely"
import type { Actor } from "#people"
import { isId, type Reader } from "#platform"
import { listSaved } from "../saved-views/list-saved.ts"
import type { CaseRow } from "../tables.ts"
import { listCases } from "../views-list/list-cases.ts"
import { rights } from "../views-list/rights.ts"
import { VIEWS } from "../views-list/view-names.ts"
import { type BulkSelection, MOST_OF_LIST } from "./actions.ts"

export interface Chosen {
  rows: CaseRow[]
  /** Named, but not there, or not for this actor to know of. */
  gone: number
  /** The list has more than can be done at once. */
  more: boolean
}

/** The cases of a selection that the actor may see, the oldest first. */
export async function chooseCases(actor: Actor, reader: Reader, selection: BulkSelection): Promise<Chosen> {
  if (!("list" in selection)) {
    const asked = [...new Set("ids" in selection ? selection.ids : selection.seen.map(({ id }) => id))]
    const rows = await rowsSeen(actor, reader, asked.filter(isId))
    return { rows, gone: asked.length - rows.length, more: false }
  }
  const { view, ...filters } = selection.list
  const own = VIEWS.find((known) => known === view)
  const except = new Set(selection.except)
  const page = { limit: MOST_OF_LIST + except.size }
  const found =
    view && !own ? await listSaved(actor, reader, view, filters, page) : await listCases(actor, reader, { ...filters, view: own }, page)
  const wanted = found.ids.filter((id) => !except.has(id))
  const rows = await rowsSeen(actor, reader, wanted.slice(0, MOST_OF_LIST))
  return { rows, gone: 0, more: found.next !== null || wanted.length > MOST_OF_LIST }
}

async function rowsSeen(actor: Actor, reader: Reader, ids: readonly string[]): Promise<CaseRow[]> {
  const where = sql.join([sql`c.id = any(${[...ids]}::uuid[])`, ...rights(actor)], sql` and `)
  return (await sql<CaseRow>`select c.* from cases as c where ${where} order by c.number`.execute(reader.sql)).rows
}
