import assert from "node:assert/strict"
import { test } from "node:test"
import { sql } from "kysely"
import { testDatabase } from "../../test/support/database.ts"
import { FactFeed, silentLog, type SealedFact } from "#platform"

const fact = (n: number) => ({ kind: "test.said" as const, actor: "system:test", about: {}, audience: "all" as const, data: { n } })

test("facts of forty transactions at once are told in order, without gaps, and those undone are unsaid", async () => {
  const { db } = await testDatabase()
  const feed = new FactFeed(db, silentLog)
  await feed.open()
  const told: SealedFact[] = []
  const all = new Promise<void>((resolve) => feed.listen((f) => told.push(f) === 30 && resolve()))
  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      db
        .transact(async (tx) => {
          await tx.record(fact(n))
          if (n % 4 === 0) throw new Error("undone")
        })
        .catch((error: Error) => assert.equal(error.message, "undone")),
    ),
  )
  await all
  assert.deepEqual(
    told.map((f) => f.seq),
    Array.from({ length: 30 }, (_, i) => i + 1),
  )
  assert.equal(
    told.some((f) => Number(f.data?.["n"]) % 4 === 0),
    false,
  )
  await feed.close()
})

test("a fact can't be changed or removed afterwards", async () => {
  const { db } = await testDatabase()
  await db.transact((tx) => tx.record(fact(1)))
  await assert.rejects(sql`update facts set body = '{}'`.execute(db.read.sql), /written once/)
  await assert.rejects(sql`delete from facts`.execute(db.read.sql), /written once/)
  await assert.rejects(sql`truncate facts`.execute(db.read.sql), /written once/)
})
