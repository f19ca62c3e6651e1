import { type Address, type Config, type EmbeddedPostgres, startPostgres } from "#platform"

export interface StartedDatabase {
  address: Address
  /** Null with a database of one's own. */
  postgres: EmbeddedPostgres | null
}

/** Finds or starts the database, and makes an empty one at the first time, unless it is given up meanwhile. Its schema is left as it is. */
export async function startDatabase(config: Config, signal?: AbortSignal): Promise<StartedDatabase> {
  if (config.databaseUrl) return { address: { url: config.databaseUrl }, postgres: null }
  const postgres = await startPostgres({ home: config.home, database: "vigie", signal })
  return { address: { host: postgres.host, database: "vigie" }, postgres }
}
