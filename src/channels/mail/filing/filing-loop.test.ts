import assert from "node:assert/strict"
import { readdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { sql } from "kysely"
import { closeAfterwards, testDatabase } from "../../../../test/support/database.ts"
import { FilingLoop, type FilingLoopParts } from "./filing-loop.ts"
import { envelopeTo, filingHouse, mailOf } from "./filing.fixture.ts"

const CARE = envelopeTo("care@shop.example")

async function subjects({ db }: FilingLoopParts): Promise<string[]> {
  const { rows } = await sql<{ subject: string }>`select subject from messages order by subject`.execute(db.read.sql)
  return rows.map(({ subject }) => subject)
}

function loopOf(parts: FilingLoopParts): FilingLoop {
  const loop = new FilingLoop(parts)
  closeAfterwards(() => loop.close())
  return loop
}

test("files what waits at the start, and what comes after", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  for (const n of [1, 2, 3, 4, 5]) await house.spool.accept(CARE, mailOf(`Before ${n}`))
  const loop = loopOf(house)
  await loop.open()
  await loop.settled()
  loop.add(await house.spool.accept(CARE, mailOf("Later")))
  await loop.settled()
  assert.deepEqual(await subjects(house), ["Before 1", "Before 2", "Before 3", "Before 4", "Before 5", "Later"])
  assert.deepEqual(loop.health(), { depth: 0, oldestWaiting: null, stuckSince: null })
})

test("while the database is away mails wait in the spool, and are filed when it is back", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  let away = true
  const failed = Promise.withResolvers<void>()
  const db = Object.create(house.db, {
    transact: {
      value: async (work: Parameters<typeof house.db.transact>[0]) => {
        if (!away) return house.db.transact(work)
        failed.resolve()
        throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" })
      },
    },
  }) as typeof house.db
  const loop = loopOf({ ...house, db })
  const ids = [await house.spool.accept(CARE, mailOf("Away 1")), await house.spool.accept(CARE, mailOf("Away 2"))]
  await loop.open()
  await failed.promise
  assert.deepEqual(await house.spool.waiting(), [...ids].sort())
  assert.equal(loop.health().depth, 2)
  away = false
  await loop.settled()
  assert.deepEqual(await subjects(house), ["Away 1", "Away 2"])
  assert.equal(loop.health().stuckSince, null)
})

test("a torn file is set aside, and what stands behind it is filed", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  const torn = await house.spool.accept(CARE, mailOf("Torn"))
  await writeFile(house.spool.path(torn), "half a line")
  await house.spool.accept(CARE, mailOf("Whole"))
  const loop = loopOf(house)
  await loop.open()
  await loop.settled()
  assert.deepEqual(await subjects(house), ["Whole"])
  assert.deepEqual(await readdir(join(house.folder, "spool", "torn")), [torn])
})

test("a mail that fails ten times is filed unread, and holds nobody up", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  let tries = 0
  const read = async (raw: Buffer) => {
    if (!raw.includes("Cursed")) return house.read(raw, {})
    tries++
    throw new Error("the reader chokes")
  }
  const loop = loopOf({ ...house, read })
  await house.spool.accept(CARE, mailOf("Cursed"))
  await house.spool.accept(CARE, mailOf("Plain"))
  await loop.open()
  await loop.settled()
  assert.equal(tries, 10)
  assert.deepEqual(await subjects(house), ["Cursed", "Plain"])
  const { rows } = await sql<{ warnings: string[] }>`select warnings from messages where subject = 'Cursed'`.execute(house.db.read.sql)
  assert.ok(rows[0]!.warnings.includes("unreadable.crashed"))
  assert.deepEqual(await house.spool.waiting(), [])
})

test("mails that wait are filed together, and one that can't be filed doesn't keep the others", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  let [transactions, refused] = [0, 0]
  const db = Object.create(house.db, {
    transact: {
      value: async (work: Parameters<typeof house.db.transact>[0]) => {
        transactions++
        return house.db.transact(work)
      },
    },
  }) as typeof house.db
  // No such state of an identity: the database refuses the row.
  const authenticate: FilingLoopParts["authenticate"] = async (raw, mail, connection) => {
    const proof = await house.authenticate(raw, mail, connection)
    if (!raw.includes("Refused") || refused++ >= 10) return proof
    return Object.assign(proof, { identity: "nonsense" })
  }
  for (let n = 10; n < 40; n++) await house.spool.accept(CARE, mailOf(n === 20 ? "Refused" : `Mail ${n}`))
  const loop = loopOf({ ...house, db, authenticate })
  await loop.open()
  await loop.settled()
  const expected = Array.from({ length: 30 }, (_, n) => (n === 10 ? "Refused" : `Mail ${n + 10}`))
  assert.deepEqual(await subjects(house), expected.sort())
  assert.ok(refused > 10, "filed at last, when its turn came as unread or was no longer refused")
  assert.ok(transactions < 60, `30 mails and ten refusals took ${transactions} transactions`)
  assert.deepEqual(await house.spool.waiting(), [])
})
