import type { Selectable } from "kysely"
import { type Actor, atLeast, requireRole } from "#people"
import { Forbidden, isId, NotFound, type Reader } from "#platform"
import { room, type TemplatesTable } from "../tables.ts"

export type Template = Selectable<TemplatesTable>

/** Whether it is offered to this actor: everybody's, their team's (every team's to a lead), their own. */
export function sees(actor: Actor, template: Pick<Template, "reach" | "agent_id" | "team_id">): boolean {
  if (template.reach === "everybody") return true
  if (template.reach === "personal") return actor.kind === "agent" && template.agent_id === actor.id
  return atLeast(actor.role, "lead") || (actor.kind !== "system" && actor.teams.includes(template.team_id ?? ""))
}

/** One's own, one's team's; everybody's by a lead. */
export function mayEdit(actor: Actor, template: Pick<Template, "reach" | "agent_id" | "team_id">): boolean {
  if (!atLeast(actor.role, "agent") || !sees(actor, template)) return false
  return template.reach !== "everybody" || atLeast(actor.role, "lead")
}

/** @throws NotFound when it isn't there, or isn't for this actor; removed ones are found for bringing them back */
export async function accessTemplate(actor: Actor, reader: Reader, id: string, removed = false): Promise<Template> {
  const found = isId(id) ? await room(reader).selectFrom("templates").selectAll().where("id", "=", id).executeTakeFirst() : undefined
  if (!found || !sees(actor, found) || (found.removed_at !== null) !== removed) throw new NotFound("cases.template.notFound")
  return found
}

/** @throws NotFound, Forbidden for what is only to be used */
export async function editTemplate(actor: Actor, reader: Reader, id: string, removed = false): Promise<Template> {
  const template = await accessTemplate(actor, reader, id, removed)
  requireRole(actor, "agent")
  if (!mayEdit(actor, template)) throw new Forbidden("cases.template.leadsOnly")
  return template
}
