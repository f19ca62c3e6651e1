import { isId, NotFound, type Tx } from "#platform"
import type { Actor } from "../actor.ts"
import { requireRole } from "../rights.ts"
import type { PeopleTables } from "../tables.ts"

/** From now on the token opens nothing. @throws NotFound when there is none, or it was revoked before */
export async function revokeToken(actor: Actor, tx: Tx, tokenId: string): Promise<void> {
  requireRole(actor, "admin")
  const revoked = isId(tokenId) ? await revoke(actor, tx, "id", tokenId) : 0
  if (revoked === 0) throw new NotFound("people.token.notFound")
}

/** Revokes the tokens that somebody made: they have read them. */
export async function revokeTokensOf(actor: Actor, tx: Tx, createdBy: string): Promise<void> {
  await revoke(actor, tx, "created_by", createdBy)
}

async function revoke(actor: Actor, tx: Tx, column: "id" | "created_by", value: string): Promise<number> {
  const revoked = await tx.sql
    .withTables<PeopleTables>()
    .updateTable("api_tokens")
    .set({ revoked_at: tx.now })
    .where(column, "=", value)
    .where("revoked_at", "is", null)
    .returning("id")
    .execute()
  for (const { id } of revoked)
    await tx.record({ kind: "token.revoked", actor: actor.ref, about: {}, audience: "audit", data: { token: id } })
  return revoked.length
}
