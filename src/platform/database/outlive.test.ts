import assert from "node:assert/strict"
import { test } from "node:test"
import { sql } from "kysely"
import { testDatabase } from "../../../test/support/database.ts"

test("a connection that the database ends between two statements fails its transaction, and nothing else", async () => {
  const { db } = await testDatabase()
  const work = db.transact(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.sql)
    const other = await db.connect()
    await other.query("select pg_terminate_backend($1, 10000)", [rows[0]?.pid])
    await other.end()
    await sql`select 1`.execute(tx.sql)
  })
  await assert.rejects(work, /terminat|not queryable/)
  await db.transact(async (tx) => sql`select 1`.execute(tx.sql))
})

test("a connection of one's own that the database ends rejects its next statement", async () => {
  const { db } = await testDatabase()
  const [own, other] = [await db.connect(), await db.connect()]
  const { rows } = await own.query<{ pid: number }>("select pg_backend_pid() as pid")
  await other.query("select pg_terminate_backend($1, 10000)", [rows[0]?.pid])
  await assert.rejects(own.query("select 1"), /terminat|not queryable/)
  await other.end()
})
