import pg from "pg"
import { sql } from "kysely"
import { openHouse } from "#house"
import { addToken, systemActor } from "#people"
import { clientConfig, Database, DAY, readConfig, systemClock } from "#platform"
import { fillHeard } from "./fill-heard.ts"
import { ensureDatabase, inKeptHome, type Place } from "./kept-home.ts"
import { progress, report, reportSpread, timed } from "./report.ts"

/** VIGIE_BENCH_MENTIONS=200000 fills less, for a first look. */
const MENTIONS = Number(process.env["VIGIE_BENCH_MENTIONS"] ?? 10_000_000)
const TIMES = Number(process.env["VIGIE_BENCH_TIMES"] ?? 30)
const ONLY = new RegExp(process.env["VIGIE_BENCH_ONLY"] ?? "")

/** How long the server takes to show what was heard, with a year of ten million mentions, on the embedded database with its real settings. */
export async function heard(): Promise<void> {
  await inKeptHome(async ({ home, host }) => {
    const place = { host, database: "vigie" }
    await ensureFilled(place)
    await measureHeard(home, place)
  })
}

async function ensureFilled(place: Place): Promise<void> {
  await ensureDatabase(place)
  const client = new pg.Client(clientConfig(place))
  await client.connect()
  const { rows } = await client.query<{ n: number }>("select count(*)::int as n from watches")
  const began = performance.now()
  if (rows[0]?.n === 0) await fillHeard(client, MENTIONS, progress)
  else progress("as it was left")
  await client.end()
  report({ bench: "heard", metric: `fill.${MENTIONS}`, value: Math.round((performance.now() - began) / 1000), unit: "s" })
}

async function measureHeard(home: string, place: Place): Promise<void> {
  const db = new Database(place, systemClock, { connections: 2 })
  // The day that the company was filled is its today: later, its last day would be empty.
  const { rows } = await sql<{ at: Date }>`select max(said_at) as at from watch_mentions`.execute(db.read.sql)
  const clock = { ...systemClock, now: () => rows[0]!.at }
  const config = { VIGIE_HOME: home, VIGIE_HTTP: "127.0.0.1:0", VIGIE_SMTP: "127.0.0.1:0", VIGIE_DNS: "offline", VIGIE_LOG: "error" }
  const house = await openHouse(readConfig(config), clock)
  try {
    const { token } = await db.transact((tx) => addToken(systemActor("bench"), tx, { name: "bench", role: "lead" }))
    const headers = { authorization: `Bearer ${token}`, "accept-language": "fr" }
    for (const [metric, path] of Object.entries(await questions(db, clock.now()))) {
      if (!ONLY.test(metric)) continue
      const taken = await timed(TIMES, async (n) => {
        const answer = await house.app.request(path(n), { headers })
        const body = await answer.text()
        if (!answer.ok) throw new Error(`${metric} was answered with ${answer.status}: ${body.slice(0, 500)}`)
      })
      reportSpread("heard", metric, taken)
      progress(`${metric.padEnd(40)} p50 ${taken.p50.toFixed(1)} p95 ${taken.p95.toFixed(1)} p99 ${taken.p99.toFixed(1)} ms`)
    }
  } finally {
    await house.close()
    await db.close()
  }
}

/** Of the largest watch, one in the middle and a small one, in turns, where nothing else is said. */
async function questions(db: Database, now: Date): Promise<Record<string, (n: number) => string>> {
  const { rows } = await sql<{ id: string }>`select watch_id as id from watch_counts group by 1 order by sum(posts) desc`.execute(
    db.read.sql,
  )
  const ids = rows.map(({ id }) => id)
  const some = [ids[0]!, ids[Math.floor(ids.length / 2)]!, ids.at(-1)!]
  const any = (n: number) => some[n % some.length]!
  const ago = (time: number) => new Date(now.getTime() - time).toISOString()
  const story = await sql<{ id: string }>`select id from stories order by mentions desc limit 20`.execute(db.read.sql)
  const alarm = await sql<{ id: string }>`select id from alarms order by called_at desc limit 20`.execute(db.read.sql)
  return {
    "watches, all with their figures": () => "/api/watches?limit=200",
    "mentions of a watch": (n) => `/api/watches/${any(n)}/mentions?limit=50`,
    "mentions of a watch, a kind and language": (n) => `/api/watches/${any(n)}/mentions?limit=50&kind=review&language=fr`,
    "mentions of a watch, a word, in a month": (n) => `/api/watches/${any(n)}/mentions?limit=50&words=maison&from=${ago(30 * DAY)}`,
    "mentions of a watch, a word nobody says": (n) => `/api/watches/${any(n)}/mentions?limit=50&words=xylophone`,
    "all mentions": () => "/api/mentions?limit=50",
    "all mentions, a day last spring": () => `/api/mentions?limit=50&from=${ago(200 * DAY)}&to=${ago(199 * DAY)}`,
    "all mentions, a word, in a week": () => `/api/mentions?limit=50&words=xylophone&from=${ago(7 * DAY)}`,
    "counts of a day": (n) => `/api/watches/${any(n)}/counts?step=5m&from=${ago(DAY)}`,
    "counts of a month": (n) => `/api/watches/${any(n)}/counts?step=hour&from=${ago(30 * DAY)}`,
    "counts of a year": (n) => `/api/watches/${any(n)}/counts?step=day&from=${ago(365 * DAY)}`,
    "voices of three, a month": () => `/api/voices?watches=${some.join(",")}&from=${ago(30 * DAY)}`,
    "news of a day": (n) => `/api/watches/${any(n)}/news?from=${ago(DAY)}`,
    "news of a month": (n) => `/api/watches/${any(n)}/news?from=${ago(30 * DAY)}`,
    stories: () => "/api/stories?limit=50",
    "stories of a watch": (n) => `/api/stories?limit=50&watch=${any(n)}`,
    "stories with a word nobody says": () => "/api/stories?limit=50&words=xylophone",
    "a large story": (n) => `/api/stories/${story.rows[n % story.rows.length]!.id}`,
    alarms: () => "/api/alarms?limit=50",
    "an alarm": (n) => `/api/alarms/${alarm.rows[n % alarm.rows.length]!.id}`,
  }
}
