import { type Actor, atLeast, requireRole, teamsByIds } from "#people"
import { Conflict, Forbidden, Invalid, isId, newId, type Reader, type Tx } from "#platform"
import type { Order } from "../views-list/walk.ts"
import { holdView, viewTables } from "./access-view.ts"
import type { SavedView } from "./view-sight.ts"
import type { ViewQuery } from "./query.ts"
import { versionOf } from "./version.ts"

export interface ViewWords {
  name: string
  icon: string
  query: ViewQuery
  sort: Order
  shared: SavedView["shared"]
  /** With whom, when it is shared with a team. */
  teamId?: string | null | undefined
}

const MOST = 100

/** Keeps a query under a name. @throws Forbidden when it would be shared with more people than the actor may */
export async function addView(actor: Actor, tx: Tx, words: ViewWords): Promise<SavedView> {
  if (actor.kind !== "agent") throw new Forbidden("people.personOnly")
  const shared = await sharedWith(actor, tx, words)
  const own = await viewTables(tx)
    .selectFrom("saved_views")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("owner_id", "=", actor.id)
    .where("removed_at", "is", null)
    .executeTakeFirst()
  if ((own?.n ?? 0) >= MOST) throw new Conflict("views.many", { maximum: MOST })
  const view = await viewTables(tx)
    .insertInto("saved_views")
    .values({
      id: newId(tx.now),
      name: words.name,
      icon: words.icon,
      query: JSON.stringify(words.query),
      sort: words.sort,
      owner_id: actor.id,
      ...shared,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(actor, tx, "view.saved", view, view)
  return view
}

/**
 * `version` is the one that was changed on the actor's screen; without it, whatever is there.
 * @throws NotFound, Forbidden when it isn't theirs to change or to share so, Conflict when somebody has changed it since
 */
export async function changeView(
  actor: Actor,
  tx: Tx,
  viewId: string,
  { version, ...change }: { [Part in keyof ViewWords]?: ViewWords[Part] | undefined } & { version?: string | undefined },
): Promise<SavedView> {
  await viewTables(tx)
    .selectFrom("saved_views")
    .select("id")
    .where("id", "=", isId(viewId) ? viewId : null)
    .forUpdate()
    .execute()
  const before = await holdView(actor, tx, viewId)
  if (version !== undefined && version !== versionOf(before)) throw new Conflict("views.changedMeanwhile")
  const wider = change.shared !== undefined || change.teamId !== undefined
  const shared = wider
    ? await sharedWith(actor, tx, { shared: change.shared ?? before.shared, teamId: change.teamId ?? before.team_id })
    : {}
  const { query, teamId: _, shared: __, ...rest } = change
  const view = await viewTables(tx)
    .updateTable("saved_views")
    .set({ ...rest, ...(query ? { query: JSON.stringify(query) } : {}), ...shared, updated_at: tx.now })
    .where("id", "=", before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(actor, tx, "view.saved", before, view)
  return view
}

/** Out of everybody's sight, until it is brought back. @throws NotFound, Forbidden */
export async function removeView(actor: Actor, tx: Tx, viewId: string): Promise<void> {
  const view = await holdView(actor, tx, viewId)
  const gone = { removed_by: actor.ref, removed_at: tx.now }
  await viewTables(tx).updateTable("saved_views").set(gone).where("id", "=", view.id).execute()
  await record(actor, tx, "view.removed", view, view)
}

/** As it was, under the same address, its maker's. @throws NotFound when it isn't removed, Forbidden */
export async function restoreView(actor: Actor, tx: Tx, viewId: string): Promise<SavedView> {
  const view = await holdView(actor, tx, viewId, true)
  const back = { removed_by: null, removed_at: null }
  await viewTables(tx).updateTable("saved_views").set(back).where("id", "=", view.id).execute()
  await record(actor, tx, "view.restored", view, view)
  return { ...view, ...back }
}

/** The order in which somebody wants to see views; each keeps their own. */
export async function orderViews(actor: Actor, tx: Tx, viewIds: readonly string[]): Promise<void> {
  if (actor.kind !== "agent") throw new Forbidden("people.personOnly")
  const view_ids = [...new Set(viewIds.filter(isId))]
  await viewTables(tx)
    .insertInto("view_orders")
    .values({ agent_id: actor.id, view_ids })
    .onConflict((conflict) => conflict.column("agent_id").doUpdateSet({ view_ids }))
    .execute()
  await tx.record({ kind: "view.ordered", actor: actor.ref, about: { agent: actor.id }, audience: { agent: actor.id } })
}

/** With one's own team everybody may share; with another team or everybody, leads. */
async function sharedWith(actor: Actor, reader: Reader, { shared, teamId }: Pick<ViewWords, "shared" | "teamId">) {
  if (shared === "me") return { shared, team_id: null }
  requireRole(actor, "agent")
  if (shared === "everybody") {
    if (!atLeast(actor.role, "lead")) throw new Forbidden("views.shareEverybody")
    return { shared, team_id: null }
  }
  const known = teamId && isId(teamId) ? await teamsByIds(reader, [teamId]) : []
  if (!known[0]) throw new Invalid("request.invalid", {}, [{ path: "teamId", key: "cases.team.unknown" }])
  const own = actor.kind === "agent" && actor.teams.includes(known[0].id)
  if (!own && !atLeast(actor.role, "lead")) throw new Forbidden("views.shareTeam")
  return { shared, team_id: known[0].id }
}

/** Told to those who saw it before or see it now. */
async function record(
  actor: Actor,
  tx: Tx,
  kind: "view.saved" | "view.removed" | "view.restored",
  before: SavedView,
  after: SavedView,
): Promise<void> {
  const alone = before.shared === "me" && after.shared === "me"
  await tx.record({
    kind,
    actor: actor.ref,
    about: after.team_id ? { team: after.team_id } : {},
    audience: alone ? { agent: after.owner_id } : "all",
    data: { view: after.id, shared: after.shared },
  })
}
