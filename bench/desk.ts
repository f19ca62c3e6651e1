import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "kysely"
import pg from "pg"
import { countViews } from "#cases"
import { openHouse } from "#house"
import { issueSignInLink, type PersonActor } from "#people"
import { clientConfig, Database, migrate, readConfig, startPostgres, systemClock } from "#platform"
import { askAbout } from "./desk-questions.ts"
import { fill } from "./fill.ts"
import { progress, report, reportSpread, timed } from "./report.ts"

const LARGE = { cases: 200_000, messages: 1_000_000 }
const SMALL = { cases: 20_000, messages: 100_000 }
const TIMES = 120
/** VIGIE_BENCH_ONLY=search measures the questions with that in their name. */
const ONLY = new RegExp(process.env["VIGIE_BENCH_ONLY"] ?? "")

/**
 * How long the server takes to show a desk with 200,000 cases and 1,000,000 messages, on the embedded database with its real settings.
 * VIGIE_BENCH_HOME keeps the filled folder, and finds it filled the next time.
 */
export async function desk(): Promise<void> {
  const kept = process.env["VIGIE_BENCH_HOME"]
  const home = kept ?? (await mkdtemp(join(tmpdir(), "vigie-bench-")))
  await mkdir(home, { recursive: true })
  await chmod(home, 0o711)
  const postgres = await startPostgres({ home })
  try {
    const databases = { small: { host: postgres.host, database: "small" }, large: { host: postgres.host, database: "vigie" } }
    await ensureFilled(databases.small, home, SMALL)
    await ensureFilled(databases.large, home, LARGE)
    await measureCounts(databases.small, databases.large)
    await measureDesk(home, databases.large)
  } finally {
    await postgres.stop()
    if (!kept) await rm(home, { recursive: true, force: true })
  }
}

type Place = { host: string; database: string }

async function ensureFilled(place: Place, home: string, size: typeof LARGE): Promise<void> {
  const admin = new pg.Client(clientConfig({ ...place, database: "postgres" }))
  await admin.connect()
  const found = await admin.query("select 1 from pg_database where datname = $1", [place.database])
  if (found.rows.length === 0) await admin.query(`create database ${place.database}`)
  await admin.end()
  if (found.rows.length) return progress(`${place.database}: as it was left`)
  await migrate(place)
  const db = new Database(place, systemClock, { connections: 2 })
  const began = performance.now()
  await fill(db, home, size, (text) => progress(`${place.database}: ${seconds(began)} s  ${text}`))
  await db.close()
  report({ bench: "desk", metric: `fill.${size.cases}`, value: seconds(began), unit: "s" })
}

const seconds = (began: number): number => Math.round((performance.now() - began) / 1000)

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

async function someAgent(db: Database): Promise<PersonActor> {
  const found = await sql<{ id: string; name: string }>`select id, name from agents order by id offset 7 limit 1`.execute(db.read.sql)
  const { id, name } = found.rows[0]!
  return {
    kind: "agent",
    id,
    ref: `agent:${id}`,
    role: "agent",
    name,
    language: "fr",
    timeZone: "Europe/Paris",
    inboxes: "every",
    teams: [],
  }
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

/** Signs an agent in by a link, as a browser would; gives the session's cookie. */
async function signIn(db: Database, address: string, onlyInbox: string | null): Promise<string> {
  const actor = await someAgent(db)
  await sql`update agents set every_inbox = ${onlyInbox === null} where id = ${actor.id}`.execute(db.read.sql)
  await sql`delete from agent_inboxes where agent_id = ${actor.id}`.execute(db.read.sql)
  if (onlyInbox) await sql`insert into agent_inboxes (agent_id, inbox_id) values (${actor.id}, ${onlyInbox})`.execute(db.read.sql)
  const link = await db.transact((tx) => issueSignInLink(tx, actor.id))
  const answer = await fetch(`${address}/api/sign-in/link/${link}`, {
    method: "POST",
    headers: { origin: address, "content-type": "application/json" },
    body: "{}",
  })
  const cookie = answer.headers.get("set-cookie")?.split(";")[0]
  if (!cookie) throw new Error(`Signing in was answered with ${answer.status}: ${await answer.text()}`)
  return cookie
}
