import assert from "node:assert/strict"
import { before, test } from "node:test"
import { type KyselyPlugin, sql } from "kysely"
import { Database, FactFeed, MINUTE, newId, type Reader, silentLog } from "#platform"
import { closeAfterwards, type TestDatabase, testDatabase } from "../../../test/support/database.ts"
import { until } from "../../../test/support/house.ts"
import { TieWorker } from "./tie-worker.ts"

/** Reads like any other; what it read is handed over when the test lets it. */
class Slow extends Database {
  gate: Promise<void> | null = null
  held = 0
  override get read(): Reader {
    const plugin: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (this.gate) this.held++
        await this.gate
        return result
      },
    }
    const { sql: plain, now } = super.read
    return { sql: plain.withPlugin(plugin), now }
  }
}

let base: TestDatabase
let slow: Slow
const logged: string[] = []
const log = { ...silentLog, error: (event: string) => void logged.push(event) }
before(async () => {
  base = await testDatabase()
  slow = new Slow(base.address, base.clock, { connections: 2 })
  closeAfterwards(() => slow.close())
})

function opened(): TieWorker {
  const worker = new TieWorker({ db: slow, feed: new FactFeed(slow, silentLog), log })
  closeAfterwards(() => worker.close())
  return worker
}
const due = (id: string) =>
  sql`insert into tie_due (what, id, due_at) values ('case', ${id}, ${base.clock.now()})`.execute(base.db.read.sql)
const waiting = async () =>
  (await sql<{ id: string; tries: number }>`select id, tries from tie_due order by id`.execute(base.db.read.sql)).rows
const done = async () => (await waiting()).length === 0

test("what becomes due while the last look comes to its end isn't left waiting", async () => {
  const worker = opened()
  const { promise, resolve } = Promise.withResolvers<void>()
  slow.gate = promise
  worker.wake()
  await until("it has looked, and found nothing", async () => slow.held > 0)
  await due(newId(base.clock.now()))
  worker.wake()
  slow.gate = null
  resolve()
  await until("it is held together", done)
})

test("what failed is tried again when its time comes", async () => {
  const worker = opened()
  const id = newId(base.clock.now())
  await sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'a plug is pulled'; end $$`.execute(
    base.db.read.sql,
  )
  await sql`create trigger refused before delete on tie_due for each row execute function refuse()`.execute(base.db.read.sql)
  await due(id)
  worker.wake()
  await until("it failed", async () => (await waiting())[0]?.tries === 1)
  await sql`drop trigger refused on tie_due`.execute(base.db.read.sql)
  assert.deepEqual(logged, ["ties.failed"])
  base.clock.advance(11 * MINUTE)
  worker.wake()
  await until("it is held together", done)
})
