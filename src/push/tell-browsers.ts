import { sql } from "kysely"
import type { Tx } from "#platform"
import { type About, LASTS } from "./about.ts"

/** Writes down what these agents' browsers are to be told; it leaves once this transaction is true. */
export async function tellBrowsers(tx: Tx, what: readonly { agentId: string; about: About }[]): Promise<void> {
  if (what.length === 0) return
  const rows = what.map(({ agentId, about }) => ({
    agent: agentId,
    about,
    expires: new Date(tx.now.getTime() + LASTS[about.kind]).toISOString(),
  }))
  await sql`
    insert into push_tellings (id, subscription_id, about, due_at, expires_at)
    select gen_random_uuid(), s.id, w.about, ${tx.now}, w.expires
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w (agent uuid, about jsonb, expires timestamptz)
      join push_subscriptions as s on s.agent_id = w.agent`.execute(tx.sql)
}

/** The same for one browser. */
export async function tellBrowser(tx: Tx, subscriptionId: string, about: About): Promise<void> {
  await sql`
    insert into push_tellings (id, subscription_id, about, due_at, expires_at)
    values (gen_random_uuid(), ${subscriptionId}, ${JSON.stringify(about)}::jsonb, ${tx.now}, ${new Date(tx.now.getTime() + LASTS[about.kind])})`.execute(
    tx.sql,
  )
}
