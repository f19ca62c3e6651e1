import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import { ask } from "../../../test/authorisation/ask.ts"
import { type Caller, type Filed, Scene } from "../../../test/authorisation/scene.ts"
import type { Json } from "../../../test/support/house.ts"
import { HOUR } from "#platform"

let scene: Scene
before(async () => {
  scene = await Scene.open()
})

const agent = () => scene.caller("agent", "agent")
const post = async (route: string, body: unknown, caller: Caller = agent(), params = {}): Promise<Json> => {
  const answer = await ask(scene, { route: `POST ${route}`, params, headers: caller.headers, body })
  return { status: answer.status, ...answer.body }
}
const run = (filed: readonly Filed[], action: unknown, caller = agent()) =>
  post("/api/cases/bulk", { selection: { ids: filed.map((one) => one.case) }, action }, caller)
const undo = (id: string, caller = agent()) => post("/api/bulk/{id}/undo", {}, caller, { id })

/** All that a case is, to the row, but for its history and the moments of the last look. */
async function stateOf({ case: id }: Filed): Promise<unknown> {
  const { rows } = await sql`
    select c.*, (select json_agg(s order by conversation_id, began_at) from silences s where case_id = c.id) as silences,
      (select json_agg(p order by began_at) from pauses p where case_id = c.id) as pauses,
      (select json_agg(z) from snoozes z where case_id = c.id) as snoozes
    from cases c where id = ${id}`.execute(scene.inside.db.read.sql)
  return rows[0]
}

for (const action of [
  { do: "resolve" },
  { do: "spam" },
  { do: "status", statusId: "00000000-0000-7000-8000-000000000003" },
  { do: "snooze", until: "2026-12-24T12:00:00Z" },
  { do: "tags", add: ["wedding", "vip"], remove: ["fragile"] },
  { do: "priority", priority: "urgent" },
  { do: "follow" },
  { do: "assign", ownerId: "me" },
  { do: "merge" },
]) {
  test(`${action.do}: many at once, and all of it is taken back, to the row`, async () => {
    const filed = await scene.mails("ours", ["ada", "ben", "cleo"])
    await scene.must("PATCH", `/api/cases/${filed[0]!.case}`, { tags: ["fragile"] })
    await scene.must("POST", `/api/cases/${filed[1]!.case}/snooze`, { until: "2026-12-01T09:00:00Z" })
    const before = await Promise.all(filed.map(stateOf))
    scene.inside.clock.advance(HOUR)
    const real = action.do === "assign" ? { do: "assign", ownerId: agent().id } : action
    const done = await run(filed, real)
    assert.equal(done.status, 200, JSON.stringify(done))
    assert.equal(done.changed, action.do === "merge" ? 2 : 3)
    assert.notDeepEqual(await Promise.all(filed.map(stateOf)), before)
    const back = await undo(done.id)
    assert.deepEqual([back.restored, back.left], [done.changed, []])
    assert.deepEqual(await Promise.all(filed.map(stateOf)), before)
    assert.equal((await undo(done.id)).key, "cases.bulk.undone")
  })
}

test("it says before what it will touch, and why not the rest", async () => {
  const [open, resolved, merged, kept] = await scene.mails("ours", ["dora", "emil", "fay", "gus"])
  const theirs = await scene.mail("theirs", "hugo")
  await scene.must("POST", `/api/cases/${resolved!.case}/resolve`)
  await scene.must("POST", `/api/cases/${merged!.case}/merge`, { into: kept!.case })
  const selection = { ids: [open, resolved, merged, theirs].map((one) => one!.case) }
  const seen = await post("/api/cases/bulk/preview", { selection, action: { do: "resolve" } })
  assert.deepEqual([seen.touched, seen.gone, seen.more], [1, 1, false])
  assert.deepEqual(
    new Map(seen.untouched.map(({ id, why }: { id: string; why: string }) => [id, why])),
    new Map([
      [resolved!.case, "already"],
      [merged!.case, "merged"],
    ]),
  )
  assert.ok(!JSON.stringify(seen).includes(theirs.case), "what isn't theirs to see is only counted")
  const snoozing = await post("/api/cases/bulk/preview", { selection, action: { do: "snooze", until: "2026-12-24T12:00:00Z" } })
  assert.deepEqual(snoozing.untouched.map(({ why }: { why: string }) => why).sort(), ["closed", "merged"])
  const blind = await scene.agent("agent", "press@maison-rousseau.example", [scene.inboxes.spare])
  const assigning = await post("/api/cases/bulk/preview", { selection: { ids: [open!.case] }, action: { do: "assign", ownerId: blind.id } })
  assert.deepEqual([assigning.touched, assigning.untouched[0].why], [0, "owner"])
  assert.equal(
    (await post("/api/cases/bulk/preview", { selection, action: { do: "assign", ownerId: scene.caller("observer", "agent").id } })).status,
    422,
  )
  assert.equal((await run([open!], { do: "resolve" }, scene.caller("observer", "agent"))).status, 403)
  const forbidden = await run([theirs], { do: "resolve" })
  assert.deepEqual([forbidden.changed, forbidden.gone], [0, 1])
})

test("what was changed since is left alone and told; another's change can't be taken back", async () => {
  const [calm, busy] = await scene.mails("ours", ["ivo", "jana"])
  scene.inside.clock.advance(HOUR)
  const done = await run([calm!, busy!], { do: "resolve" })
  await scene.must("POST", `/api/cases/${busy!.case}/status`, { category: "waiting" })
  assert.equal((await undo(done.id, scene.caller("lead", "agent"))).status, 404)
  const back = await undo(done.id)
  assert.deepEqual([back.restored, back.left.map(({ id }: { id: string }) => id)], [1, [busy!.case]])
  const { body } = await ask(scene, { route: "GET /api/bulk", headers: agent().headers })
  assert.deepEqual([body.items[0].id, body.items[0].cases, body.items[0].undoneAt !== null], [done.id, 2, true])
})

test("all of a list but some, more than fit one transaction", async () => {
  await scene.mails(
    "ours",
    Array.from({ length: 105 }, (_, i) => `guest${i}`),
  )
  const list = { view: "unassigned" as const }
  const { body } = await ask(scene, { route: "GET /api/cases", query: "view=unassigned&limit=200", headers: agent().headers })
  const [spared, ...rest] = body.items.map(({ id }: { id: string }) => id) as string[]
  const done = await post("/api/cases/bulk", { selection: { list, except: [spared] }, action: { do: "priority", priority: "high" } })
  assert.ok(done.changed >= 100)
  assert.equal(done.changed + done.untouched.length, rest.length)
  assert.equal((await undo(done.id)).restored, done.changed)
})

test("of a flood 1,500 chosen by a view are said before, done, told and taken back; beyond what one request does, that there are more", async () => {
  const pattern = await scene.mail("ours", "flood")
  await scene.must("PATCH", `/api/cases/${pattern.case}`, { tags: ["flood"] })
  const { pool } = scene.inside.db
  const copies = (from: number, to: number) =>
    pool.query(
      `insert into cases (id, subject, status_id, category, priority, contact_id, inbox_ids, tags, last_words, last_at, created_at)
       select gen_random_uuid(), 'Line down ' || n, status_id, category, 'normal', contact_id, inbox_ids, tags, last_words, last_at, created_at
         from cases, generate_series(${from}, ${to}) n where id = '${pattern.case}'`,
    )
  const count = async (found: string): Promise<number> =>
    (await pool.query<{ n: number }>(`select count(*)::int as n from ${found}`)).rows[0]!.n
  const standing = (priority: string) => count(`cases where 'flood' = any(tags) and priority = '${priority}'`)
  await copies(1, 1500)
  const list = { view: "unassigned", tag: "flood" }
  const asked = { selection: { list, except: [pattern.case] }, action: { do: "priority", priority: "high" } }
  const seen = await post("/api/cases/bulk/preview", asked)
  assert.deepEqual([seen.touched, seen.seen.length, seen.untouched, seen.gone, seen.more], [1500, 1500, [], 0, false])
  scene.inside.clock.advance(HOUR)
  const done = await post("/api/cases/bulk", { ...asked, selection: { seen: seen.seen } })
  assert.deepEqual([done.changed, done.untouched, done.more, await standing("high")], [1500, [], false, 1500])
  const { body } = await ask(scene, { route: "GET /api/bulk", headers: agent().headers })
  assert.deepEqual([body.items[0].id, body.items[0].cases], [done.id, 1500])
  assert.equal(await count(`facts where body like '%bulk.done%' and body like '%${done.id}%'`), 1, "told once")
  const back = await undo(done.id)
  assert.deepEqual([back.restored, back.left, await standing("high"), await standing("normal")], [1500, [], 0, 1501])
  await copies(1501, 5001)
  const more = await post("/api/cases/bulk/preview", asked)
  assert.deepEqual([more.touched, more.more], [5000, true])
})
