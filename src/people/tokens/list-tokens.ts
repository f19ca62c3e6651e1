import { type Reader } from "#platform"
import type { Actor, InboxRights, Role } from "../actor.ts"
import { requireRole } from "../rights.ts"
import { isScope, type Scope } from "./scopes.ts"
import type { PeopleTables } from "../tables.ts"

export interface ApiToken {
  id: string
  name: string
  role: Role
  inboxes: InboxRights
  createdBy: string
  createdAt: Date
  usedAt: Date | null
  usedFrom: string | null
  scopes: Scope[] | null
  expiresAt: Date | null
  allowedFrom: string[]
}

/** The tokens that open something, oldest first. */
export async function listTokens(actor: Actor, reader: Reader, page: { limit: number; after: string | null }): Promise<ApiToken[]> {
  requireRole(actor, "admin")
  let query = reader.sql.withTables<PeopleTables>().selectFrom("api_tokens").selectAll().where("revoked_at", "is", null)
  if (page.after) query = query.where("id", ">", page.after)
  const rows = await query.orderBy("id").limit(page.limit).execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    inboxes: row.every_inbox ? "every" : row.inbox_ids,
    createdBy: row.created_by,
    createdAt: row.created_at,
    usedAt: row.used_at,
    usedFrom: row.used_from,
    scopes: row.scopes?.filter(isScope) ?? null,
    expiresAt: row.expires_at,
    allowedFrom: row.allowed_from,
  }))
}
