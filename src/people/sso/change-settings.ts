import { Invalid, type Keys, sealSecret, type Tx } from "#platform"
import type { Actor } from "../actor.ts"
import { requireRole } from "../rights.ts"
import type { PeopleTables } from "../tables.ts"
import { openSsoSettings, SEALED_AS, type SsoSettings } from "./settings.ts"

/** Sets all of it. Without a secret the one that is there stays, unless the issuer changes. @throws Invalid */
export async function setSso(actor: Actor, tx: Tx, keys: Keys, settings: SsoSettings & { clientSecret?: string }): Promise<void> {
  requireRole(actor, "admin")
  const before = await openSsoSettings(tx, keys)
  const secret = settings.clientSecret ?? (before?.issuer === settings.issuer ? before.clientSecret : undefined)
  if (secret === undefined) throw new Invalid("request.invalid", {}, [{ path: "clientSecret", key: "field.required" }])
  await forget(tx)
  await tx.sql
    .withTables<PeopleTables>()
    .insertInto("sso_settings")
    .values({
      issuer: settings.issuer,
      client_id: settings.clientId,
      sealed_secret: sealSecret(keys, SEALED_AS, secret),
      name: settings.name,
      admit_domains: settings.admitDomains.map((domain) => domain.toLowerCase()),
      trust_addresses: settings.trustAddresses,
      updated_at: tx.now,
    })
    .execute()
  await tx.record({ kind: "sso.changed", actor: actor.ref, about: {}, audience: "audit" })
}

/** Takes single sign-on away with its secret. @throws Forbidden for all but administrators */
export async function removeSso(actor: Actor, tx: Tx): Promise<void> {
  requireRole(actor, "admin")
  if (await forget(tx)) await tx.record({ kind: "sso.removed", actor: actor.ref, about: {}, audience: "audit" })
}

async function forget(tx: Tx): Promise<boolean> {
  const removed = await tx.sql.withTables<PeopleTables>().deleteFrom("sso_settings").executeTakeFirst()
  return removed.numDeletedRows > 0n
}
