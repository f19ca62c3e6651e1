import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import { type Log, MINUTE, silentLog } from "#platform"
import { closeAfterwards, testDatabase } from "../../../test/support/database.ts"
import { said } from "../fair.fixture.ts"
import { listEvents } from "../sources/list-events.ts"
import { UnderstandingThread } from "../understanding/understanding-thread.ts"
import { Gatherer } from "./gatherer.ts"
import { type Fair, openFair, SOURCE } from "./gathering.fixture.ts"

let fair: Fair
const told: string[] = []
const log: Log = { ...silentLog, error: (event, fields) => void told.push(`${event} ${String(fields?.["mention"])}`) }
before(async () => {
  fair = await openFair(await testDatabase(), closeAfterwards)
})

function opened(gatherer: Gatherer): Gatherer {
  closeAfterwards(() => gatherer.close())
  return gatherer
}

test("an article whose address hides a NUL, and a title cut in the middle of a letter, are gathered like others", async () => {
  const gatherer = opened(new Gatherer(fair.db, log))
  await fair.hear(
    { ...said("nul", "Texte"), title: "Tout autre chose", url: "https://g.example/rappel%00des-poussettes-chez-belami-demain" },
    { ...said("half", "Texte"), title: `${"a".repeat(499)}😀` },
    said("plain", "Un bouquet"),
  )
  await gatherer.settled()
  assert.deepEqual(await fair.keysOf("story_mentions"), ["half", "nul", "plain"])
  const { rows } = await sql<{ headline: string }>`select headline from story_headlines where seen_as = 'address'`.execute(fair.db.read.sql)
  assert.deepEqual(rows, [{ headline: "rappel des poussettes chez belami demain" }])
  assert.deepEqual(told, [])
})

test("what can't be written down is set aside with a line on its source's page; what waits behind it is gathered", async () => {
  const gatherer = opened(new Gatherer(fair.db, log))
  await sql`alter table story_headlines add constraint poison check (headline <> 'Poison') not valid`.execute(fair.db.read.sql)
  await fair.hear({ ...said("poison", "Mauvais"), title: "Poison" }, said("behind", "Une pivoine"))
  await gatherer.settled()
  assert.deepEqual([await fair.keysOf("story_queue"), (await fair.keysOf("story_mentions")).includes("behind")], [["poison"], true])
  for (let n = 0; n < 6; n++) {
    fair.clock.advance(11 * MINUTE)
    await gatherer.settled()
  }
  assert.equal(told.length, 5, "it is tried five times, and each time is logged")
  const [event] = await listEvents(fair.db.read, SOURCE, 1, null)
  assert.deepEqual([event?.code, event?.detail.values], ["set-aside", { what: "https://fair.example/poison" }])
  await fair.hear({ ...said("poison", "Meilleur"), title: "Remède" })
  await gatherer.settled()
  assert.deepEqual(await fair.keysOf("story_queue"), [], "once it was edited it is tried again")
})

test("a text over which the thread hangs costs itself alone", async () => {
  const limit = { many: 2000, one: 1000 }
  const script = new URL("../understanding/hanging.fixture.ts", import.meta.url)
  const gatherer = opened(new Gatherer(fair.db, log, () => new UnderstandingThread({ script, limit })))
  await fair.hear(said("first", "Un iris"), said("endless", "Un texte sans fin"), said("last", "Un lis"))
  await gatherer.settled()
  const placed = await fair.keysOf("story_mentions")
  assert.deepEqual([await fair.keysOf("story_queue"), placed.includes("first"), placed.includes("last")], [["endless"], true, true])

  await fair.hear(said("first", "Un iris sans fin"), said("next", "Un glaïeul"))
  await gatherer.settled()
  assert.deepEqual(await fair.keysOf("story_queue"), ["endless", "first"], "one that was placed, and edited since, isn't learnt either")
  assert.ok((await fair.keysOf("story_mentions")).includes("next"))
})
