import { sql } from "kysely"
import { issueSignInLink, type PersonActor } from "#people"
import type { Database } from "#platform"

/** One of the filled company, who sees every inbox. */
export async function someAgent(db: Database): Promise<PersonActor> {
  const found = await sql<{ id: string; name: string }>`select id, name from agents order by id offset 7 limit 1`.execute(db.read.sql)
  const { id, name } = found.rows[0]!
  return {
    kind: "agent",
    id,
    ref: `agent:${id}`,
    role: "agent",
    name,
    language: "fr",
    timeZone: "Europe/Paris",
    inboxes: "every",
    teams: [],
  }
}

/** Signs an agent in by a link, as a browser would; gives the session's cookie. */
export async function signIn(db: Database, address: string, onlyInbox: string | null): Promise<string> {
  const actor = await someAgent(db)
  await sql`update agents set every_inbox = ${onlyInbox === null} where id = ${actor.id}`.execute(db.read.sql)
  await sql`delete from agent_inboxes where agent_id = ${actor.id}`.execute(db.read.sql)
  if (onlyInbox) await sql`insert into agent_inboxes (agent_id, inbox_id) values (${actor.id}, ${onlyInbox})`.execute(db.read.sql)
  const link = await db.transact((tx) => issueSignInLink(tx, actor.id))
  const answer = await fetch(`${address}/api/sign-in/link/${link}`, {
    method: "POST",
    headers: { origin: address, "content-type": "application/json" },
    body: "{}",
  })
  const cookie = answer.headers.get("set-cookie")?.split(";")[0]
  if (!cookie) throw new Error(`Signing in was answered with ${answer.status}: ${await answer.text()}`)
  return cookie
}
