import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { readFile, readdir } from "node:fs/promises"
import { after, before, test } from "node:test"
import { setTimeout as wait } from "node:timers/promises"
import { sql } from "kysely"
import { Database, migrate, NewerSchema, systemClock } from "#platform"
import { ROOT } from "./house/source.ts"
import { testDatabase } from "./support/database.ts"
import { describeSchema } from "./support/schema.ts"
import { administer, startTestServer } from "./support/server.ts"

let host = ""
let stop = async (): Promise<void> => {}
before(async () => {
  const shared = process.env["VIGIE_TEST_PG"]
  if (shared) host = shared
  else ({ host, stop } = await startTestServer())
})
after(() => stop())

test("a database that a newer Vigie made is refused, with what to do", async () => {
  const { db, address } = await testDatabase()
  await sql`insert into migrations (number, name, sha256) values (9999, '9999-tomorrow.sql', 'x')`.execute(db.read.sql)
  await assert.rejects(migrate(address), (error: Error) => {
    assert.ok(error instanceof NewerSchema)
    assert.match(error.message, /at migration 9999; this Vigie knows \d+\. Start a Vigie at least as new/)
    return true
  })
})

test("a migration that was applied with another text is refused by its name", async () => {
  const { db, address } = await testDatabase()
  await sql`update migrations set sha256 = 'x' where number = 2`.execute(db.read.sql)
  await assert.rejects(migrate(address), /Migration 0002-people\.sql was applied with another text/)
})

test("a migration killed half way leaves nothing, and the next start goes on", async () => {
  const database = `t_${randomBytes(6).toString("hex")}`
  await administer(host, `create database ${database}`)
  const db = new Database({ host, database }, systemClock, { connections: 2 })
  const names = (await readdir(`${ROOT}migrations`)).filter((name) => name.endsWith(".sql")).sort()
  const applied = async () => (await sql<{ n: number }>`select count(*) as n from migrations`.execute(db.read.sql)).rows[0]!.n
  try {
    await stopAt(db)
    for (const at of [0, names.length - 1]) {
      await killMigrationAt(db, Number.parseInt(names[at]!))
      assert.equal(await applied(), at)
    }
    await sql`drop trigger hold on migrations`.execute(db.read.sql)
    await sql`drop function hold, held`.execute(db.read.sql)
    await migrate({ host, database })
    assert.equal(await applied(), names.length)
    assert.equal(await describeSchema(db.read), await readFile(`${ROOT}test/schema.txt`, "utf8"))
  } finally {
    await db.close()
    await administer(host, `drop database ${database} with (force)`)
  }
})

/** Makes the step that writes down a migration wait for a lock that the test holds, when it is that migration's turn. */
async function stopAt({ read }: Database): Promise<void> {
  await sql`create table migrations (number int primary key, name text not null, sha256 text not null, at timestamptz not null default now())`.execute(
    read.sql,
  )
  await sql`create function held(n int) returns void language sql as 'select pg_advisory_xact_lock(n)'`.execute(read.sql)
  await sql`create function hold() returns trigger language plpgsql as 'begin perform held(new.number); return new; end'`.execute(read.sql)
  await sql`create trigger hold before insert on migrations for each row execute function hold()`.execute(read.sql)
}

async function killMigrationAt(db: Database, number: number): Promise<void> {
  const holder = await db.connect()
  await holder.query("select pg_advisory_lock($1)", [number])
  const script = `import { migrate } from "#platform"; await migrate(${JSON.stringify(db.address)})`
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", script], {
    cwd: ROOT,
    stdio: "inherit",
  })
  const gone = once(child, "exit")
  const sessions = async (where: string) =>
    (await holder.query(`select pid from pg_stat_activity where datname = current_database() and ${where}`)).rows
  while ((await sessions("wait_event_type = 'Lock' and query like 'insert into migrations%'")).length === 0) await wait(5)
  child.kill("SIGKILL")
  await gone
  await holder.query("select pg_advisory_unlock($1)", [number])
  while ((await sessions("query like 'insert into migrations%' and pid <> pg_backend_pid()")).length > 0) await wait(5)
  await holder.end()
}
