import assert from "node:assert/strict"
import { test } from "node:test"
import { setImmediate } from "node:timers/promises"
import { copyIn, copyOut } from "#platform"
import { testDatabase } from "../../../test/support/database.ts"

test("rows go out and come in as they were, whatever is in them", async () => {
  const { db } = await testDatabase()
  const client = await db.connect()
  await client.query("create temp table a (id bigint, said text, raw bytea)")
  await client.query(String.raw`insert into a values (1, E'tab\t, line\n, \\N and ’é', '\x00ff5c'), (2, null, null)`)
  await client.query("insert into a select n, repeat('long ', 5000), null from generate_series(3, 400) n")
  await client.query("create temp table b (like a)")
  const chunks = await copyOut(client, "copy a to stdout").toArray()
  assert.ok(chunks.length > 100)
  assert.equal(await copyIn(client, "copy b from stdin", each(chunks as Buffer[])), 400)
  const { rows: different } = await client.query(
    "(select * from a except select * from b) union all (select * from b except select * from a)",
  )
  assert.deepEqual(different, [])
  await client.end()
})

test("a connection hears the next answer, however full the reader was at the end", async () => {
  const { db } = await testDatabase()
  const client = await db.connect()
  for (const rows of [1, 16, 17, 18]) {
    const out = copyOut(client, `copy (select repeat('x', 4000) from generate_series(1, ${rows})) to stdout`)
    while (out.readableLength < rows * 4001) await setImmediate()
    assert.equal(Buffer.concat((await out.toArray()) as Buffer[]).length, rows * 4001)
    await client.query("select 1")
  }
  await client.end()
})

test("what the database refuses, and what the source can't give, are told", async () => {
  const { db } = await testDatabase()
  const client = await db.connect()
  await client.query("create temp table a (id int)")
  await assert.rejects(copyIn(client, "copy a from stdin", each([Buffer.from("not a number\n")])), /invalid input syntax/)
  await assert.rejects(copyIn(client, "copy nowhere from stdin", each([])), /nowhere/)
  await assert.rejects(copyIn(client, "copy a from stdin", broken()), /torn/)
  await assert.rejects(copyOut(client, "copy nowhere to stdout").toArray(), /nowhere/)
  assert.deepEqual((await client.query("select count(*) as n from a")).rows, [{ n: 0 }])
  await client.end()
})

async function* each(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

async function* broken(): AsyncGenerator<Uint8Array> {
  yield Buffer.from("1\n")
  throw new Error("torn")
}
