import type { Selectable } from "kysely"
import { type Actor, atLeast } from "#people"
import type { SavedViewsTable } from "./tables.ts"

export type SavedView = Selectable<SavedViewsTable>

/** One's own, and as lead those that are shared. */
export function mayChangeView(actor: Actor, { owner_id, shared }: Pick<SavedView, "owner_id" | "shared">): boolean {
  return owner_id === whoLooks(actor).id || (shared !== "me" && atLeast(actor.role, "lead"))
}

/** Whether a view is there for this actor: one's own, a team's, everybody's. */
export function sees(actor: Actor, { owner_id, shared, team_id }: SavedView): boolean {
  const { id, teams } = whoLooks(actor)
  return shared === "everybody" || owner_id === id || (team_id !== null && teams.includes(team_id))
}

/** A token is nobody's eyes: it sees what everybody sees. */
export function whoLooks(actor: Actor): { id: string | null; teams: readonly string[] } {
  return actor.kind === "agent" ? { id: actor.id, teams: actor.teams } : { id: null, teams: [] }
}
