import pg from "pg"
import { type Address, clientConfig, type Config, type EmbeddedPostgres, startPostgres } from "#platform"

export interface StartedDatabase {
  address: Address
  /** Null with a database of one's own. */
  postgres: EmbeddedPostgres | null
}

/** Finds or starts the database, and makes an empty one at the first time. Its schema is left as it is. */
export async function startDatabase(config: Config): Promise<StartedDatabase> {
  if (config.databaseUrl) return { address: { url: config.databaseUrl }, postgres: null }
  const postgres = await startPostgres({ home: config.home })
  await ensureDatabase(postgres.host)
  return { address: { host: postgres.host, database: "vigie" }, postgres }
}

async function ensureDatabase(host: string): Promise<void> {
  const client = new pg.Client(clientConfig({ host, database: "postgres" }))
  await client.connect()
  try {
    const found = await client.query("select 1 from pg_database where datname = 'vigie'")
    if (found.rows.length === 0) await client.query("create database vigie")
  } finally {
    await client.end()
  }
}
