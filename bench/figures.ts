import { sql } from "kysely"
import { openHouse } from "#house"
import { Database, readConfig, systemClock } from "#platform"
import { inFilledHome } from "./filled-home.ts"
import { progress, reportSpread, timed } from "./report.ts"
import { signIn, someAgent } from "./some-agent.ts"

const PERIODS = ["today", "7d", "28d", "90d", "year"] as const
const TIMES = 24
const CHANGES = 10

/** What people make views of, from what nearly everything fits to what nearly nothing does. */
const VIEWS: Readonly<Record<string, readonly object[]>> = {
  "open-high": [
    { field: "category", is: "any", values: ["new", "open"] },
    { field: "priority", is: "any", values: ["high", "urgent"] },
  ],
  "mine-waiting-a-day": [
    { field: "owner", is: "any", values: ["me"] },
    { field: "waiting", is: "over", hours: 24 },
  ],
  "late-or-broken": [
    {
      match: "any",
      parts: [
        { field: "deadline", is: "late" },
        { field: "promise", is: "broken" },
      ],
    },
  ],
  "not-tagged-and-french": [
    { field: "tag", is: "none", values: ["delivery"] },
    { field: "language", is: "any", values: ["fr"] },
  ],
  "words-of-new-ones": [
    { field: "words", is: "some", text: "bouquet" },
    { field: "category", is: "any", values: ["new", "open", "waiting"] },
  ],
  "nothing-fits": [
    { field: "contradiction", is: "some" },
    { field: "created", is: "under", hours: 1 },
  ],
}

/** How long the figures take, and counting a view that somebody made: anew, and after something has changed. Milliseconds over HTTP. */
export async function figures(): Promise<void> {
  await inFilledHome(async ({ home, host }) => {
    const db = new Database({ host, database: "vigie" }, systemClock, { connections: 2 })
    const house = await openHouse(
      readConfig({ VIGIE_HOME: home, VIGIE_HTTP: "127.0.0.1:0", VIGIE_SMTP: "127.0.0.1:0", VIGIE_DNS: "offline", VIGIE_LOG: "error" }),
      systemClock,
    )
    const address = `http://127.0.0.1:${house.ports.http}`
    const all = async (query: string) => (await sql.raw<{ value: string }>(query).execute(db.read.sql)).rows.map(({ value }) => value)
    try {
      const cookie = await signIn(db, address, null)
      const ask = async (path: string, body?: object, method = body ? "POST" : "GET"): Promise<void> => {
        const headers = { cookie, origin: address, "content-type": "application/json" }
        const answer = await fetch(address + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
        if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${(await answer.text()).slice(0, 500)}`)
        await answer.text()
      }
      const measure = async (metric: string, times: number, call: (n: number) => Promise<unknown>): Promise<void> => {
        const taken = await timed(times, call)
        reportSpread("figures", metric, taken)
        progress(`${metric.padEnd(40)} p50 ${taken.p50.toFixed(1)} p95 ${taken.p95.toFixed(1)} ms`)
      }
      const inboxes = await all("select id::text as value from inboxes order by id")
      const tags = await all("select name as value from tags order by name")
      const teams = await all("select id::text as value from teams order by id")
      const among = (n: number): string =>
        [
          "",
          `&inbox=${inboxes[n % inboxes.length]}`,
          `&tag=${encodeURIComponent(tags[n % tags.length] ?? "")}`,
          `&team=${teams[n % teams.length]}`,
        ][n % 4]!
      for (const period of PERIODS) await measure(`period.${period}`, TIMES, (n) => ask(`/api/figures?period=${period}${among(n)}`))
      await measure("now", TIMES, (n) => ask(`/api/figures/now?${among(n).slice(1)}`))
      // Each time another question, so that none was counted before.
      const fresh = (n: number) => ({ field: "created", is: "under", hours: 99_000 - n })
      for (const [name, parts] of Object.entries(VIEWS))
        await measure(`count.${name}`, TIMES, (n) =>
          ask("/api/saved-views/preview", { query: { match: "all", parts: [...parts, fresh(n)] } }),
        )
      const numbers = await all("select number::text as value from cases where category = 'open' order by id desc limit 30")
      const { id } = await someAgent(db)
      progress(`by ${id}`)
      await measure("counts-after-a-change", CHANGES, async (n) => {
        const priority = n % 2 ? "high" : "normal"
        await ask(`/api/cases/${numbers[n % numbers.length]}`, { priority }, "PATCH")
        for (const parts of Object.values(VIEWS)) await ask("/api/saved-views/preview", { query: { match: "all", parts } })
      })
    } finally {
      await house.close()
      await db.close()
    }
  })
}
