import { Invalid, type Keys, type Reader, type Tx } from "#platform"
import type { Actor } from "../actor.ts"
import { requireRole } from "../rights.ts"
import { openSecret, sealSecret } from "../secrets.ts"
import type { PeopleTables } from "../tables.ts"

/** The company's own sign-in, by OpenID Connect. */
export interface SsoSettings {
  issuer: string
  clientId: string
  /** What the button says: the company's name for it. */
  name: string
  /** Addresses under these domains become agents at their first sign-in; nobody else does. */
  admitDomains: string[]
  /** Whether the provider's addresses count although it doesn't say that it checked them. */
  trustAddresses: boolean
}

const SEALED_AS = "sso_settings:secret"

export async function readSsoSettings(reader: Reader): Promise<SsoSettings | null> {
  const row = await reader.sql
    .withTables<PeopleTables>()
    .selectFrom("sso_settings")
    .select(["issuer", "client_id as clientId", "name", "admit_domains as admitDomains", "trust_addresses as trustAddresses"])
    .executeTakeFirst()
  return row ?? null
}

/** With the client's secret, for talking to the provider. */
export async function openSsoSettings(reader: Reader, keys: Keys): Promise<(SsoSettings & { clientSecret: string }) | null> {
  const settings = await readSsoSettings(reader)
  const row = await reader.sql.withTables<PeopleTables>().selectFrom("sso_settings").select("sealed_secret").executeTakeFirst()
  return settings && row ? { ...settings, clientSecret: openSecret(keys, SEALED_AS, row.sealed_secret) } : null
}

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

export async function removeSso(actor: Actor, tx: Tx): Promise<void> {
  requireRole(actor, "admin")
  if (await forget(tx)) await tx.record({ kind: "sso.removed", actor: actor.ref, about: {}, audience: "audit" })
}

async function forget(tx: Tx): Promise<boolean> {
  const removed = await tx.sql.withTables<PeopleTables>().deleteFrom("sso_settings").executeTakeFirst()
  return removed.numDeletedRows > 0n
}
