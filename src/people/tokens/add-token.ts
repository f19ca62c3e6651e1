import { Invalid, newId, type Tx } from "#platform"
import type { Actor, InboxRights, Role } from "../actor.ts"
import { requireCovers, requireRole } from "../rights.ts"
import { hashSecret, randomSecret } from "../secrets.ts"
import type { PeopleTables } from "../tables.ts"
import type { Scope } from "./scopes.ts"
import { TOKEN_PREFIX } from "./use-token.ts"

export interface NewToken {
  name: string
  role: Role
  inboxes?: InboxRights
  /** What it may read and write; null: all that its role may. */
  scopes?: readonly Scope[] | null
  /** When it ends; null: never. */
  expiresAt?: Date | null
  /** Addresses and ranges (CIDR) it may come from; none: anywhere. */
  allowedFrom?: readonly string[]
}

/** Adds an API token and gives it, this once: only its hash is kept. */
export async function addToken(
  actor: Actor,
  tx: Tx,
  { name, role, inboxes = "every", scopes = null, expiresAt = null, allowedFrom = [] }: NewToken,
): Promise<{ tokenId: string; token: string }> {
  requireRole(actor, "admin")
  requireCovers(actor, { role, inboxes, scopes })
  if (expiresAt && expiresAt <= tx.now) throw new Invalid("request.invalid", {}, [{ path: "expiresAt", key: "people.token.past" }])
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
      scopes: scopes ? [...scopes] : null,
      expires_at: expiresAt,
      allowed_from: [...allowedFrom],
      created_by: actor.ref,
      created_at: tx.now,
    })
    .execute()
  await tx.record({
    kind: "token.added",
    actor: actor.ref,
    about: {},
    audience: "audit",
    data: { token: tokenId, role, scopes: scopes ? [...scopes] : null },
  })
  return { tokenId, token }
}
