import { sql } from "kysely"
import { type Database, Forbidden, isWithin, MINUTE, privateRanges, type Reader, Unauthenticated } from "#platform"
import type { PersonActor } from "../actor.ts"
import { hashSecret } from "../secrets.ts"
import { networkOf } from "../sign-in/network.ts"
import { actorOf, findToken } from "./find-token.ts"

/** How every API token begins, so that it is recognised where it shouldn't lie. */
export const TOKEN_PREFIX = "vgt_"

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
