import { sql, type RawBuilder } from "kysely"
import { isId, NotFound, type Reader } from "#platform"
import type { Language } from "#words"
import type { InboxRights, Role } from "../actor.ts"

/** An agent as the room's verbs see one. */
export interface Agent {
  id: string
  email: string | null
  name: string
  role: Role
  language: Language
  timeZone: string
  signature: string
  disabled: boolean
  inboxes: InboxRights
  teams: readonly string[]
  hasPassword: boolean
  signedInAt: Date | null
}

interface AgentRow extends Omit<Agent, "inboxes"> {
  every_inbox: boolean
  inbox_ids: string[]
}

/** The columns of an `Agent`, of a table `agents a`. */
export const AGENT_COLUMNS = sql`
  a.id, a.email, a.name, a.role, a.language, a.time_zone as "timeZone", a.signature, a.every_inbox,
  a.password_hash is not null as "hasPassword", a.signed_in_at as "signedInAt",
  exists (select from agent_disablings d where d.agent_id = a.id) as disabled,
  array(select inbox_id from agent_inboxes i where i.agent_id = a.id order by inbox_id) as inbox_ids,
  array(select team_id from team_members m where m.agent_id = a.id order by team_id) as teams`

export async function readAgents(reader: Reader, rest: RawBuilder<unknown>): Promise<Agent[]> {
  const found = await sql<AgentRow>`select ${AGENT_COLUMNS} from agents a ${rest}`.execute(reader.sql)
  return found.rows.map(({ every_inbox, inbox_ids, ...agent }) => ({ ...agent, inboxes: every_inbox ? "every" : inbox_ids }))
}

/** An agent by id, disabled ones too. Every signed-in person may know their colleagues. @throws NotFound */
export async function accessAgent(reader: Reader, agentId: string): Promise<Agent> {
  const [agent] = isId(agentId) ? await readAgents(reader, sql`where a.id = ${agentId}`) : []
  if (!agent) throw new NotFound("people.agent.notFound")
  return agent
}

/** Whose address this is, disabled agents too; letters' case doesn't count. */
export async function findAgentByEmail(reader: Reader, email: string): Promise<Agent | null> {
  const [agent] = await readAgents(reader, sql`where lower(a.email) = lower(${email.trim().normalize("NFC")})`)
  return agent ?? null
}

/** The enabled agent who writes from this address. */
export async function agentOfAddress(reader: Reader, address: string): Promise<{ id: string; name: string } | null> {
  const agent = await findAgentByEmail(reader, address)
  return agent && !agent.disabled ? { id: agent.id, name: agent.name } : null
}

/** Names for a list of ids, disabled agents too: what they did keeps their name. */
export async function agentNames(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{ id: string; name: string }>`select id, name from agents where id = any(${[...ids]}::uuid[])`.execute(reader.sql)
  return new Map(found.rows.map(({ id, name }) => [id, name]))
}

/** What an agent closes their answers with; empty when they set nothing. */
export async function signatureOf(reader: Reader, agentId: string): Promise<string> {
  const found = await sql<{ signature: string }>`select signature from agents where id = ${agentId}`.execute(reader.sql)
  return found.rows[0]?.signature ?? ""
}

/** Whose each address is: every agent's, disabled ones too, as written. */
export async function agentAddresses(reader: Reader): Promise<Map<string, string>> {
  const found = await sql<{ id: string; email: string }>`select id, email from agents where email is not null`.execute(reader.sql)
  return new Map(found.rows.map(({ id, email }) => [email, id]))
}
