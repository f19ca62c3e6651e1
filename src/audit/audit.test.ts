import assert from "node:assert/strict"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { sql } from "kysely"
import { advanceCheckpoint, auditApi, auditPage, auditVerdict, verifyAudit } from "#audit"
import { type Database, type Fact, Keys, newRouter, Problem, problemResponse } from "#platform"
import { LANGUAGES, say } from "#words"
import { closeAfterwards, testDatabase } from "../../test/support/database.ts"

const CASE = "01900000-0000-7000-8000-00000000000c"
const OTHER = "01900000-0000-7000-8000-00000000000d"
const keys = new Keys(Buffer.alloc(32, 7))

async function dataFolder(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "vigie-audit-"))
  closeAfterwards(() => rm(home, { recursive: true, force: true }))
  return home
}

function fact(n: number): Fact {
  return {
    kind: n % 3 ? "case.assigned" : "message.received",
    actor: n % 2 ? "agent:ines" : "system:intake",
    about: { case: n % 5 ? CASE : OTHER },
    audience: "all",
    data: { n, said: 'é "quoted" \\ %_' },
  }
}

async function record(db: Database, from: number, to: number): Promise<void> {
  await db.transact(async (tx) => {
    for (let n = from; n <= to; n++) await tx.record(fact(n))
  })
}

/** What somebody does who has the database's password. */
async function asIntruder(db: Database, ...statements: ReturnType<typeof sql>[]): Promise<void> {
  await sql`alter table facts disable trigger user`.execute(db.read.sql)
  for (const statement of statements) await statement.execute(db.read.sql)
  await sql`alter table facts enable trigger user`.execute(db.read.sql)
}

/** 40 facts, with a checkpoint after 30. */
async function recorded(): Promise<{ db: Database; home: string; found: () => Promise<unknown[]> }> {
  const { db } = await testDatabase()
  const home = await dataFolder()
  await record(db, 1, 30)
  await advanceCheckpoint(db.read, keys, home)
  await record(db, 31, 40)
  const found = async () => {
    const { problem, seq } = await verifyAudit(db.read, keys, home)
    return [problem, seq]
  }
  assert.deepEqual(await found(), [null, 40])
  return { db, home, found }
}

test("one byte of one fact", async () => {
  const { db, found } = await recorded()
  await asIntruder(db, sql`update facts set body = overlay(body placing 'x' from 30 for 1) where seq = 17`)
  assert.deepEqual(await found(), ["altered", 17])
})

test("one bit of one hash, two facts changed places, a fact taken out of the middle", async () => {
  const hash = await recorded()
  await asIntruder(hash.db, sql`update facts set hash = set_bit(hash, 0, 1 - get_bit(hash, 0)) where seq = 12`)
  assert.deepEqual(await hash.found(), ["altered", 12])
  const places = await recorded()
  await asIntruder(places.db, sql`update facts f set body = o.body from facts o where (f.seq, o.seq) in ((21, 22), (22, 21))`)
  assert.deepEqual(await places.found(), ["altered", 21])
  const middle = await recorded()
  await asIntruder(middle.db, sql`delete from facts where seq = 9`)
  assert.deepEqual(await middle.found(), ["missing", 9])
})

test("the last facts removed: as they stand, with the head set back, back to before the checkpoint, and all of them", async () => {
  const crude = await recorded()
  await asIntruder(crude.db, sql`delete from facts where seq > 38`)
  assert.deepEqual(await crude.found(), ["missing", 39])
  const setBack = (to: number) => [
    sql`delete from facts where seq > ${to}`,
    sql`update fact_head set seq = ${to}, hash = coalesce((select hash from facts where seq = ${to}), sha256('vigie'))`,
  ]
  const careful = await recorded()
  await asIntruder(careful.db, ...setBack(28))
  assert.deepEqual(await careful.found(), ["cut", 29])
  const all = await recorded()
  await asIntruder(all.db, ...setBack(0))
  assert.deepEqual(await all.found(), ["cut", 1])
  const sinceCheckpoint = await recorded()
  await advanceCheckpoint(sinceCheckpoint.db.read, keys, sinceCheckpoint.home)
  await asIntruder(sinceCheckpoint.db, ...setBack(39))
  assert.deepEqual(await sinceCheckpoint.found(), ["cut", 40])
})

test("everything written anew, whole in itself, is not what the checkpoint knows; and no checkpoint is moved onto it", async () => {
  const { db, home, found } = await recorded()
  const told = await sql<{ body: string }>`select body from facts order by seq`.execute(db.read.sql)
  const bodies = told.rows.map(({ body }, i) => (i === 4 ? body.replace("agent:ines", "agent:mallory") : body))
  assert.notDeepEqual(
    bodies,
    told.rows.map(({ body }) => body),
  )
  await asIntruder(
    db,
    sql`delete from facts`,
    sql`update fact_head set seq = 0, hash = sha256('vigie')`,
    sql`select seal_facts(${bodies}::text[])`,
  )
  assert.deepEqual(await found(), ["rewritten", 30])
  const before = await readFile(join(home, "audit-checkpoint.json"), "utf8")
  assert.equal((await advanceCheckpoint(db.read, keys, home)).problem, "rewritten")
  assert.equal(await readFile(join(home, "audit-checkpoint.json"), "utf8"), before)
  await rm(join(home, "audit-checkpoint.json"))
  assert.deepEqual(
    await verifyAudit(db.read, keys, home).then(({ problem, checkpoint }) => [problem, checkpoint]),
    [null, null],
    "without a checkpoint nobody can tell, and that is said",
  )
})

test("the head, and facts put after it", async () => {
  const head = await recorded()
  await asIntruder(head.db, sql`update fact_head set hash = sha256('other')`)
  assert.deepEqual(await head.found(), ["head", 41])
  const after = await recorded()
  await asIntruder(after.db, sql`insert into facts (seq, body, hash) values (41, '{}', sha256('x'))`)
  assert.deepEqual(await after.found(), ["head", 41])
  const none = await recorded()
  await asIntruder(none.db, sql`delete from fact_head`)
  assert.deepEqual(await none.found(), ["head", 0])
})

test("a checkpoint that was changed, or signed by another Vigie, is not believed", async () => {
  const { db, home, found } = await recorded()
  const path = join(home, "audit-checkpoint.json")
  const right = await readFile(path, "utf8")
  for (const wrong of [
    right.replace('"seq":30', '"seq":10'),
    right.replace(/"signature":"(..)[^"]*"/, '"signature":"$1"'),
    "{}",
    "",
    "null",
    right.slice(0, 80),
  ]) {
    await writeFile(path, wrong)
    assert.deepEqual(await found(), ["forged", 0], wrong)
  }
  await writeFile(path, right)
  assert.deepEqual(await found(), [null, 40])
  assert.equal((await verifyAudit(db.read, new Keys(Buffer.alloc(32, 8)), home)).problem, "forged")
})

test("a checkpoint moves with the record, and starts anew after an older state was restored", async () => {
  const { db, home, found } = await recorded()
  assert.equal((await advanceCheckpoint(db.read, keys, home)).checkpoint?.seq, 40)
  await asIntruder(
    db,
    sql`delete from facts where seq > 20`,
    sql`update fact_head set seq = 20, hash = (select hash from facts where seq = 20)`,
  )
  assert.deepEqual(await found(), ["cut", 21])
  assert.equal((await advanceCheckpoint(db.read, keys, home, { restart: true })).checkpoint?.seq, 20)
  assert.deepEqual(await found(), [null, 20])
})

test("what is recorded while the record is being verified disturbs nothing; an empty record holds", async () => {
  const { db } = await testDatabase()
  const home = await dataFolder()
  assert.deepEqual(await verifyAudit(db.read, keys, home), { problem: null, seq: 0, checkpoint: null })
  assert.equal((await advanceCheckpoint(db.read, keys, home)).checkpoint?.seq, 0)
  await record(db, 1, 5000)
  const [results] = await Promise.all([
    Promise.all(Array.from({ length: 5 }, () => verifyAudit(db.read, keys, home))),
    Promise.all(Array.from({ length: 20 }, (_, n) => record(db, n * 10, n * 10 + 9))),
  ])
  assert.deepEqual(new Set(results.map(({ problem }) => problem)), new Set([null]))
})

test("each finding is a sentence in both languages; without a checkpoint nothing is called good", () => {
  const problems = ["missing", "altered", "head", "cut", "rewritten", "forged", null] as const
  for (const problem of problems) {
    for (const checkpoint of [null, { seq: 3, at: new Date(0) }]) {
      const { good, key, values } = auditVerdict({ problem, seq: 7, checkpoint })
      assert.equal(good, problem === null && checkpoint !== null)
      for (const language of LANGUAGES) assert.notEqual(say(language, key, values), key)
    }
  }
})

test("the record is read a page at a time, by kind, actor and what it is about", async () => {
  const { db } = await testDatabase()
  await record(db, 1, 30)
  const seqs = async (query: Partial<Parameters<typeof auditPage>[1]>) =>
    (await auditPage(db.read, { limit: 100, ...query })).map(({ seq }) => seq)
  assert.deepEqual(await seqs({ limit: 3 }), [30, 29, 28])
  assert.deepEqual(await seqs({ limit: 3, after: 28 }), [27, 26, 25])
  assert.deepEqual(await seqs({ limit: 3, after: 28, order: "oldest" }), [29, 30])
  assert.deepEqual(await seqs({ kind: "message.received" }), [30, 27, 24, 21, 18, 15, 12, 9, 6, 3])
  assert.deepEqual(await seqs({ kind: "message" }), await seqs({ kind: "message.received" }))
  assert.deepEqual(await seqs({ kind: "messag" }), [])
  assert.deepEqual(await seqs({ about: OTHER, actor: "agent:ines" }), [25, 15, 5])
  assert.deepEqual(await seqs({ actor: "agent:%" }), [], "what is asked for is a text, not a pattern")
  assert.deepEqual(await seqs({ about: "quoted" }), [], "what facts say beside is not what they are about")
})

test("administrators read it over HTTP; nobody else does", async () => {
  const { db } = await testDatabase()
  await record(db, 1, 3)
  const ask = async (role: string, path: string) => {
    const app = newRouter<{ Variables: { actor: { role: string } } }>()
    app.use(async (c, next) => {
      c.set("actor", { role })
      await next()
    })
    app.route("/", auditApi({ db }))
    app.onError((error) => {
      if (error instanceof Problem) return problemResponse(error, (key) => key)
      throw error
    })
    const answer = await app.request(path)
    return { status: answer.status, body: JSON.parse(await answer.text()) }
  }
  for (const role of ["lead", "agent", "observer"]) assert.equal((await ask(role, "/api/audit")).status, 403, role)
  const first = await ask("admin", "/api/audit?limit=2")
  assert.deepEqual(
    first.body.items.map((i: { seq: number }) => i.seq),
    [3, 2],
  )
  assert.partialDeepStrictEqual(first.body.items[0], {
    kind: "message.received",
    actor: "agent:ines",
    about: { case: CASE },
    data: { n: 3 },
    at: "2026-11-02T08:00:00.000Z",
  })
  assert.match(first.body.items[0].hash, /^[0-9a-f]{64}$/)
  const second = await ask("admin", `/api/audit?limit=2&cursor=${first.body.next}`)
  assert.deepEqual([second.body.items.map((i: { seq: number }) => i.seq), second.body.next], [[1], null])
  assert.equal((await ask("admin", "/api/audit?kind=%25")).status, 422)
  assert.equal((await ask("admin", "/api/audit?about=nobody")).status, 422)
})
