import { sql } from "kysely"
import type { Reader } from "#platform"
import type { Role } from "../actor.ts"
import { type Agent, readAgents } from "./find-agent.ts"

/** Agents who aren't disabled, by name: these, those of these teams, and those with these roles. */
export async function standingAgents(
  reader: Reader,
  { ids = [], teamIds = [], roles = [] }: { ids?: readonly string[]; teamIds?: readonly string[]; roles?: readonly Role[] },
): Promise<Agent[]> {
  return readAgents(
    reader,
    sql`where not exists (select from agent_disablings d where d.agent_id = a.id)
          and (a.id = any(${[...ids]}::uuid[]) or a.role = any(${[...roles]}::text[])
               or exists (select from team_members m where m.agent_id = a.id and m.team_id = any(${[...teamIds]}::uuid[])))
        order by lower(a.name), a.id`,
  )
}
