import { type RawBuilder, sql } from "kysely"
import { type Database, type Keys, MINUTE, type Reader } from "#platform"
import type { PersonActor } from "../actor.ts"
import { type Agent, readAgents } from "../agents/find-agent.ts"
import { networkOf } from "../sign-in/network.ts"
import { actorOfToken, actorOfTokenId } from "../tokens/use-token.ts"
import { hashSession } from "./open-session.ts"
import { IDLE, sessionToken } from "./session-cookie.ts"

/** What a request shows of who it comes from. */
export interface Credentials {
  authorization: string | null | undefined
  cookie: string | null | undefined
  ip: string
  /** Whether Vigie is reached over https: then only the `__Host-` cookie counts. */
  secure: boolean
}

/**
 * Who asks; null when nobody we know. Looks at the rows at each request, so that whoever is disabled is out at once. A request that
 * shows a token is judged by it alone.
 */
export async function authenticate(db: Database, keys: Keys, request: Credentials): Promise<PersonActor | null> {
  if (request.authorization) return actorOfToken(db, request.authorization, request.ip)
  const token = sessionToken(request.cookie, request.secure)
  if (!token) return null
  const session = await findSession(db.read, sql`s.token_hash = ${hashSession(keys, token)}`)
  if (!session) return null
  if (db.clock.now().getTime() - session.seenAt.getTime() >= MINUTE) await markSeen(db, session.id, networkOf(request.ip))
  return actorOfSession(db.read, session)
}

/** The actor as they are now: null when session, token or agent is no more. For what outlives a request, such as the feed. */
export async function refreshActor(reader: Reader, actor: PersonActor): Promise<PersonActor | null> {
  if (actor.kind === "token") return actorOfTokenId(reader, actor.id)
  return actor.session === undefined ? null : actorInSession(reader, actor.session)
}

/** Whether a session still opens the door: neither ended, nor too old, nor its agent disabled. */
export async function isSessionAlive(reader: Reader, sessionId: string): Promise<boolean> {
  return (await actorInSession(reader, sessionId)) !== null
}

/** Who acts through a session that still opens the door; null: nobody. */
export async function actorInSession(reader: Reader, sessionId: string): Promise<PersonActor | null> {
  const session = await findSession(reader, sql`s.id = ${sessionId}`)
  return session && actorOfSession(reader, session)
}

interface Session {
  id: string
  agentId: string
  seenAt: Date
}

async function findSession(reader: Reader, which: RawBuilder<unknown>): Promise<Session | null> {
  const found = await sql<Session>`
    select s.id, s.agent_id as "agentId", s.seen_at as "seenAt" from sessions s
    where ${which} and not s.second_step and s.expires_at > ${reader.now} and s.seen_at > ${new Date(reader.now.getTime() - IDLE)}`.execute(
    reader.sql,
  )
  return found.rows[0] ?? null
}

async function actorOfSession(reader: Reader, session: Session): Promise<PersonActor | null> {
  const [agent] = await readAgents(reader, sql`where a.id = ${session.agentId}`)
  return agent && !agent.disabled ? actorOf(agent, session.id) : null
}

function actorOf({ id, role, name, language, timeZone, inboxes, teams }: Agent, session: string): PersonActor {
  return { kind: "agent", id, ref: `agent:${id}`, role, name, language, timeZone, inboxes, teams, session }
}

async function markSeen(db: Database, sessionId: string, network: string): Promise<void> {
  await db.transact(
    async (tx) => void (await sql`update sessions set seen_at = ${tx.now}, network = ${network} where id = ${sessionId}`.execute(tx.sql)),
  )
}
