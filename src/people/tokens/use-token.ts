import { type RawBuilder, sql } from "kysely"
import { type Database, Forbidden, isWithin, MINUTE, privateRanges, type Reader, Unauthenticated } from "#platform"
import type { PersonActor, Role } from "../actor.ts"
import { hashSecret } from "../secrets.ts"
import { networkOf } from "../sign-in/network.ts"
import { isScope } from "./scopes.ts"

/** How every API token begins, so that it is recognised where it shouldn't lie. */
export const TOKEN_PREFIX = "vgt_"

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

/**
 * The program behind `Authorization: Bearer vgt_…`; null when the token is unknown or revoked.
 * @throws Unauthenticated when it has run out, Forbidden when it may not be used from this address
 */
export async function actorOfToken(db: Database, authorization: string, ip: string): Promise<PersonActor | null> {
  const token = /^Bearer +(\S{1,200})$/i.exec(authorization)?.[1]
  if (!token?.startsWith(TOKEN_PREFIX)) return null
  const row = await findToken(db.read, sql`token_hash = ${hashSecret(token)}`)
  if (!row) return null
  const now = db.clock.now()
  if (row.expires_at && row.expires_at <= now) throw new Unauthenticated("people.token.expired")
  if (row.allowed_from.length && !isWithin(ip, privateRanges(row.allowed_from))) throw new Forbidden("people.token.elsewhere")
  if (!row.used_at || now.getTime() - row.used_at.getTime() >= MINUTE) {
    await db.transact(
      async (tx) =>
        void (await sql`update api_tokens set used_at = ${tx.now}, used_from = ${networkOf(ip)} where id = ${row.id}`.execute(tx.sql)),
    )
  }
  return actorOf(row)
}

export async function actorOfTokenId(reader: Reader, tokenId: string): Promise<PersonActor | null> {
  const row = await findToken(reader, sql`id = ${tokenId}`)
  return row && !(row.expires_at && row.expires_at <= reader.now) ? actorOf(row) : null
}

async function findToken(reader: Reader, which: RawBuilder<unknown>): Promise<TokenRow | null> {
  const found = await sql<TokenRow>`
    select id, name, role, every_inbox, inbox_ids, used_at, used_from, scopes, expires_at, allowed_from from api_tokens where revoked_at is null and ${which}`.execute(
    reader.sql,
  )
  return found.rows[0] ?? null
}

function actorOf({ id, name, role, every_inbox, inbox_ids, scopes }: TokenRow): PersonActor {
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
