import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { clientConfig, Database, migrate, startPostgres, systemClock } from "#platform"
import { fill, type Size } from "./fill.ts"
import { progress, report } from "./report.ts"

/** VIGIE_BENCH_CASES=20000 fills less, for a first look; figures that are quoted are those of 200,000. */
const CASES = Number(process.env["VIGIE_BENCH_CASES"] ?? 200_000)
const LARGE = { cases: CASES, messages: CASES * 5 }
const SMALL = { cases: CASES / 10, messages: CASES / 2 }

export interface Place {
  host: string
  database: string
}

/**
 * A folder with two filled databases, `vigie` (200,000 cases, 1,000,000 messages) and `small` (a tenth), on the embedded database with
 * its real settings. VIGIE_BENCH_HOME keeps the folder, and finds it filled the next time.
 */
export async function inFilledHome(work: (filled: { home: string; host: string }) => Promise<void>): Promise<void> {
  const kept = process.env["VIGIE_BENCH_HOME"]
  const home = kept ?? (await mkdtemp(join(tmpdir(), "vigie-bench-")))
  await mkdir(home, { recursive: true })
  await chmod(home, 0o711)
  const postgres = await startPostgres({ home })
  try {
    const { host } = postgres
    await ensureFilled({ host, database: "small" }, home, SMALL)
    await ensureFilled({ host, database: "vigie" }, home, LARGE)
    await work({ home, host })
  } finally {
    await postgres.stop()
    if (!kept) await rm(home, { recursive: true, force: true })
  }
}

async function ensureFilled(place: Place, home: string, size: Size): Promise<void> {
  const admin = new pg.Client(clientConfig({ ...place, database: "postgres" }))
  await admin.connect()
  const found = await admin.query("select 1 from pg_database where datname = $1", [place.database])
  if (found.rows.length === 0) await admin.query(`create database ${place.database}`)
  await admin.end()
  await migrate(place)
  if (found.rows.length) return progress(`${place.database}: as it was left`)
  const db = new Database(place, systemClock, { connections: 2 })
  const began = performance.now()
  await fill(db, home, size, (text) => progress(`${place.database}: ${seconds(began)} s  ${text}`))
  await db.close()
  report({ bench: "desk", metric: `fill.${size.cases}`, value: seconds(began), unit: "s" })
}

const seconds = (began: number): number => Math.round((performance.now() - began) / 1000)
