import { join } from "node:path"
import { sql } from "kysely"
import {
  type Blobs,
  checkDatabase,
  type Clock,
  type Config,
  createLog,
  Database,
  type EmbeddedPostgres,
  FileBlobs,
  type Keys,
  loadKeys,
  type Log,
  migrate,
  openHome,
} from "#platform"
import { startDatabase } from "./start-database.ts"

/** What server and command line both stand on: folder, database, keys, blobs. */
export interface Ground {
  config: Config
  clock: Clock
  db: Database
  keys: Keys
  blobs: Blobs
  log: Log
  /** Null with a database of one's own. */
  postgres: EmbeddedPostgres | null
}

/** Opens the data folder, finds or starts the database, and brings its schema up to date. What failed, or was given up, leaves nothing running. */
export async function openGround(config: Config, clock: Clock, connections: number, signal?: AbortSignal): Promise<Ground> {
  const log = createLog(
    config.logLevel,
    (line) => process.stderr.write(line),
    () => clock.now(),
  )
  await openHome(config.home)
  const keys = await loadKeys(config.home)
  if (config.databaseUrl) await checkDatabase(config.databaseUrl)
  const { address, postgres } = await startDatabase(config, signal)
  const db = new Database(address, clock, { connections })
  try {
    signal?.throwIfAborted()
    await migrate(address)
    await refuseUnsafe(db)
  } catch (error) {
    await db.close()
    await postgres?.stop()
    throw error
  }
  return { config, clock, db, keys, blobs: new FileBlobs(join(config.home, "blobs")), log, postgres }
}

/** A commit that isn't flushed is no promise: Vigie doesn't start on such a database. */
async function refuseUnsafe(db: Database): Promise<void> {
  const found = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in ('fsync', 'synchronous_commit') and setting = 'off'`.execute(db.read.sql)
  const off = found.rows.map((row) => row.name)
  if (off.length && !process.env["VIGIE_TEST_UNSAFE"])
    throw new Error(`The database has ${off.join(" and ")} off: what it commits can be lost. Turn it on, then start again.`)
}
