import assert from "node:assert/strict"
import { test } from "node:test"
import { sql } from "kysely"
import { fitJson } from "#platform"
import { testDatabase } from "../../../test/support/database.ts"

test("what PostgreSQL holds in no text stops no statement: it is left out", async () => {
  const { db } = await testDatabase()
  const given = { name: "a\0b", cut: "\ud83d" }
  const { rows } = await sql`
    select ${"one\0 two\ud83d"} as text, ${["a\0", "b"]}::text[] as list, ${fitJson(given)}::jsonb as json, ${Buffer.from("\0")}::bytea as bytes`.execute(
    db.read.sql,
  )
  assert.deepEqual(rows, [{ text: "one two\ufffd", list: ["a", "b"], json: { name: "ab", cut: "\ufffd" }, bytes: Buffer.from("\0") }])
})
