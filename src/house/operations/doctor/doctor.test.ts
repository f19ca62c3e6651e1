import assert from "node:assert/strict"
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { type AddressInfo, createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import { sql } from "kysely"
import { type Config, FileBlobs, fixedClock, holdHome, loadKeys, openHome, readConfig, Spool } from "#platform"
import { say } from "#words"
import { closeAfterwards, MONDAY_MORNING, testDatabase } from "../../../../test/support/database.ts"
import { examine } from "../examine.ts"
import { checkClock, watchClock } from "./clock.ts"
import { checkDatabase } from "./database.ts"
import { checkDisk } from "./disk.ts"
import type { Finding } from "./finding.ts"
import { checkIntake, checkRelay } from "./mail.ts"
import { checkListening } from "./listening.ts"
import { checkMailboxes } from "./mailboxes.ts"
import { checkSpool } from "./spool.ts"

const folder = await mkdtemp(join(tmpdir(), "doctor-"))
after(() => rm(folder, { recursive: true }))
const NOW = new Date(MONDAY_MORNING)
const short = (findings: readonly Finding[]) => findings.map(({ state, key }) => `${state} ${key}`)

/** Somebody who answers at a port with these first words. */
async function answering(words: string): Promise<number> {
  const server = createServer((socket) =>
    socket
      .on("error", () => {})
      .resume()
      .write(words),
  )
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  closeAfterwards(() => new Promise((done) => server.close(() => done())))
  return (server.address() as AddressInfo).port
}

test("a database that may lose what it commits is told; so is a schema that isn't ours", async () => {
  const { db } = await testDatabase()
  // The tests' own database runs without flushes.
  assert.deepEqual(short(await checkDatabase(db.read)), ["fail doctor.database.unsafe"])
  await sql`delete from migrations where number = (select max(number) from migrations)`.execute(db.read.sql)
  assert.equal(short(await checkDatabase(db.read)).at(-1), "warn doctor.database.behind")
  await sql`update migrations set sha256 = 'x' where number = 1`.execute(db.read.sql)
  assert.equal(short(await checkDatabase(db.read)).at(-1), "fail doctor.database.strange")
  await sql`insert into migrations (number, name, sha256) select n, 'x', 'x' from generate_series(100, 200) n`.execute(db.read.sql)
  assert.equal(short(await checkDatabase(db.read)).at(-1), "fail doctor.database.newer")
})

test("a disk without room is told", async () => {
  assert.equal((await checkDisk(folder, 0)).state, "ok")
  assert.equal((await checkDisk(folder, 1e15)).key, "doctor.disk.full")
})

test("a clock that jumps, or is behind what was recorded, is told", async () => {
  const { db, clock } = await testDatabase()
  const steady = watchClock(
    () => 0,
    () => 0,
  )
  assert.equal((await checkClock({ jump: () => 3_600_000 }, NOW, null)).key, "doctor.clock.jumped")
  assert.equal((await checkClock({ jump: () => -900 }, NOW, null)).key, "doctor.clock.jumped")
  const now = new Date()
  assert.equal((await checkClock(steady, now, db.read)).key, "doctor.clock.ok")
  clock.set(new Date(now.getTime() + 3_600_000))
  await db.transact((tx) => tx.record({ kind: "test.said", actor: "system:test", about: {}, audience: "all" }))
  assert.equal((await checkClock(steady, now, db.read)).key, "doctor.clock.behind")
  assert.equal((await checkClock(steady, new Date(now.getTime() + 7_200_000), db.read)).key, "doctor.clock.apart")
})

test("the intake and the relay are asked for their banner", async () => {
  const good = await answering("220 mail.example ESMTP\r\n")
  const busy = await answering("421 too many\r\n")
  const at = (port: number) => ({ host: "127.0.0.1", port })
  const relay = (port: number) => new URL(`smtp://127.0.0.1:${port}`)
  assert.equal((await checkIntake(at(good), true)).key, "doctor.smtp.ok")
  assert.equal((await checkIntake(at(busy), true)).key, "doctor.smtp.refuses")
  assert.equal((await checkIntake(at(1), true)).key, "doctor.smtp.silent")
  assert.equal((await checkIntake(at(1), false)).key, "doctor.smtp.stopped")
  assert.equal((await checkRelay(null)).key, "doctor.relay.none")
  assert.equal((await checkRelay(relay(good))).key, "doctor.relay.ok")
  assert.equal((await checkRelay(relay(busy))).key, "doctor.relay.refuses")
  assert.equal((await checkRelay(relay(1))).key, "doctor.relay.away")
})

test("a mailbox that can't be read is told in its own words", async () => {
  const { db } = await testDatabase()
  await sql`insert into inboxes (id, name, address, created_at) values ('018f0000-0000-7000-8000-000000000001', 'Care', 'care@shop.example', now())`.execute(
    db.read.sql,
  )
  const add = (folder: string, state: string, problem: string | null, missing: number) =>
    sql`insert into mailboxes (id, inbox_id, host, port, security, username, sealed_secret, folder, state, problem, missing, created_at)
      values (gen_random_uuid(), '018f0000-0000-7000-8000-000000000001', 'imap.example', 993, 'tls', 'care', '', ${folder}, ${state}, ${problem}, ${missing}, now())`.execute(
      db.read.sql,
    )
  await add("A", "idle", null, 0)
  await add("B", "idle", null, 3)
  await add("C", "failing", JSON.stringify({ code: "lost", values: { host: "imap.example" } }), 0)
  const findings = await checkMailboxes(db.read)
  assert.deepEqual(short(findings), ["ok doctor.mailbox.ok", "warn doctor.mailbox.missing", "fail mail.mailbox.problem.lost"])
  assert.match(say("en", findings[2]!.key, findings[2]!.values), /connection to imap\.example broke/)
})

test("sources that are due and wait are told while Vigie runs", async () => {
  const { db } = await testDatabase()
  assert.deepEqual(await checkListening(db.read, true), [], "nothing is listened to")
  await sql`
    insert into sources (id, kind, name, place, settings, state, state_since, next_at, created_by, created_at, updated_at)
    select gen_random_uuid(), 'feed', 'Feed ' || n, 'press', '{}', 'reading', now(), ${db.clock.now()}::timestamptz - n * interval '8 minutes', 'test', now(), now()
      from generate_series(0, 3) n`.execute(db.read.sql)
  const [behind] = await checkListening(db.read, true)
  assert.deepEqual([behind?.state, behind?.key, behind?.values], ["warn", "doctor.listening.behind", { count: 2, sources: 4, minutes: 24 }])
  assert.deepEqual(short(await checkListening(db.read, false)), ["ok doctor.listening.ok"], "at rest nothing is due")
})

test("mail that waits is told by how long, and mail that was set aside always: torn, or whole", async () => {
  const home = join(folder, "spooled")
  const clock = fixedClock(MONDAY_MORNING)
  const spool = new Spool(join(home, "spool"), clock)
  await spool.open()
  assert.deepEqual(short(await checkSpool(home, NOW, true)), ["ok doctor.spool.ok"])
  await spool.accept({}, Buffer.from("a"))
  assert.deepEqual(short(await checkSpool(home, NOW, true)), ["ok doctor.spool.waiting"])
  assert.deepEqual(short(await checkSpool(home, NOW, false)), ["warn doctor.spool.stopped"])
  const later = new Date(NOW.getTime() + 7 * 60_000)
  const [stuck] = await checkSpool(home, later, true)
  assert.equal(stuck!.key, "doctor.spool.stuck")
  assert.match(say("en", stuck!.key, stuck!.values), /for 7 min/)
  await spool.setAside(await spool.accept({}, Buffer.from("b")), "torn")
  assert.deepEqual(short(await checkSpool(home, later, true)), ["fail doctor.spool.torn", "fail doctor.spool.stuck"])
  await spool.setAside(await spool.accept({}, Buffer.from("c")), "unfilable")
  const found = await checkSpool(home, later, true)
  assert.deepEqual(short(found), ["fail doctor.spool.torn", "fail doctor.spool.unfilable", "fail doctor.spool.stuck"])
  assert.match(say("en", found[1]!.key, found[1]!.values), /1 accepted mail could not be filed and was set aside, whole/)
  await spool.close()
})

async function house(name: string): Promise<Config> {
  const config = readConfig({ VIGIE_HOME: join(folder, name), VIGIE_SMTP: "127.0.0.1:1", VIGIE_MIN_FREE_MB: "0" })
  await openHome(config.home)
  await loadKeys(config.home)
  return config
}

test("all of it is looked at, and damage is found where it is", async () => {
  const { db } = await testDatabase()
  const config = await house("whole")
  await db.transact((tx) => tx.record({ kind: "test.said", actor: "system:test", about: {}, audience: "all" }))
  const blobs = new FileBlobs(join(config.home, "blobs"))
  const name = await blobs.keep(Buffer.from("original"))
  const parts = { config, now: () => new Date(), openDatabase: async () => db }
  const expected = [
    "ok doctor.server.stopped",
    "fail doctor.database.unsafe",
    "ok doctor.disk.ok",
    "ok doctor.smtp.stopped",
    "warn doctor.relay.none",
    "ok doctor.spool.ok",
    "ok doctor.blobs.ok",
    "warn audit.noCheckpoint",
    "ok doctor.clock.ok",
  ]
  assert.deepEqual(short(await examine(parts)), expected)

  await writeFile(join(config.home, "blobs", name.slice(0, 2), name), "damaged!")
  await sql`alter table facts disable trigger user`.execute(db.read.sql)
  await sql`update facts set body = replace(body, 'said', 'sung') where seq = 1`.execute(db.read.sql)
  const held = await holdHome(config.home)
  const wrong = short(await examine(parts)).filter((line) => line.startsWith("fail"))
  await held.letGo()
  assert.deepEqual(wrong, ["fail doctor.database.unsafe", "fail doctor.smtp.silent", "fail doctor.blobs.damaged", "fail audit.altered"])
})

test("the doctor speaks without a database, and without a folder", async () => {
  const config = await house("no-database")
  const parts = { config, now: () => new Date(), openDatabase: () => Promise.reject(new Error("connect ECONNREFUSED")) }
  assert.ok(short(await examine(parts)).includes("fail doctor.database.away"))
  await mkdir(join(folder, "empty"))
  const nowhere = readConfig({ VIGIE_HOME: join(folder, "nowhere") })
  assert.deepEqual(short(await examine({ ...parts, config: nowhere })), ["fail doctor.home.missing"])
})
