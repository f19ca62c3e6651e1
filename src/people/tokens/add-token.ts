import { newId, type Tx } from "#platform"
import type { Actor, InboxRights, Role } from "../actor.ts"
import { requireCovers, requireRole } from "../rights.ts"
import { hashSecret, randomSecret } from "../secrets.ts"
import type { PeopleTables } from "../tables.ts"
import { TOKEN_PREFIX } from "./use-token.ts"

export interface NewToken {
  name: string
  role: Role
  inboxes?: InboxRights
}

/** Adds an API token and gives it, this once: only its hash is kept. */
export async function addToken(
  actor: Actor,
  tx: Tx,
  { name, role, inboxes = "every" }: NewToken,
): Promise<{ tokenId: string; token: string }> {
  requireRole(actor, "admin")
  requireCovers(actor, { role, inboxes })
  const tokenId = newId(tx.now)
  const token = `${TOKEN_PREFIX}${randomSecret()}`
  await tx.sql
    .withTables<PeopleTables>()
    .insertInto("api_tokens")
    .values({
      id: tokenId,
      name,
      token_hash: hashSecret(token),
      role,
      every_inbox: inboxes === "every",
      inbox_ids: inboxes === "every" ? [] : [...inboxes],
      created_by: actor.ref,
      created_at: tx.now,
    })
    .execute()
  await tx.record({ kind: "token.added", actor: actor.ref, about: {}, audience: "audit", data: { token: tokenId, role } })
  return { tokenId, token }
}
