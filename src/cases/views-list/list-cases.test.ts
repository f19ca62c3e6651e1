import assert from "node:assert/strict"
import { randomUUID } from "node:crypto"
import { beforeEach, test } from "node:test"
import { sql } from "kysely"
import { testDatabase, type TestDatabase } from "../../../test/support/database.ts"
import { type FiledCase, fileCase } from "../../../test/support/filed.ts"
import type { InboxRights, PersonActor } from "#people"
import { HOUR } from "#platform"
import { countViews, foldTally } from "./counts.ts"
import { type CaseFilters, listCases } from "./list-cases.ts"
import { type ViewName, VIEWS } from "./view-names.ts"

const [CARE, PRESS, CAMILLE, AMADOU] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
let house: TestDatabase
beforeEach(async () => {
  house = await testDatabase()
})

const agent = (id: string = CAMILLE, inboxes: InboxRights = "every"): PersonActor => ({
  kind: "agent",
  id,
  ref: `agent:${id}`,
  role: "agent",
  name: "Camille Rousseau",
  language: "fr",
  timeZone: "Europe/Paris",
  teams: [],
  inboxes,
})
const file = (given: Partial<FiledCase> = {}) => house.db.transact((tx) => fileCase(tx, { inboxes: [CARE], ...given }))
const list = async (filters: CaseFilters, actor = agent()) => (await listCases(actor, house.db.read, filters, { limit: 50 })).ids
const hoursAgo = (hours: number) => new Date(house.clock.now().getTime() - hours * HOUR)

test("each view shows its cases and no others, and counts what it shows", async () => {
  const mine = await file({ owner: CAMILLE, at: hoursAgo(1) })
  const theirs = await file({ owner: AMADOU, followers: [CAMILLE], at: hoursAgo(2) })
  const nobodys = await file({ category: "new", waitingSince: hoursAgo(5), at: hoursAgo(5) })
  const longer = await file({ waitingSince: hoursAgo(9), owner: AMADOU, at: hoursAgo(3) })
  const snoozed = await file({ category: "snoozed", owner: CAMILLE, at: hoursAgo(6) })
  const resolved = await file({ category: "resolved", owner: CAMILLE, at: hoursAgo(7) })
  const spam = await file({ category: "spam", at: hoursAgo(8) })
  const shown: Record<ViewName, string[]> = {
    mine: [mine],
    unassigned: [nobodys],
    all: [mine, theirs, longer, nobodys, snoozed],
    waiting: [longer, nobodys],
    promises: [],
    followed: [theirs],
    snoozed: [snoozed],
    resolved: [resolved],
    spam: [spam],
  }
  for (const round of ["as it happened", "folded"]) {
    const counts = await countViews(agent(), house.db.read)
    for (const view of VIEWS) {
      assert.deepEqual(await list({ view }), shown[view], view)
      assert.equal(counts.get(view), shown[view].length, `${view}, ${round}`)
    }
    await foldTally(house.db)
  }
})

test("counts follow what changes, also in two inboxes and when cases are merged", async () => {
  const both = await file({ inboxes: [CARE, PRESS] })
  const care = await file({})
  const counts = async (inboxes: InboxRights) => (await countViews(agent(CAMILLE, inboxes), house.db.read)).get("all")
  assert.deepEqual(
    [await counts("every"), await counts([CARE]), await counts([PRESS]), await counts([CARE, PRESS]), await counts([])],
    [2, 2, 1, 2, 0],
  )
  await foldTally(house.db)
  await sql`update cases set owner_id = ${CAMILLE} where id = ${both}`.execute(house.db.read.sql)
  await sql`update cases set merged_into = ${both} where id = ${care}`.execute(house.db.read.sql)
  assert.deepEqual([await counts("every"), (await countViews(agent(), house.db.read)).get("mine")], [1, 1])
  await foldTally(house.db)
  await sql`update cases set merged_into = null where id = ${care}`.execute(house.db.read.sql)
  await sql`delete from cases where id = ${both}`.execute(house.db.read.sql)
  assert.deepEqual([await counts("every"), (await countViews(agent(), house.db.read)).get("mine")], [1, 0])
})

test("promises stand in the order they are due, each case once, those of a merged case with the one that kept it", async () => {
  const [first, second, kept] = [await file(), await file(), await file()]
  const merged = await file()
  await sql`update cases set merged_into = ${kept} where id = ${merged}`.execute(house.db.read.sql)
  const promise = (caseId: string, due: number, settled = false) =>
    sql`insert into promises (id, case_id, text, due_at, made_by, made_at, kept_at)
      values (${randomUUID()}, ${caseId}, 'rappeler', ${hoursAgo(-due)}, 'agent:x', ${hoursAgo(1)}, ${settled ? hoursAgo(0) : null})`.execute(
      house.db.read.sql,
    )
  for (const [id, due, settled] of [
    [second, 5],
    [first, 9],
    [first, 2],
    [second, 1, true],
    [merged, 7],
  ] as const)
    await promise(id, due, settled)
  assert.deepEqual(await list({ view: "promises" }), [first, second, kept])
  assert.equal((await list({ view: "promises", sort: "newest" })).length, 3)
  assert.equal((await countViews(agent(), house.db.read)).get("promises"), 3)
  assert.deepEqual(await list({ view: "promises" }, agent(CAMILLE, [PRESS])), [])
})

test("filters and sorts combine; what can't be an id finds nothing", async () => {
  const contact = randomUUID()
  const one = await file({ owner: CAMILLE, tags: ["vip"], inboxes: [PRESS], contact, nextDue: hoursAgo(-1), at: hoursAgo(9) })
  const two = await file({ owner: AMADOU, tags: ["vip"], nextDue: hoursAgo(-2), category: "resolved", at: hoursAgo(1) })
  const three = await file({ at: hoursAgo(2) })
  assert.deepEqual(await list({}), [two, three, one])
  assert.deepEqual(await list({ sort: "deadline" }), [one, two, three])
  assert.deepEqual(await list({ tag: "vip" }), [two, one])
  assert.deepEqual(await list({ tag: "vip", owner: AMADOU }), [two])
  assert.deepEqual(await list({ owner: "me" }), [one])
  assert.deepEqual(await list({ owner: "none" }), [three])
  assert.deepEqual(await list({ inbox: PRESS }), [one])
  assert.deepEqual(await list({ contact }), [one])
  assert.deepEqual(await list({ status: "resolved" }), [two])
  assert.deepEqual(await list({ view: "all", category: "resolved" }), [two])
  assert.deepEqual(await list({ status: "00000000-0000-7000-8000-000000000005" }), [two])
  for (const odd of [{ owner: "x" }, { inbox: "'" }, { contact: "1" }, { status: "x" }, { team: "x" }])
    assert.deepEqual(await list(odd), [])
  assert.deepEqual(await list({}, agent(CAMILLE, [PRESS])), [one])
})

test("pages go through a long list in each order without repeating or leaving out", async () => {
  await house.db.transact(async (tx) => {
    for (let n = 0; n < 120; n++) {
      const waits = n % 3 === 0 ? { waitingSince: hoursAgo(n % 7), nextDue: hoursAgo(-(n % 5)) } : {}
      await fileCase(tx, { inboxes: [CARE], at: hoursAgo(n % 11), ...waits })
    }
  })
  for (const sort of ["newest", "waiting", "deadline"] as const) {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listCases(agent(), house.db.read, { sort }, { limit: 50, cursor })
      seen.push(...page.ids)
      cursor = page.next ?? undefined
    } while (cursor)
    assert.equal(new Set(seen).size, 120, sort)
    assert.equal(seen.length, 120, sort)
  }
})

test("a page is read again to where it ended: what came into it is there, what left isn't, and the next one begins where it did", async () => {
  const cases = await Promise.all([6, 5, 4, 3, 2].map((hours) => file({ at: hoursAgo(hours), waitingSince: hoursAgo(hours) })))
  for (const sort of ["newest", "waiting"] as const) {
    const page = (asked: { cursor?: string; until?: string; limit?: number }) =>
      listCases(agent(), house.db.read, { sort }, { limit: 2, ...asked })
    const first = await page({})
    const second = await page({ cursor: first.next! })
    const newcomer = await file({ at: hoursAgo(1), waitingSince: hoursAgo(1) })
    const again = await page({ until: first.next!, limit: 200 })
    assert.equal(again.next, first.next)
    assert.deepEqual(
      again.ids.filter((id) => !first.ids.includes(id)),
      sort === "newest" ? [newcomer] : [],
    )
    assert.deepEqual((await page({ cursor: first.next!, until: second.next!, limit: 200 })).ids.slice(0, 2), second.ids)
    const part = await page({ until: first.next!, limit: 1 })
    assert.deepEqual([...part.ids, ...(await page({ cursor: part.next!, until: first.next!, limit: 200 })).ids], again.ids)
    cases.push(newcomer)
  }
})
