import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import { type Database, type Log, MINUTE, type MovableClock, silentLog } from "#platform"
import { closeAfterwards, testDatabase } from "../../../test/support/database.ts"
import { said } from "../fair.fixture.ts"
import { LiveMatcher } from "../hearing/live-matcher.ts"
import { type Hearing, takeIn } from "../hearing/take-in.ts"
import { listEvents } from "../sources/list-events.ts"
import { room } from "../tables.ts"
import { UnderstandingThread } from "../understanding/understanding-thread.ts"
import { gatherKept } from "./gather-kept.ts"
import { Gatherer } from "./gatherer.ts"

const SOURCE = "01a19b45-b800-7000-8000-000000000001"
let db: Database
let clock: MovableClock
let hearing: Hearing
const told: string[] = []
const log: Log = { ...silentLog, error: (event, fields) => void told.push(`${event} ${String(fields?.["mention"])}`) }
before(async () => {
  ;({ db, clock } = await testDatabase())
  const at = db.clock.now()
  const row = { id: SOURCE, kind: "fair", name: "Fair", place: "forum", settings: "{}", sealed_secret: null, state: "reading" } as const
  const times = { state_since: at, next_at: null, created_by: "test", created_at: at, updated_at: at }
  await db.transact((tx) =>
    room(tx)
      .insertInto("sources")
      .values({ ...row, ...times })
      .execute(),
  )
  const matcher = new LiveMatcher(db, silentLog)
  closeAfterwards(() => matcher.close())
  const languagesOf: Hearing["languagesOf"] = (texts) => Promise.resolve(texts.map(() => "fr"))
  const after: Hearing["after"] = [(tx, { kept }) => gatherKept(tx, kept)]
  hearing = { db, matcher, others: (heard) => Promise.resolve(heard), languagesOf, after, taken: () => {} }
})

function opened(gatherer: Gatherer): Gatherer {
  closeAfterwards(() => gatherer.close())
  return gatherer
}

const hear = (...heard: ReturnType<typeof said>[]) => takeIn(hearing, SOURCE, { heard, gone: [], keeps: "all" })
async function keysOf(from: "story_mentions" | "story_queue"): Promise<string[]> {
  const found = await sql<{ key: string }>`
    select m.key from ${sql.table(from)} q join mentions m on m.id = q.mention_id order by m.key`.execute(db.read.sql)
  return found.rows.map(({ key }) => key)
}

test("an article whose address hides a NUL, and a title cut in the middle of a letter, are gathered like others", async () => {
  const gatherer = opened(new Gatherer(db, log))
  await hear(
    { ...said("nul", "Texte"), title: "Tout autre chose", url: "https://g.example/rappel%00des-poussettes-chez-belami-demain" },
    { ...said("half", "Texte"), title: `${"a".repeat(499)}😀` },
    said("plain", "Un bouquet"),
  )
  await gatherer.settled()
  assert.deepEqual(await keysOf("story_mentions"), ["half", "nul", "plain"])
  const { rows } = await sql<{ headline: string }>`select headline from story_headlines where seen_as = 'address'`.execute(db.read.sql)
  assert.deepEqual(rows, [{ headline: "rappel des poussettes chez belami demain" }])
  assert.deepEqual(told, [])
})

test("what can't be written down is set aside with a line on its source's page; what waits behind it is gathered", async () => {
  const gatherer = opened(new Gatherer(db, log))
  await sql`alter table story_headlines add constraint poison check (headline <> 'Poison') not valid`.execute(db.read.sql)
  await hear({ ...said("poison", "Mauvais"), title: "Poison" }, said("behind", "Une pivoine"))
  await gatherer.settled()
  assert.deepEqual([await keysOf("story_queue"), (await keysOf("story_mentions")).includes("behind")], [["poison"], true])
  for (let n = 0; n < 6; n++) {
    clock.advance(11 * MINUTE)
    await gatherer.settled()
  }
  assert.equal(told.length, 5, "it is tried five times, and each time is logged")
  const [event] = await listEvents(db.read, SOURCE, 1, null)
  assert.deepEqual([event?.code, event?.detail.values], ["set-aside", { what: "https://fair.example/poison" }])
  await hear({ ...said("poison", "Meilleur"), title: "Remède" })
  await gatherer.settled()
  assert.deepEqual(await keysOf("story_queue"), [], "once it was edited it is tried again")
})

test("a text over which the thread hangs costs itself alone", async () => {
  const limit = { many: 2000, one: 1000 }
  const gatherer = opened(new Gatherer(db, log, () => new UnderstandingThread({ script: "hanging.fixture.ts", limit })))
  await hear(said("first", "Un iris"), said("endless", "Un texte sans fin"), said("last", "Un lis"))
  await gatherer.settled()
  const placed = await keysOf("story_mentions")
  assert.deepEqual([await keysOf("story_queue"), placed.includes("first"), placed.includes("last")], [["endless"], true, true])
})
