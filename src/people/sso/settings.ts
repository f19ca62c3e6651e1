import { type Keys, openSecret, type Reader } from "#platform"
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

export const SEALED_AS = "sso_settings:secret"

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
