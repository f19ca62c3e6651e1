import { type RawBuilder, sql } from "kysely"
import type { Actor } from "#people"
import { isId, type Reader } from "#platform"
import { hasPromise, walkPromises } from "./promise-walk.ts"
import { rights } from "./rights.ts"
import { CATEGORIES, type Category, type ViewName, viewRule, type ViewRule } from "./view-names.ts"
import { readStand, type Stand, writeStand } from "./stand.ts"
import { type Order, walkCases } from "./walk.ts"

export interface CaseFilters {
  view?: ViewName | undefined
  /** A status's id, or a category. */
  status?: string | undefined
  category?: Category | undefined
  /** An agent's id, `me` or `none`. */
  owner?: string | undefined
  /** A team's id, `mine` or `none`. */
  team?: string | undefined
  tag?: string | undefined
  inbox?: string | undefined
  contact?: string | undefined
  sort?: Order | undefined
}

export interface PageAsked {
  limit: number
  cursor?: string | undefined
  /** A cursor as well: a page that was read before is read again to where it ended, whatever has come into it. */
  until?: string | undefined
}

/** Ids of the cases of a view, filtered, in order; only those that the actor may see. */
export async function listCases(
  actor: Actor,
  reader: Reader,
  filters: CaseFilters,
  page: PageAsked,
): Promise<{ ids: string[]; next: string | null }> {
  const rule = filters.view ? viewRule(filters.view, actor) : null
  const categories = categoriesOf(rule, filters)
  const order = categories.every(isClosed) ? "newest" : (filters.sort ?? rule?.order ?? "newest")
  const walk = {
    where: [...rights(actor), ...within(categories), ...(rule?.where ?? []), ...narrowed(actor, filters)],
    category: categories.length === 1 ? categories[0] : undefined,
    from: readStand(page.cursor),
    until: readStand(page.until),
    limit: page.limit + 1,
    rare: rule?.rare || filters.contact !== undefined || (filters.owner !== undefined && filters.owner !== "none"),
  }
  if (rule?.order === "promise" && order !== "promise") walk.where.push(hasPromise)
  const found = order === "promise" ? await walkPromises(reader, walk) : await walkCases(reader, { ...walk, order })
  return pageOf(found, page)
}

/** What a query of somebody's own shows: conditions on the case `c`, and an order. */
export interface Fitting {
  where: readonly RawBuilder<boolean>[]
  order: Order
}

/** Ids of the cases that fit a query, narrowed further where asked; only those that the actor may see. */
export async function listFitting(
  actor: Actor,
  reader: Reader,
  { where, order }: Fitting,
  page: PageAsked,
  narrower: CaseFilters = {},
): Promise<{ ids: string[]; next: string | null }> {
  const found = await walkCases(reader, {
    where: [...rights(actor), ...within(categoriesOf(null, narrower)), ...where, ...narrowed(actor, narrower)],
    order: narrower.sort ?? order,
    from: readStand(page.cursor),
    until: readStand(page.until),
    limit: page.limit + 1,
  })
  return pageOf(found, page)
}

function pageOf(found: readonly Stand[], { limit, until }: PageAsked): { ids: string[]; next: string | null } {
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return { ids: shown.map(({ id }) => id), next: found.length > limit && last ? writeStand(last) : (until ?? null) }
}

/** A view's categories, unless one was asked for. */
function categoriesOf(rule: ViewRule | null, { category, status }: CaseFilters): readonly Category[] {
  const asked = category ?? CATEGORIES.find((known) => known === status)
  if (asked) return [asked]
  return rule && !status ? rule.categories : CATEGORIES
}

/** Nobody waits in a closed case and nothing is due: such lists have the newest first, whatever was asked. */
const isClosed = (category: Category): boolean => category === "resolved" || category === "spam"

function within(categories: readonly Category[]): RawBuilder<boolean>[] {
  if (categories.length === CATEGORIES.length) return []
  return [sql`c.category in (${sql.join(categories.map((name) => sql.lit(name)))})`]
}

function narrowed(actor: Actor, { status, owner, team, tag, inbox, contact }: CaseFilters): RawBuilder<boolean>[] {
  const where: RawBuilder<boolean>[] = []
  if (status && !CATEGORIES.some((known) => known === status)) where.push(sql`c.status_id = ${known(status)}::uuid`)
  if (owner === "none") where.push(sql`c.owner_id is null`)
  else if (owner) where.push(sql`c.owner_id = ${owner === "me" ? (actor.kind === "agent" ? actor.id : null) : known(owner)}::uuid`)
  if (team === "none") where.push(sql`c.team_id is null`)
  else if (team === "mine") where.push(sql`c.team_id = any(${"teams" in actor ? [...actor.teams] : []}::uuid[])`)
  else if (team) where.push(sql`c.team_id = ${known(team)}::uuid`)
  if (tag) where.push(sql`c.tags @> array[${tag}]::text[]`)
  if (inbox) where.push(sql`c.inbox_ids @> array[${known(inbox)}::uuid]`)
  if (contact) where.push(sql`c.contact_id = ${known(contact)}::uuid`)
  return where
}

/** What can't be an id names nothing. */
const known = (id: string): string | null => (isId(id) ? id : null)
