import { accessTeam, type Actor, requireRole } from "#people"
import { Forbidden, Invalid, newId, NotFound, type Tx } from "#platform"
import { type Reach, room } from "../tables.ts"
import { accessTemplate, editTemplate, mayEdit, type Template } from "./access-template.ts"

export interface TemplateParts {
  name: string
  reach: Reach
  /** Whose, when it is a team's. */
  teamId: string | null
  textEn: string
  textFr: string
}

/** Adds a text to begin answers from. @throws Invalid without words, Forbidden for a reach that isn't the actor's to give */
export async function addTemplate(actor: Actor, tx: Tx, parts: TemplateParts): Promise<Template> {
  requireRole(actor, "agent")
  const row = { id: newId(tx.now), ...(await columns(actor, tx, parts)), made_by: actor.ref, made_at: tx.now, changed_at: tx.now }
  const made = await room(tx).insertInto("templates").values(row).returningAll().executeTakeFirstOrThrow()
  await told(actor, tx, "template.added", made)
  return made
}

export async function changeTemplate(actor: Actor, tx: Tx, id: string, changes: Partial<TemplateParts>): Promise<Template> {
  const { name, reach, team_id: teamId, text_en: textEn, text_fr: textFr } = await editTemplate(actor, tx, id)
  const row = await columns(actor, tx, { name, reach, teamId, textEn, textFr, ...changes })
  const changed = await room(tx)
    .updateTable("templates")
    .set({ ...row, changed_at: tx.now })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await told(actor, tx, "template.changed", changed)
  return changed
}

/** It is offered no more; it can be brought back. */
export async function removeTemplate(actor: Actor, tx: Tx, id: string): Promise<void> {
  const template = await editTemplate(actor, tx, id)
  await room(tx).updateTable("templates").set({ removed_by: actor.ref, removed_at: tx.now }).where("id", "=", id).execute()
  await told(actor, tx, "template.removed", template)
}

export async function restoreTemplate(actor: Actor, tx: Tx, id: string): Promise<Template> {
  const template = await editTemplate(actor, tx, id, true)
  await room(tx).updateTable("templates").set({ removed_by: null, removed_at: null }).where("id", "=", id).execute()
  await told(actor, tx, "template.restored", template)
  return { ...template, removed_by: null, removed_at: null }
}

/** Counts that an answer began from it. */
export async function countUse(actor: Actor, tx: Tx, id: string): Promise<void> {
  requireRole(actor, "agent")
  await accessTemplate(actor, tx, id)
  await room(tx)
    .updateTable("templates")
    .set(({ eb }) => ({ used: eb("used", "+", 1), used_at: tx.now }))
    .where("id", "=", id)
    .execute()
}

async function columns(actor: Actor, tx: Tx, { name, reach, teamId, textEn, textFr }: TemplateParts) {
  if (!textEn.trim() && !textFr.trim()) throw wrong("textEn", "cases.template.empty")
  if (reach === "team" && !teamId) throw wrong("teamId", "cases.template.whichTeam")
  if (reach === "personal" && actor.kind !== "agent") throw new Forbidden("cases.template.personOnly")
  const row = {
    name: name.trim(),
    reach,
    agent_id: reach === "personal" && actor.kind === "agent" ? actor.id : null,
    team_id: reach === "team" ? teamId : null,
    text_en: textEn.trimEnd(),
    text_fr: textFr.trimEnd(),
  }
  if (teamId) await teamKnown(tx, teamId)
  if (!mayEdit(actor, row)) throw reach === "team" ? wrong("teamId", "cases.template.otherTeam") : new Forbidden("cases.template.leadsOnly")
  return row
}

async function teamKnown(tx: Tx, teamId: string): Promise<void> {
  try {
    await accessTeam(tx, teamId)
  } catch (error) {
    if (error instanceof NotFound) throw wrong("teamId", "cases.team.unknown")
    throw error
  }
}

function wrong(path: string, key: string): Invalid {
  return new Invalid("request.invalid", {}, [{ path, key }])
}

function told(actor: Actor, tx: Tx, kind: `template.${string}`, { id, reach, agent_id }: Template): Promise<void> {
  return tx.record({
    kind,
    actor: actor.ref,
    about: {},
    audience: agent_id ? { agent: agent_id } : "all",
    data: { template: id, reach },
  })
}
