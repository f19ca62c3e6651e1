import assert from "node:assert/strict"
import { createHash, randomBytes } from "node:crypto"
import { access, appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import { gunzipSync, gzipSync } from "node:zlib"
import { sql } from "kysely"
import {
  type Address,
  type Config,
  Database,
  FileBlobs,
  fixedClock,
  Jobs,
  loadKeys,
  openHome,
  readConfig,
  silentLog,
  Spool,
  systemClock,
} from "#platform"
import { closeAfterwards, MONDAY_MORNING, testDatabase } from "../../../test/support/database.ts"
import { administer } from "../../../test/support/server.ts"
import { backUp } from "./back-up.ts"
import { checkRestored } from "./check-restored.ts"
import type { Manifest } from "./manifest.ts"
import { restore } from "./restore.ts"

const folder = await mkdtemp(join(tmpdir(), "backup-"))
after(() => rm(folder, { recursive: true }))

const configFor = (name: string): Config => readConfig({ VIGIE_HOME: join(folder, name) })
const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

/** A house with something in every corner: facts, odd characters, counters, jobs, blobs, spool, secrets. */
async function furnished() {
  const { db, address } = await testDatabase()
  const config = configFor(`from-${randomBytes(4).toString("hex")}`)
  await openHome(config.home)
  await loadKeys(config.home)
  await db.transact((tx) => tx.record({ kind: "test.said", actor: "system:test", about: {}, audience: "all", data: { text: "é\t\n\\N" } }))
  await sql`insert into contacts (id, name, note, created_at, updated_at)
    select gen_random_uuid(), 'Camille ' || n, E'line\nline\ttab \\ back “é” ' || n, now(), now() from generate_series(1, 3000) n`.execute(
    db.read.sql,
  )
  await sql`insert into conversations (id, channel, inbox_ids, created_at, last_message_at)
    select gen_random_uuid(), 'mail', '{}', now(), now() from generate_series(1, 7)`.execute(db.read.sql)
  const blobs = new FileBlobs(join(config.home, "blobs"))
  const kept = await Promise.all([1, 900, 5_000_000].map((size) => blobs.keep(randomBytes(size))))
  const spool = new Spool(join(config.home, "spool"), fixedClock(MONDAY_MORNING))
  await spool.open()
  const spooled = await spool.accept({ from: "ines@okafor.example" }, Buffer.from("Subject: hello\r\n\r\nhello"))
  await spool.close()
  return { db, address, config, kept, spooled, host: (address as { host: string }).host }
}

async function emptyDatabase(host: string): Promise<Address> {
  const database = `t_${randomBytes(6).toString("hex")}`
  await administer(host, `create database ${database}`)
  closeAfterwards(() => administer(host, `drop database ${database} with (force)`))
  return { host, database }
}

async function restored(file: string, host: string, home = `to-${randomBytes(4).toString("hex")}`) {
  const config = configFor(home)
  const address = await emptyDatabase(host)
  let manifest: Manifest | null = null
  const check = async (_: Database, found: Manifest) => {
    manifest = found
    return true
  }
  assert.equal(await restore(file, { config, log: silentLog, startDatabase: async () => address, check }), true)
  const db = new Database(address, systemClock, { connections: 2 })
  closeAfterwards(() => db.close())
  return { db, manifest: manifest!, config }
}

test("what is backed up comes back: every row, counter, job, blob, spooled mail and secret", async () => {
  const { db, config, kept, spooled, host } = await furnished()
  const jobs = new Jobs(db, silentLog)
  await jobs.open()
  await db.transact((tx) => jobs.putBack(tx, "test.later", { n: 7 }, new Date("2030-01-01T00:00:00Z")))
  await jobs.close()
  const file = join(folder, "whole.vigie")
  await backUp(file, { config, db })
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  const to = await restored(file, host)
  const { wrong, originals } = await checkRestored(to.db, to.config.home, to.manifest)
  assert.deepEqual({ wrong, originals }, { wrong: [], originals: 3 })

  for (const table of ["facts", "fact_head", "contacts", "conversations", "repeated_requests"]) {
    const rows = async ({ read }: Database) =>
      (
        await sql<{
          rows: string
        }>`select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') || count(*) as rows from ${sql.table(table)} t`.execute(
          read.sql,
        )
      ).rows
    assert.deepEqual(await rows(to.db), await rows(db), table)
  }
  const next = await sql<{ short: number }>`insert into conversations (id, channel, inbox_ids, created_at, last_message_at)
    values (gen_random_uuid(), 'mail', '{}', now(), now()) returning short`.execute(to.db.read.sql)
  assert.equal(next.rows[0]?.short, 8)
  const job = await sql<{
    name: string
    data: object
    at: Date
  }>`select name, data, start_after as at from jobs.job where name = 'test.later'`.execute(to.db.read.sql)
  assert.deepEqual(job.rows, [{ name: "test.later", data: { n: 7 }, at: new Date("2030-01-01T00:00:00Z") }])
  for (const name of kept) assert.equal(sha(await new FileBlobs(join(to.config.home, "blobs")).read(name)), name)
  const spool = new Spool(join(to.config.home, "spool"), systemClock)
  assert.deepEqual((await spool.read(spooled)).envelope, { from: "ines@okafor.example" })
  assert.equal(await readFile(join(to.config.home, "secret"), "utf8"), await readFile(join(config.home, "secret"), "utf8"))
  await openHome(to.config.home)
  await assert.rejects(sql`update facts set body = ''`.execute(to.db.read.sql), /written once/)
})

test("a backup taken while others write is of one moment", async () => {
  const { db, config, host } = await furnished()
  let stop = false
  const writing = (async () => {
    for (let n = 0; !stop; n++) {
      await db.transact(async (tx) => {
        await tx.record({ kind: "test.said", actor: "system:test", about: {}, audience: "all", data: { n } })
        await sql`insert into contacts (id, name, created_at, updated_at) values (gen_random_uuid(), 'Amadou', now(), now())`.execute(
          tx.sql,
        )
      })
    }
  })()
  const file = join(folder, "running.vigie")
  await backUp(file, { config, db })
  stop = true
  await writing
  const to = await restored(file, host)
  const counts = await sql<{ said: number; written: number; last: number }>`
    select (select count(*) - 1 from facts) as said, (select count(*) from contacts where name = 'Amadou') as written, (select seq - 1 from fact_head) as last`.execute(
    to.db.read.sql,
  )
  const { said, written, last } = counts.rows[0]!
  assert.deepEqual([written, last], [said, said])
})

test("an occupied place is refused, and nothing in it is touched", async () => {
  const { db, config, host, address } = await furnished()
  const file = join(folder, "refused.vigie")
  await backUp(file, { config, db })
  await mkdir(join(folder, "occupied"))
  await writeFile(join(folder, "occupied", "letter.txt"), "mine")
  await assert.rejects(restored(file, host, "occupied"), { key: "restore.homeNotEmpty" })
  assert.deepEqual(await readdir(join(folder, "occupied")), ["letter.txt"])
  const start = { config: configFor("other-database"), log: silentLog, startDatabase: async () => address, check: async () => true }
  await assert.rejects(restore(file, start), { key: "restore.databaseNotEmpty" })
  await assert.rejects(openHome(start.config.home), /was interrupted/)
  await assert.rejects(restore(file, start), { key: "restore.interrupted" })
})

test("a damaged or torn backup is refused before anything is written", async () => {
  const { db, config, host } = await furnished()
  const file = join(folder, "whole2.vigie")
  await backUp(file, { config, db })
  const whole = await readFile(file)
  const refused = async (bytes: Buffer, key: string) => {
    await writeFile(join(folder, "bad.vigie"), bytes)
    await assert.rejects(restored(join(folder, "bad.vigie"), host, "bad"), { key })
    await assert.rejects(access(join(folder, "bad")))
  }
  await refused(whole.subarray(0, whole.length - 1), "restore.torn")
  await refused(whole.subarray(0, 5000), "restore.torn")
  await refused(Buffer.from("not a backup"), "restore.torn")
  const plain = gunzipSync(whole)
  const turned = Buffer.from(plain)
  const inText = plain.indexOf("Camille 77")
  turned[inText] = turned[inText]! ^ 1
  await refused(gzipSync(turned), "restore.damaged")
  const newer = Buffer.from(plain.toString("latin1").replaceAll('"format":1', '"format":9'), "latin1")
  await refused(gzipSync(newer), "restore.unknownFormat")
})

test("a backup that fails leaves the one before it", async () => {
  const { db, config } = await furnished()
  const file = join(folder, "kept.vigie")
  await backUp(file, { config, db })
  const before = sha(await readFile(file))
  await sql`drop table migrations`.execute(db.read.sql)
  await assert.rejects(backUp(file, { config, db }), /migrations/)
  assert.equal(sha(await readFile(file)), before)
  await assert.rejects(access(`${file}.part`))
})

test("a restore that doesn't pass its check can't be started on", async () => {
  const { db, config, host } = await furnished()
  const file = join(folder, "unchecked.vigie")
  await backUp(file, { config, db })
  const to = configFor("unchecked")
  assert.equal(
    await restore(file, { config: to, log: silentLog, startDatabase: () => emptyDatabase(host), check: async () => false }),
    false,
  )
  await assert.rejects(openHome(to.home), /was interrupted/)
})

test("damage after a restore is seen by its own check", async () => {
  const { db, config, host, kept } = await furnished()
  const file = join(folder, "checked.vigie")
  await backUp(file, { config, db })
  const to = await restored(file, host)
  const blob = join(to.config.home, "blobs", kept[1]!.slice(0, 2), kept[1]!)
  await appendFile(blob, "x")
  await sql`delete from contacts where name = 'Camille 3'`.execute(to.db.read.sql)
  const { wrong } = await checkRestored(to.db, to.config.home, to.manifest)
  assert.deepEqual(wrong.map(({ key }) => key).sort(), ["restore.wrongBlob", "restore.wrongRows"])
  await truncate(blob, 900)
})
