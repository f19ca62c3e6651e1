import { sql } from "kysely"
import { Conflict, Invalid, newId, type Tx } from "#platform"
import type { Actor } from "../actor.ts"
import { requireRole } from "../rights.ts"
import type { PeopleTables } from "../tables.ts"
import { accessTeam } from "./list-teams.ts"

export interface TeamParts {
  name?: string
  signature?: string
  agentIds?: readonly string[]
}

/** @throws Conflict people.team.known, Invalid when an agent isn't one of ours */
export async function addTeam(actor: Actor, tx: Tx, team: TeamParts & { name: string }): Promise<string> {
  requireRole(actor, "lead")
  const id = newId(tx.now)
  await refuseTakenName(tx, team.name, id)
  await tx.sql
    .withTables<PeopleTables>()
    .insertInto("teams")
    .values({ id, name: team.name, signature: team.signature ?? "", created_at: tx.now })
    .execute()
  await setMembers(tx, id, team.agentIds ?? [])
  await tx.record({ kind: "team.added", actor: actor.ref, about: { team: id }, audience: "all" })
  return id
}

export async function changeTeam(actor: Actor, tx: Tx, teamId: string, changes: TeamParts): Promise<void> {
  requireRole(actor, "lead")
  const team = await accessTeam(tx, teamId)
  const { name = team.name, signature = team.signature } = changes
  await refuseTakenName(tx, name, teamId)
  await tx.sql.withTables<PeopleTables>().updateTable("teams").set({ name, signature }).where("id", "=", teamId).execute()
  if (changes.agentIds) await setMembers(tx, teamId, changes.agentIds)
  await tx.record({
    kind: "team.changed",
    actor: actor.ref,
    about: { team: teamId },
    audience: "all",
    data: { changed: Object.keys(changes) },
  })
}

export async function removeTeam(actor: Actor, tx: Tx, teamId: string): Promise<void> {
  requireRole(actor, "lead")
  await accessTeam(tx, teamId)
  await tx.sql.withTables<PeopleTables>().deleteFrom("teams").where("id", "=", teamId).execute()
  await tx.record({ kind: "team.removed", actor: actor.ref, about: { team: teamId }, audience: "all" })
}

async function refuseTakenName(tx: Tx, name: string, but: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('team names', 0))`.execute(tx.sql)
  const taken = await sql`select from teams where lower(name) = lower(${name}) and id <> ${but}`.execute(tx.sql)
  if (taken.rows.length) throw new Conflict("people.team.known")
}

async function setMembers(tx: Tx, teamId: string, agentIds: readonly string[]): Promise<void> {
  const ids = [...new Set(agentIds)]
  const tables = tx.sql.withTables<PeopleTables>()
  await tables.deleteFrom("team_members").where("team_id", "=", teamId).execute()
  if (ids.length === 0) return
  const known = await tables.selectFrom("agents").select("id").where("id", "in", ids).execute()
  if (known.length < ids.length) throw new Invalid("request.invalid", {}, [{ path: "agentIds", key: "people.team.unknownAgent" }])
  await tables
    .insertInto("team_members")
    .values(ids.map((agent_id) => ({ team_id: teamId, agent_id })))
    .execute()
}
