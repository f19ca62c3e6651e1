import { sql } from "kysely"
import { countViews } from "#cases"
import { openHouse } from "#house"
import { Database, readConfig, systemClock } from "#platform"
import { askAbout } from "./desk-questions.ts"
import { inFilledHome } from "./filled-home.ts"
import type { Place } from "./kept-home.ts"
import { progress, report, reportSpread, timed } from "./report.ts"
import { signIn, someAgent } from "./some-agent.ts"

const TIMES = 120
/** VIGIE_BENCH_ONLY=search measures the questions with that in their name. */
const ONLY = new RegExp(process.env["VIGIE_BENCH_ONLY"] ?? "")

/**
 * How long the server takes to show a desk with 200,000 cases and 1,000,000 messages, on the embedded database with its real settings.
 */
export async function desk(): Promise<void> {
  await inFilledHome(async ({ home, host }) => {
    await measureCounts({ host, database: "small" }, { host, database: "vigie" })
    await measureDesk(home, { host, database: "vigie" })
  })
}

/** The same counts with a tenth of the cases and with all of them: they may not cost more. */
async function measureCounts(small: Place, large: Place): Promise<void> {
  const spreads = []
  for (const place of [small, large]) {
    const db = new Database(place, systemClock, { connections: 4 })
    const actor = await someAgent(db)
    spreads.push(await timed(300, () => countViews(actor, db.read)))
    await db.close()
  }
  const [few, many] = spreads
  reportSpread("desk", "counts.20000", few!)
  reportSpread("desk", "counts.200000", many!)
  report({ bench: "desk", metric: "counts.growth", value: many!.p50, unit: "ms", peer: "20,000 cases", ratio: many!.p50 / few!.p50 })
}

/** Through the server: every question in process, and the commonest over HTTP. One agent sees all, one sees the smallest inbox alone. */
async function measureDesk(home: string, place: Place): Promise<void> {
  const db = new Database(place, systemClock, { connections: 2 })
  const house = await openHouse(
    readConfig({ VIGIE_HOME: home, VIGIE_HTTP: "127.0.0.1:0", VIGIE_SMTP: "127.0.0.1:0", VIGIE_DNS: "offline", VIGIE_LOG: "error" }),
    systemClock,
  )
  try {
    const address = `http://127.0.0.1:${house.ports.http}`
    for (const who of ["all", "one inbox"] as const) {
      const only = who === "all" ? null : await smallestInbox(db)
      const cookie = await signIn(db, address, only)
      const headers = { cookie, "accept-language": "fr" }
      for (const { metric, path } of await askAbout(db, only)) {
        if (!ONLY.test(metric)) continue
        const name = who === "all" ? metric : `${metric}.one-inbox`
        await measure(name, (n) => house.app.request(address + path(n), { headers }))
        if (who === "all") await measure(`http.${metric}`, (n) => fetch(address + path(n), { headers }))
      }
    }
  } finally {
    await house.close()
    await db.close()
  }
}

async function measure(metric: string, ask: (n: number) => Response | Promise<Response>): Promise<void> {
  const taken = await timed(TIMES, async (n) => {
    const answer = await ask(n)
    const body = await answer.text()
    if (!answer.ok) throw new Error(`${metric} was answered with ${answer.status}: ${body.slice(0, 500)}`)
  })
  reportSpread("desk", metric, taken)
  progress(`${metric.padEnd(40)} p50 ${taken.p50.toFixed(1)} p95 ${taken.p95.toFixed(1)} p99 ${taken.p99.toFixed(1)} ms`)
}

async function smallestInbox(db: Database): Promise<string> {
  const found = await sql<{ id: string }>`select inbox_ids[1] as id from cases group by 1 order by count(*) limit 1`.execute(db.read.sql)
  return found.rows[0]!.id
}
