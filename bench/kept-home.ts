import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { clientConfig, migrate, startPostgres } from "#platform"

export interface Place {
  host: string
  database: string
}

/** A data folder with the embedded database and its real settings. VIGIE_BENCH_HOME keeps it for the next run. */
export async function inKeptHome(work: (at: { home: string; host: string }) => Promise<void>): Promise<void> {
  const kept = process.env["VIGIE_BENCH_HOME"]
  const home = kept ?? (await mkdtemp(join(tmpdir(), "vigie-bench-")))
  await mkdir(home, { recursive: true })
  await chmod(home, 0o711)
  const postgres = await startPostgres({ home })
  try {
    await work({ home, host: postgres.host })
  } finally {
    await postgres.stop()
    if (!kept) await rm(home, { recursive: true, force: true })
  }
}

/** Makes a database where there is none, and brings it to today's schema. Tells whether it was there. */
export async function ensureDatabase(place: Place): Promise<boolean> {
  const admin = new pg.Client(clientConfig({ ...place, database: "postgres" }))
  await admin.connect()
  const found = await admin.query("select 1 from pg_database where datname = $1", [place.database])
  if (found.rows.length === 0) await admin.query(`create database ${place.database}`)
  await admin.end()
  await migrate(place)
  return found.rows.length > 0
}
