import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import { ask } from "../../../test/authorisation/ask.ts"
import { type Caller, Scene } from "../../../test/authorisation/scene.ts"
import { HOUR } from "#platform"

let scene: Scene
before(async () => {
  scene = await Scene.open()
})

const agent = () => scene.caller("agent", "agent")
const lead = () => scene.caller("lead", "agent")
const asking = (route: string, caller: Caller, more: { body?: unknown; params?: Record<string, string>; query?: string } = {}) =>
  ask(scene, { route, headers: caller.headers, ...more })
const all = (...parts: unknown[]) => ({ match: "all", parts })

async function preview(query: unknown, caller = agent()): Promise<number[]> {
  const { status, body, text } = await asking("POST /api/saved-views/preview", caller, { body: { query } })
  assert.equal(status, 200, text)
  assert.equal(body.count, body.items.length, "it counts what it shows")
  return body.items.map(({ number }: { number: number }) => number).toSorted((a: number, b: number) => a - b)
}

const numberOf = async (id: string): Promise<number> => Number(await scene.value(sql`select number from cases where id = ${id}`))

test("each condition finds its cases and no others, in groups too, and never those of an inbox one doesn't see", async () => {
  const [tulip, rose, lily] = await scene.mails("ours", ["nadia", "oscar", "petra"])
  await scene.mail("theirs", "quentin")
  const [a, b, c] = await Promise.all([tulip!, rose!, lily!].map(({ case: id }) => numberOf(id)))
  const mine = agent()
  await scene.must("PATCH", `/api/cases/${tulip!.case}`, { ownerId: mine.id, tags: ["vip"], priority: "urgent" })
  await scene.must("POST", `/api/cases/${rose!.case}/status`, { category: "resolved" })
  await scene.must("POST", "/api/fields", { key: "order_no", name: "Order", type: "number" })
  await scene.must("PATCH", `/api/cases/${lily!.case}`, { fields: { order_no: 42 } })
  await scene.must("PATCH", `/api/contacts/${lily!.contact}`, { language: "fr" })
  await scene.must("POST", `/api/cases/${lily!.case}/promises`, {
    text: "A bouquet",
    dueAt: new Date(scene.inside.clock.now().getTime() + 2 * HOUR),
  })
  await scene.run(sql`update cases set waiting_since = waiting_since - interval '5 hours' where id = ${tulip!.case}`)
  const contact = (id: string) => ({ field: "contact", is: "any", values: [id] })
  const some = (...conditions: unknown[]) =>
    preview(all({ match: "any", parts: [contact(tulip!.contact), contact(rose!.contact), contact(lily!.contact)] }, ...conditions))

  const inOrder = (...numbers: readonly (number | undefined)[]) => numbers.map(Number).toSorted((one, other) => one - other)
  for (const [condition, found] of [
    [{ field: "category", is: "any", values: ["resolved"] }, [b]],
    [{ field: "category", is: "none", values: ["resolved"] }, [a, c]],
    [{ field: "owner", is: "any", values: ["me"] }, [a]],
    [{ field: "owner", is: "any", values: ["none"] }, [b, c]],
    [{ field: "owner", is: "none", values: ["me"] }, [b, c]],
    [{ field: "owner", is: "any", values: ["nobody-like-that"] }, []],
    [{ field: "inbox", is: "any", values: [scene.inboxes.ours] }, [a, b, c]],
    [{ field: "inbox", is: "any", values: [scene.inboxes.theirs] }, []],
    [{ field: "team", is: "any", values: ["none"] }, [a, b, c]],
    [{ field: "tag", is: "any", values: ["vip"] }, [a]],
    [{ field: "priority", is: "none", values: ["normal"] }, [a]],
    [{ field: "language", is: "any", values: ["fr"] }, [c]],
    [{ field: "language", is: "any", values: ["en"] }, [a, b]],
    [{ field: "waiting", is: "over", hours: 4 }, [a]],
    [{ field: "waiting", is: "none" }, [b]],
    [{ field: "promise", is: "within", hours: 3 }, [c]],
    [{ field: "promise", is: "within", hours: 1 }, []],
    [{ field: "promise", is: "none" }, [a, b]],
    [{ field: "contradiction", is: "none" }, [a, b, c]],
    [{ field: "created", is: "under", hours: 24 }, [a, b, c]],
    [{ field: "words", is: "some", text: "parcel petra" }, [c]],
    [{ field: "words", is: "none", text: "petra" }, [a, b]],
    [{ field: "custom", key: "order_no", is: "over", number: 41 }, [c]],
    [{ field: "custom", key: "order_no", is: "none" }, [a, b]],
    [
      {
        match: "any",
        parts: [
          { field: "tag", is: "any", values: ["vip"] },
          { field: "custom", key: "order_no", is: "any", values: ["42"] },
        ],
      },
      [a, c],
    ],
  ] as const)
    assert.deepEqual(await some(condition), inOrder(...found), JSON.stringify(condition))
  assert.deepEqual(await preview(all({ field: "words", is: "some", text: "zephyr" })), [])
  const bad = await asking("POST /api/saved-views/preview", agent(), { body: { query: all({ field: "waiting", is: "over" }) } })
  assert.equal(bad.status, 422)
})

test("a view is saved, listed with its count, opened as a list, and its count follows what happens", async () => {
  const query = all({ field: "tag", is: "any", values: ["wedding"] }, { field: "category", is: "any", values: ["new", "open"] })
  const { body: view } = await asking("POST /api/saved-views", agent(), { body: { name: "Weddings", icon: "tag", query, sort: "waiting" } })
  assert.deepEqual([view.name, view.count, view.more, view.mayChange, view.shared], ["Weddings", 0, false, true, "me"])
  const count = async () =>
    (await asking("GET /api/saved-views", agent())).body.items.find(({ id }: { id: string }) => id === view.id).count
  const filed = await scene.mail("ours")
  assert.equal(await count(), 0)
  await scene.must("PATCH", `/api/cases/${filed.case}`, { tags: ["wedding"] })
  assert.equal(await count(), 1)
  const list = await asking("GET /api/cases", agent(), { query: `view=${view.id}` })
  assert.deepEqual(
    list.body.items.map(({ id }: { id: string }) => id),
    [filed.case],
  )
  await scene.must("POST", `/api/cases/${filed.case}/resolve`)
  assert.equal(await count(), 0)
  await scene.must("POST", `/api/cases/${filed.case}/reopen`)
  const other = await scene.mail("ours")
  await scene.must("PATCH", `/api/cases/${other.case}`, { tags: ["wedding"] })
  assert.equal(await count(), 2)
  await scene.must("POST", `/api/cases/${other.case}/merge`, { into: filed.case })
  assert.equal(await count(), 1)
  const renamed = await ask(scene, {
    route: "PATCH /api/saved-views/{id}",
    params: { id: view.id },
    headers: agent().headers,
    body: { name: "Wedding" },
  })
  assert.equal(renamed.body.name, "Wedding")
  await asking("PUT /api/saved-views/order", agent(), { body: { ids: [view.id] } })
  const shown = async () => (await asking("GET /api/saved-views", agent())).body.items.map(({ id }: { id: string }) => id)
  assert.equal((await shown())[0], view.id)

  const one = { params: { id: view.id }, headers: agent().headers }
  const before = (await ask(scene, { route: "GET /api/saved-views/{id}", ...one })).body
  await ask(scene, { route: "DELETE /api/saved-views/{id}", ...one })
  assert.equal((await ask(scene, { route: "GET /api/saved-views/{id}", ...one })).status, 404)
  assert.equal((await asking("GET /api/cases", agent(), { query: `view=${view.id}` })).status, 404)
  assert.ok(!(await shown()).includes(view.id))
  const back = await ask(scene, { route: "POST /api/saved-views/{id}/restore", ...one, body: {} })
  assert.deepEqual(back.body, before, "the same view, under the same address, its maker’s")
  assert.equal((await shown())[0], view.id, "where it stood")
  assert.equal((await ask(scene, { route: "POST /api/saved-views/{id}/restore", ...one, body: {} })).status, 404)
})

test("a view is seen by whom it is shared with; leads share with everybody, members with their team", async () => {
  const team = (await scene.must("POST", "/api/teams", { name: "Delivery", agentIds: [agent().id] })).id
  const save = (caller: Caller, shared: string, teamId?: string) =>
    asking("POST /api/saved-views", caller, {
      body: { name: `${caller.role} ${shared}`, query: all(), shared, ...(teamId ? { teamId } : {}) },
    })
  assert.equal((await save(agent(), "everybody")).body.key, "views.shareEverybody")
  const private1 = (await save(agent(), "me")).body.id
  const ofTeam = (await save(agent(), "team", team)).body.id
  const ofAll = (await save(lead(), "everybody")).body.id
  assert.equal((await save(scene.caller("observer", "agent"), "team", team)).status, 403)
  const other = await scene.agent("agent", "other@maison-rousseau.example")
  const open = (caller: Caller, id: string) => ask(scene, { route: "GET /api/saved-views/{id}", params: { id }, headers: caller.headers })
  assert.deepEqual(
    [await open(other, private1), await open(other, ofTeam), await open(other, ofAll), await open(agent(), ofTeam)].map(
      ({ status }) => status,
    ),
    [404, 404, 200, 200],
  )
  assert.equal((await asking("GET /api/cases", other, { query: `view=${ofTeam}` })).status, 404)
  const change = (caller: Caller, id: string) =>
    ask(scene, { route: "PATCH /api/saved-views/{id}", params: { id }, headers: caller.headers, body: { icon: "clock" } })
  assert.deepEqual([(await change(other, ofAll)).status, (await change(lead(), ofAll)).status], [403, 200])
  assert.equal(
    (await asking("GET /api/saved-views", scene.caller("agent", "token"))).body.items.some(({ id }: { id: string }) => id === ofAll),
    true,
  )
})

test("a view that was changed meanwhile is not written over by who didn't see that", async () => {
  const words = { name: "Roses", query: all(), shared: "everybody" }
  const { body: view } = await asking("POST /api/saved-views", lead(), { body: words })
  const change = (body: unknown) => asking("PATCH /api/saved-views/{id}", lead(), { params: { id: view.id }, body })
  const first = await change({ name: "Red roses", version: view.version })
  assert.equal(first.status, 200, first.text)
  const late = await change({ name: "White roses", version: view.version })
  assert.deepEqual([late.status, late.body.key], [409, "views.changedMeanwhile"])
  assert.equal((await change({ name: "White roses", version: first.body.version })).body.name, "White roses")
})
