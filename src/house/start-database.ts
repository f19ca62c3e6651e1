import { type Address, type Config, type EmbeddedPostgres, ensureDatabase, startPostgres } from "#platform"

export interface StartedDatabase {
  address: Address
  /** Null with a database of one's own. */
  postgres: EmbeddedPostgres | null
}

/** Finds or starts the database, and makes an empty one at the first time. Its schema is left as it is. */
export async function startDatabase(config: Config): Promise<StartedDatabase> {
  if (config.databaseUrl) return { address: { url: config.databaseUrl }, postgres: null }
  const postgres = await startPostgres({ home: config.home })
  await ensureDatabase(postgres.host, "vigie")
  return { address: { host: postgres.host, database: "vigie" }, postgres }
}
