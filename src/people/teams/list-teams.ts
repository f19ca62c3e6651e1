import { type RawBuilder, sql } from "kysely"
import { isId, NotFound, type Reader } from "#platform"

export interface Team {
  id: string
  name: string
  signature: string
  agentIds: string[]
}

async function readTeams(reader: Reader, rest: RawBuilder<unknown>): Promise<Team[]> {
  const found = await sql<Team>`
    select t.id, t.name, t.signature, array(select agent_id from team_members m where m.team_id = t.id order by agent_id) as "agentIds"
    from teams t ${rest}`.execute(reader.sql)
  return found.rows
}

/** @throws NotFound */
export async function accessTeam(reader: Reader, teamId: string): Promise<Team> {
  const [team] = isId(teamId) ? await readTeams(reader, sql`where t.id = ${teamId}`) : []
  if (!team) throw new NotFound("people.team.notFound")
  return team
}

/** All teams by name. */
export async function listTeams(reader: Reader, page: { limit: number; after: { name: string; id: string } | null }): Promise<Team[]> {
  const from = page.after ? sql`where (lower(t.name), t.id) > (${page.after.name}, ${page.after.id}::uuid)` : sql``
  return readTeams(reader, sql`${from} order by lower(t.name), t.id limit ${page.limit}`)
}

export async function teamsByIds(reader: Reader, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  const found = await sql<{
    id: string
    name: string
  }>`select id, name from teams where id = any(${[...ids]}::uuid[]) order by lower(name)`.execute(reader.sql)
  return found.rows
}
