import { randomUUID } from "node:crypto"
import { sql } from "kysely"
import type { Tx } from "#platform"

/** A case as a row, for tests of what is read from rows. Gives its id. */
export async function fileCase(tx: Tx, given: Partial<FiledCase> = {}): Promise<string> {
  const id = given.id ?? randomUUID()
  const category = given.category ?? "open"
  const at = given.at ?? tx.now
  await sql`
    insert into cases (id, subject, status_id, category, owner_id, team_id, contact_id, inbox_ids, tags, followers, waiting_since, next_due, last_at, created_at)
    values (${id}, ${given.subject ?? "Colis"}, (select id from statuses where category = ${category} and standard), ${category}, ${given.owner ?? null},
      ${given.team ?? null}, ${given.contact ?? null}, ${[...(given.inboxes ?? [randomUUID()])]}::uuid[], ${[...(given.tags ?? [])]}::text[],
      ${[...(given.followers ?? [])]}::uuid[], ${given.waitingSince ?? null}, ${given.nextDue ?? null}, ${at}, ${at})`.execute(tx.sql)
  return id
}

export interface FiledCase {
  id: string
  subject: string
  category: string
  owner: string
  team: string
  contact: string
  inboxes: readonly string[]
  tags: readonly string[]
  followers: readonly string[]
  waitingSince: Date
  nextDue: Date
  at: Date
}

export async function fileConversation(tx: Tx, conversationId: string, caseId: string): Promise<void> {
  await sql`
    insert into case_conversations (conversation_id, case_id, inbox_ids, last_direction, last_at)
    select ${conversationId}, id, inbox_ids, 'in', last_at from cases where id = ${caseId}`.execute(tx.sql)
}
