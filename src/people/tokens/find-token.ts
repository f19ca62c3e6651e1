import { type RawBuilder, sql } from "kysely"
import type { Reader } from "#platform"
import type { PersonActor, Role } from "../actor.ts"
import { isScope } from "./scopes.ts"

interface TokenRow {
  id: string
  name: string
  role: Role
  every_inbox: boolean
  inbox_ids: string[]
  used_at: Date | null
  used_from: string | null
  scopes: string[] | null
  expires_at: Date | null
  allowed_from: string[]
}

/** The token that this condition finds, unless it is gone. */
export async function findToken(reader: Reader, which: RawBuilder<unknown>): Promise<TokenRow | null> {
  const found = await sql<TokenRow>`
    select id, name, role, every_inbox, inbox_ids, used_at, used_from, scopes, expires_at, allowed_from from api_tokens where revoked_at is null and ${which}`.execute(
    reader.sql,
  )
  return found.rows[0] ?? null
}

/** A token as the one who acts: with its scopes, in its inboxes. */
export function actorOf({ id, name, role, every_inbox, inbox_ids, scopes }: TokenRow): PersonActor {
  return {
    kind: "token",
    id,
    ref: `token:${id}`,
    role,
    name,
    language: "en",
    timeZone: "UTC",
    inboxes: every_inbox ? "every" : inbox_ids,
    teams: [],
    scopes: scopes?.filter(isScope) ?? null,
  }
}
