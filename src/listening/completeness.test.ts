import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import { DAY, HOUR, MINUTE } from "#platform"
import type { Json } from "../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../test/support/inside.ts"
import { learnPast } from "./alarms/learn-past.ts"
import { SURGE } from "./surges/settings.ts"
import { SurgeDetector } from "./surges/surge-detector.ts"
import { room } from "./tables.ts"

let inside: InsideHouse
let lead: string
let watch: string
before(async () => {
  inside = await openInside()
  inside.clock.advance(30 * MINUTE)
  lead = await inside.token("lead")
  watch = (await must("POST", "/api/watches", { name: "Lilas", query: "lilas" })).id
  const said = (key: string, text: string, ago: number) => ({ key, text, publishedAt: past(ago).toISOString() })
  await must("POST", "/api/mentions", {
    source: "Forum",
    mentions: [said("1", "Du lilas", 2 * HOUR), said("2", "Du lilas", 20 * DAY + HOUR), said("3", "Du lilas", 19 * DAY)],
  })
  await must("POST", "/api/mentions", { source: "Gazette", mentions: [said("1", "Des roses", 2 * HOUR)] })
})

async function must(method: string, path: string, body?: unknown): Promise<Json> {
  const answer = await inside.api(path, { token: lead, method, ...(body === undefined ? {} : { body }) })
  assert.ok(answer.status < 300, `${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
const past = (ago: number): Date => new Date(inside.clock.now().getTime() - ago)
/** As if it were a feed that was there for sixty days and was read in these stretches, days ago. */
async function wasRead(name: string, state: string, stretches: readonly (readonly [number, number])[]): Promise<void> {
  await inside.db.transact(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      update sources set kind = 'feed', state = ${state}, next_at = ${inside.clock.now()}, created_at = ${past(60 * DAY)}
       where name = ${name} returning id`.execute(tx.sql)
    const id = rows[0]!.id
    await sql`delete from source_coverage where source_id = ${id}`.execute(tx.sql)
    for (const [from, to] of stretches)
      await sql`insert into source_coverage values (${id}, ${past(from * DAY)}, ${past(to * DAY)})`.execute(tx.sql)
  })
}
const counted = (days: number, step: string) =>
  must("GET", `/api/watches/${watch}/counts?step=${step}&from=${past(days * DAY).toISOString()}`)
const covered = async (days: number) => (await must("GET", `/api/watches/${watch}/coverage?from=${past(days * DAY).toISOString()}`)).items

test("a source that was down before the day or the week began was not read in it, and is said", async () => {
  await wasRead("Forum", "failing", [[60, 10]])
  await wasRead("Gazette", "reading", [[60, 0]])
  for (const [days, step] of [
    [1, "hour"],
    [7, "day"],
  ] as const) {
    const { items, sources } = await counted(days, step)
    assert.ok(
      items.every(({ complete }: Json) => complete === false),
      `${days} days`,
    )
    assert.equal(sources, 2, "one that brought nothing is listened to as well")
    const forum = (await covered(days)).find(({ name }: Json) => name === "Forum")
    assert.deepEqual(forum.gaps, [{ from: past(10 * DAY).toISOString(), to: inside.clock.now().toISOString() }])
  }
  const voices = await must("GET", `/api/voices?watches=${watch}&from=${past(DAY).toISOString()}`)
  assert.deepEqual([voices.complete, voices.sources], [false, 2])
})

test("an outage that began before the week and ended in it breaks that part of it alone", async () => {
  await wasRead("Forum", "reading", [
    [60, 10],
    [3, 0],
  ])
  const { items } = await counted(7, "day")
  const broken = items.map(({ complete }: Json) => complete)
  assert.deepEqual([broken.at(0), broken.at(3), broken.at(-2), broken.at(-1)], [false, false, true, true])
})

test("a source that never brought the watch anything is told when it wasn't read; one never read at all, too", async () => {
  await wasRead("Forum", "reading", [[60, 0]])
  await wasRead("Gazette", "failing", [[60, 10]])
  assert.equal((await counted(1, "hour")).items.at(-1).complete, false)
  await wasRead("Gazette", "failing", [])
  const gazette = (await covered(7)).find(({ name }: Json) => name === "Gazette")
  assert.deepEqual([gazette.posts, gazette.gaps.length], [0, 1])
  assert.equal((await counted(7, "day")).items.at(0).complete, false)
  await wasRead("Gazette", "reading", [[60, 0]])
  assert.equal((await counted(7, "day")).items.at(0).complete, true)
})

test("from a time in which nothing was read nothing is learnt, whenever it began", async () => {
  await wasRead("Forum", "reading", [
    [60, 20],
    [1, 0],
  ])
  const of = await room(inside.db.read).selectFrom("watches").selectAll().where("id", "=", watch).executeTakeFirstOrThrow()
  const to = past(0)
  const learnt = await learnPast(inside.db.read, of, to)
  const expected = new SurgeDetector()
  const first = Math.floor(past(20 * DAY + HOUR).getTime() / SURGE.interval) * SURGE.interval
  for (let at = first; at < to.getTime(); at += SURGE.interval) {
    const isSilent = at + 5 * MINUTE > past(20 * DAY).getTime() && at < past(DAY).getTime()
    const said = [2 * HOUR, 20 * DAY + HOUR].some((ago) => Math.floor(past(ago).getTime() / SURGE.interval) * SURGE.interval === at)
    expected.push(isSilent ? { posts: null } : said ? { posts: 1, people: 1 } : { posts: 0, people: 0 })
  }
  assert.deepEqual(learnt.state, expected.state)
})

test("a source that was removed before this time counts where it brought something that was said in it, and nowhere else", async () => {
  const other = (await must("POST", "/api/watches", { name: "Roses", query: "roses" })).id
  const tell = (source: string, key: string, text: string, ago: number) =>
    must("POST", "/api/mentions", { source, mentions: [{ key, text, publishedAt: past(ago).toISOString() }] })
  for (const source of ["Ancien", "Archive", "Journal"]) await tell(source, "early", "Du lilas et des roses", 25 * DAY)
  await tell("Archive", "late", "Du lilas", 2 * DAY)
  await tell("Journal", "late", "Des roses", 2 * DAY)
  const before = (await counted(7, "day")).sources
  await inside.db.transact((tx) =>
    sql`update sources set removed_at = ${past(10 * DAY)} where name in ('Ancien', 'Archive', 'Journal')`.execute(tx.sql),
  )
  assert.equal((await counted(7, "day")).sources, before - 2)
  const names = (await covered(7)).map(({ name }: Json) => name)
  assert.deepEqual(
    ["Ancien", "Archive", "Journal"].map((name) => names.includes(name)),
    [false, true, false],
  )
  assert.equal((await counted(30, "day")).sources, before, "it was there in the month")
  const voices = await must("GET", `/api/voices?watches=${watch},${other}&from=${past(7 * DAY).toISOString()}`)
  assert.equal(voices.sources, before - 1, "of all watches together, each source once")
})
