import assert from "node:assert/strict"
import { readdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { sql } from "kysely"
import { closeAfterwards, testDatabase } from "../../../../test/support/database.ts"
import { administer } from "../../../../test/support/server.ts"
import { type Log, silentLog } from "#platform"
import { FilingLoop, type FilingLoopParts } from "./filing-loop.ts"
import { envelopeTo, type FilingHouse, filingHouse, mailOf } from "./filing.fixture.ts"

const CARE = envelopeTo("care@shop.example")

async function subjects({ db }: FilingLoopParts): Promise<string[]> {
  const { rows } = await sql<{ subject: string }>`select subject from messages order by subject`.execute(db.read.sql)
  return rows.map(({ subject }) => subject)
}

/** As after a failover to a server that only follows. Connections that are open keep what they were told, so they end. */
async function onlyReads({ address }: FilingHouse, so: boolean): Promise<void> {
  if (!("database" in address)) throw new Error("The tests' database has a name")
  await administer(address.host, `alter database ${address.database} set default_transaction_read_only = ${so ? "on" : "off"}`)
  await administer(address.host, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${address.database}'`)
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

test("a database that only reads for a while is no mail's fault: nothing is set aside, and all is filed when it writes", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  const [tries, before] = [new Set<string>(), await house.spool.accept(CARE, mailOf("Before"))]
  const tried = Promise.withResolvers<void>()
  const log: Log = {
    ...silentLog,
    warn: (event, fields) => {
      if (event !== "filing.failed") return
      assert.equal(fields?.["cause"], "passing")
      tries.add(String(fields["tries"]))
      if (tries.size > 10) tried.resolve()
    },
  }
  await onlyReads(house, true)
  const loop = loopOf({ ...house, log, shortestPauseMs: 1 })
  await loop.open()
  const meanwhile = await house.spool.accept(CARE, mailOf("Meanwhile"))
  loop.add(meanwhile)
  await tried.promise
  assert.deepEqual(await house.spool.waiting(), [before, meanwhile])
  assert.ok(loop.health().stuckSince)
  await onlyReads(house, false)
  await loop.settled()
  assert.deepEqual(await subjects(house), ["Before", "Meanwhile"])
  assert.deepEqual(await readdir(join(house.folder, "spool", "torn")), [])
  assert.deepEqual(await readdir(join(house.folder, "spool", "unfilable")), [])
})

test("a failure that may be the database's is held against a mail by nobody: it waits, alone, and the others are filed", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  await sql`
    create function slow_down() returns trigger language plpgsql as $$ begin
      if new.subject = 'Slow' then raise exception 'canceling statement due to statement timeout' using errcode = '57014'; end if;
      return new;
    end $$`.execute(house.db.read.sql)
  await sql`create trigger slow_down before insert on messages for each row execute function slow_down()`.execute(house.db.read.sql)
  const slow = await house.spool.accept(CARE, mailOf("Slow"))
  for (const n of [1, 2, 3]) await house.spool.accept(CARE, mailOf(`Mail ${n}`))
  let tries = 0
  const tried = Promise.withResolvers<void>()
  const log: Log = { ...silentLog, error: (event) => void (event === "filing.failed" && ++tries > 10 && tried.resolve()) }
  const loop = loopOf({ ...house, log })
  await loop.open()
  await tried.promise
  assert.deepEqual(await subjects(house), ["Mail 1", "Mail 2", "Mail 3"])
  assert.deepEqual(await house.spool.waiting(), [slow])
  await sql`drop trigger slow_down on messages`.execute(house.db.read.sql)
  await loop.settled()
  const { rows } = await sql<{ text: string }>`select text from messages where subject = 'Slow'`.execute(house.db.read.sql)
  assert.match(rows[0]!.text, /Where is my order/, "read whole")
})

test("a mail that is too much for a database that writes is filed with less of it, and doesn't wait for ever", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  await sql`
    create function slow_down() returns trigger language plpgsql as $$ begin
      if new.text like '%order%' then raise exception 'canceling statement due to statement timeout' using errcode = '57014'; end if;
      return new;
    end $$`.execute(house.db.read.sql)
  await sql`create trigger slow_down before insert on messages for each row execute function slow_down()`.execute(house.db.read.sql)
  await house.spool.accept(CARE, mailOf("Slow"))
  const causes: string[] = []
  const log: Log = { ...silentLog, error: (event, fields) => void (event === "filing.failed" && causes.push(String(fields?.["cause"]))) }
  const loop = loopOf({ ...house, log, shortestPauseMs: 0 })
  await loop.open()
  await loop.settled()
  assert.deepEqual(await subjects(house), ["Slow"])
  assert.deepEqual(causes, [...Array<string>(20).fill("unclear"), ...Array<string>(10).fill("mail")])
})

test("a whole mail that the database refuses in every form is set aside apart from torn ones, and filed by a later start", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  const refuse = sql`alter table messages add constraint refused check (subject <> 'Refused')`
  await refuse.execute(house.db.read.sql)
  const id = await house.spool.accept(CARE, mailOf("Refused"))
  const before = loopOf(house)
  await before.open()
  await before.settled()
  assert.deepEqual(await readdir(join(house.folder, "spool", "unfilable")), [id])
  assert.deepEqual(await readdir(join(house.folder, "spool", "torn")), [])
  await sql`alter table messages drop constraint refused`.execute(house.db.read.sql)
  const after = loopOf(house)
  await after.open()
  await after.settled()
  assert.deepEqual(await subjects(house), ["Refused"])
  assert.deepEqual(await readdir(join(house.folder, "spool", "unfilable")), [])
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
