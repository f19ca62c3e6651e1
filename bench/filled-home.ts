import { Database, systemClock } from "#platform"
import { fill, type Size } from "./fill.ts"
import { ensureDatabase, inKeptHome, type Place } from "./kept-home.ts"
import { progress, report } from "./report.ts"

/** VIGIE_BENCH_CASES=20000 fills less, for a first look; figures that are quoted are those of 200,000. */
const CASES = Number(process.env["VIGIE_BENCH_CASES"] ?? 200_000)
const LARGE = { cases: CASES, messages: CASES * 5 }
const SMALL = { cases: CASES / 10, messages: CASES / 2 }

/**
 * A folder with two filled databases, `vigie` (200,000 cases, 1,000,000 messages) and `small` (a tenth), on the embedded database with
 * its real settings. VIGIE_BENCH_HOME keeps the folder, and finds it filled the next time.
 */
export async function inFilledHome(work: (filled: { home: string; host: string }) => Promise<void>): Promise<void> {
  await inKeptHome(async ({ home, host }) => {
    await ensureFilled({ host, database: "small" }, home, SMALL)
    await ensureFilled({ host, database: "vigie" }, home, LARGE)
    await work({ home, host })
  })
}

async function ensureFilled(place: Place, home: string, size: Size): Promise<void> {
  if (await ensureDatabase(place)) return progress(`${place.database}: as it was left`)
  const db = new Database(place, systemClock, { connections: 2 })
  const began = performance.now()
  await fill(db, home, size, (text) => progress(`${place.database}: ${seconds(began)} s  ${text}`))
  await db.close()
  report({ bench: "desk", metric: `fill.${size.cases}`, value: seconds(began), unit: "s" })
}

const seconds = (began: number): number => Math.round((performance.now() - began) / 1000)
