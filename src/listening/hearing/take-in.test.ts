import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { Worker } from "node:worker_threads"
import { sql } from "kysely"
import { systemActor } from "#people"
import { silentLog, type Database } from "#platform"
import { testDatabase } from "../../../test/support/database.ts"
import { until } from "../../../test/support/house.ts"
import { said } from "../fair.fixture.ts"
import { gatherKept } from "../gathering/gather-kept.ts"
import { Gatherer } from "../gathering/gatherer.ts"
import { room } from "../tables.ts"
import type { Text } from "../text/text.ts"
import { addWatch, changeWatch } from "../watches/define-watch.ts"
import { LiveMatcher, type Matched } from "./live-matcher.ts"
import { type Hearing, takeIn } from "./take-in.ts"

const TEST = systemActor("test")
let db: Database
let source: string
before(async () => {
  ;({ db } = await testDatabase())
  source = "01a19b45-b800-7000-8000-000000000001"
  const at = db.clock.now()
  const row = {
    id: source,
    kind: "fair",
    name: "Fair",
    place: "forum",
    settings: "{}",
    sealed_secret: null,
    state: "reading",
    state_since: at,
  } as const
  await db.transact((tx) =>
    room(tx)
      .insertInto("sources")
      .values({ ...row, next_at: null, created_by: "test", created_at: at, updated_at: at })
      .execute(),
  )
})

const opened: LiveMatcher[] = []
after(() => Promise.all(opened.map((matcher) => matcher.close())))

function hearing(matcher = new LiveMatcher(db, silentLog)): Hearing {
  opened.push(matcher)
  const others: Hearing["others"] = (heard) => Promise.resolve(heard)
  return { db, matcher, others, languagesOf: (texts) => Promise.resolve(texts.map(() => "fr")), after: [], taken: () => {} }
}

const kept = async () =>
  (
    await sql<{ key: string; watches: number }>`
    select m.key, (select count(*)::int from watch_mentions w where w.mention_id = m.id) as watches from mentions m order by m.key`.execute(
      db.read.sql,
    )
  ).rows
const everything = (...heard: ReturnType<typeof said>[]) => ({ heard, gone: [], keeps: "all" as const })

test("what was heard and the cursor are kept together or not at all", async () => {
  const cut = takeIn(hearing(), source, everything(said("a", "Un bouquet")), () => Promise.reject(new Error("the plug is pulled")))
  await assert.rejects(cut, /plug/)
  assert.deepEqual(await kept(), [])
  const done = await takeIn(hearing(), source, everything(said("a", "Un bouquet"), said("a", "Un bouquet")))
  assert.deepEqual([done?.added.length, await kept()], [1, [{ key: "a", watches: 0 }]])
})

test("a watch that changes between matching and keeping hears by its new query", async () => {
  const watch = await db.transact((tx) => addWatch(TEST, tx, { name: "Fleurs", query: "tulipe" }))
  class Interrupted extends LiveMatcher {
    #changed = false
    override async match(texts: readonly Text[]): Promise<Matched> {
      const found = await super.match(texts)
      if (!this.#changed) await db.transact((tx) => changeWatch(TEST, tx, watch.id, { query: "pivoine" }))
      this.#changed = true
      return found
    }
  }
  await takeIn(hearing(new Interrupted(db, silentLog)), source, everything(said("b", "Une tulipe"), said("c", "Une pivoine")))
  assert.deepEqual((await kept()).slice(1), [
    { key: "b", watches: 0 },
    { key: "c", watches: 1 },
  ])
})

test("a matcher whose thread dies opens another and loads the watches again", async () => {
  const matcher = hearing().matcher
  assert.equal((await matcher.match([{ text: "pivoine" }])).watches[0]!.length, 1)
  await assert.rejects(matcher.match(JSON.parse("[null]")))
  assert.equal((await matcher.match([{ text: "pivoine" }])).watches[0]!.length, 1)
})

test("a thread that dies while changed watches are read costs the others nothing", async () => {
  const names: string[] = []
  const matcher = hearing(new LiveMatcher(db, { ...silentLog, warn: (event) => void names.push(event) })).matcher
  let worker: Worker | undefined
  process.once("worker", (one) => (worker = one))
  assert.equal((await matcher.match([{ text: "pivoine" }])).watches[0]!.length, 1)
  const added = await db.transact((tx) => addWatch(TEST, tx, { name: "Jonquilles", query: "jonquille" }))
  const holding = await db.pool.connect()
  await holding.query("begin; lock table watches in access exclusive mode")
  const refreshed = matcher.refresh()
  const ended = worker?.terminate()
  const matching = matcher.match([{ text: "pivoine" }, { text: "jonquille" }])
  await ended
  await until("its end is known", async () => names.includes("listening.matcher-died") || null)
  await holding.query("commit")
  holding.release()
  await refreshed
  const { watches } = await matching
  assert.deepEqual([watches[0]!.length, watches[1]!.map(({ id }) => id)], [1, [added.id]])
})

test("what is deleted while it is being gathered leaves no words behind", async () => {
  const gatherer = new Gatherer(db, silentLog)
  const gathered: Hearing = { ...hearing(), after: [(tx, { kept: one }) => gatherKept(tx, one)] }
  await takeIn(gathered, source, everything({ ...said("recanted", "Un iris que je retire"), title: "Un titre que je retire" }))
  let commit = (): void => {}
  const held = new Promise<void>((resolve) => (commit = resolve))
  const deleting = takeIn(gathered, source, { heard: [], gone: ["recanted"], keeps: "all" }, () => held)
  const waits = (event: string, state: string) => async () => {
    const found = `select from pg_stat_activity where datname = current_database() and ${event} and state = '${state}'`
    return (await db.pool.query(found)).rowCount! > 0 || null
  }
  await until("the deletion is under way", waits("wait_event = 'ClientRead' and xact_start is not null", "idle in transaction"))
  const settled = gatherer.settled()
  await until("gathering waits for it", waits("wait_event_type = 'Lock'", "active"))
  commit()
  await Promise.all([deleting, settled])
  const left = await sql<{ readings: number; headlines: number; waiting: number }>`
    select (select count(*)::int from mention_readings) as readings, (select count(*)::int from story_headlines) as headlines,
           (select count(*)::int from story_queue) as waiting`.execute(db.read.sql)
  assert.deepEqual(left.rows, [{ readings: 0, headlines: 0, waiting: 0 }])
  await gatherer.close()
})

test("a firehose keeps only what a watch wants", async () => {
  const before = (await kept()).length
  await takeIn(hearing(), source, { ...everything(said("d", "Rien"), said("e", "Des pivoines, une pivoine")), keeps: "matched" })
  assert.deepEqual((await kept()).slice(before), [{ key: "e", watches: 1 }])
})

test("a count of followers or a date that no table takes doesn't stop what came with it", async () => {
  const author = (followers: number, since: Date | null = null) => ({ key: "k", name: "K", handle: null, url: null, followers, since })
  const heard = [
    { ...said("many", "Beaucoup"), author: author(5_000_000_000, new Date("0000-06-01T00:00:00Z")) },
    { ...said("half", "La moitié"), author: author(1.5), publishedAt: new Date("+010000-01-01T00:00:00Z") },
    { ...said("less", "Moins que rien"), author: author(-1), publishedAt: new Date("-000001-01-01T00:00:00Z") },
  ]
  await takeIn(hearing(), source, everything(...heard))
  const rows = await room(db.read)
    .selectFrom("mentions")
    .select(["key", "author_followers", "author_since", "published_at"])
    .where("key", "in", ["many", "half", "less"])
    .orderBy("author_followers")
    .execute()
  const none = { author_since: null, published_at: null }
  const many = rows.pop()
  assert.deepEqual([many?.author_followers, many?.author_since], [2_147_483_647, null])
  assert.deepEqual(rows, [
    { key: "less", author_followers: 0, ...none },
    { key: "half", author_followers: 1, ...none },
  ])
})

test("what was read of a place that isn't the source's any more isn't kept, nor its cursor", async () => {
  const heard = { ...everything(said("elsewhere", "Ailleurs")), isStill: () => false }
  assert.equal(await takeIn(hearing(), source, heard, () => Promise.reject(new Error("the cursor is written"))), null)
  assert.ok(!(await kept()).some(({ key }) => key === "elsewhere"))
})
