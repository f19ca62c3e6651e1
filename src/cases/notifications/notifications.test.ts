import assert from "node:assert/strict"
import { before, test } from "node:test"
import { ask } from "../../../test/authorisation/ask.ts"
import { type Caller, Scene } from "../../../test/authorisation/scene.ts"
import { MINUTE } from "#platform"
import { catchUp } from "../jobs.ts"

let scene: Scene
before(async () => {
  scene = await Scene.open()
})

const lead = () => scene.caller("lead", "agent")
const told = async (caller: Caller): Promise<string[]> =>
  (await ask(scene, { route: "GET /api/notifications", headers: caller.headers })).body.items.map(
    ({ kind, case: { number } }: { kind: string; case: { number: number } }) => `${kind} ${number}`,
  )
const unread = async (caller: Caller): Promise<number> =>
  (await ask(scene, { route: "GET /api/notifications/count", headers: caller.headers })).body.unread

test("one is told of mentions, of cases given to one, of the customer's words and of promises, each with the way there", async () => {
  const ines = await scene.agent("agent", "ines@maison-rousseau.example")
  const filed = await scene.mail("ours")
  const { number } = await scene.must("GET", `/api/cases/${filed.case}`)
  const note = await scene.must("POST", `/api/conversations/${filed.conversation}/notes`, { text: "Could you look?", mentions: [ines.id] })
  scene.inside.clock.advance(MINUTE)
  await scene.must("PATCH", `/api/cases/${filed.case}`, { ownerId: ines.id })
  scene.inside.clock.advance(MINUTE)
  const soon = new Date(scene.inside.clock.now().getTime() + 50 * MINUTE)
  const promise = await scene.must("POST", `/api/cases/${filed.case}/promises`, { text: "A call", dueAt: soon })
  await catchUp(scene.inside.db)
  await catchUp(scene.inside.db)
  assert.deepEqual(await told(ines), [`promise-due ${number}`, `assigned ${number}`, `mention ${number}`])
  scene.inside.clock.advance(MINUTE)
  await scene.must("POST", `/api/promises/${promise.id}/break`)
  assert.equal((await told(ines))[0], `promise-broken ${number}`)
  const { body } = await ask(scene, { route: "GET /api/notifications", headers: ines.headers })
  const mention = body.items.at(-1)
  assert.deepEqual([mention.messageId, mention.words], [note.id, "Could you look?"])
  assert.equal(await unread(ines), 4)
  const read = await ask(scene, { route: "POST /api/notifications/read", headers: ines.headers, body: { ids: [mention.id] } })
  assert.equal(read.body.unread, 3)
  await ask(scene, { route: "POST /api/notifications/read", headers: ines.headers, body: { caseId: filed.case } })
  assert.equal(await unread(ines), 0)
  const { body: mentioned } = await ask(scene, {
    route: "POST /api/saved-views/preview",
    headers: ines.headers,
    body: { query: { match: "all", parts: [{ field: "mentioned", is: "some" }] } },
  })
  assert.deepEqual(
    mentioned.items.map(({ id }: { id: string }) => id),
    [filed.case],
  )
})

test("whose case wakes, or whose deadline comes near or passes, is told once, and not of what nobody minds", async () => {
  const ewan = await scene.agent("agent", "ewan@maison-rousseau.example")
  const filed = await scene.mail("ours")
  const { number } = await scene.must("GET", `/api/cases/${filed.case}`)
  await scene.must("PATCH", `/api/cases/${filed.case}`, { ownerId: ewan.id })
  const { db, clock } = scene.inside
  const at = (minutes: number) => new Date(clock.now().getTime() + minutes * MINUTE).toISOString()
  await scene.must("PATCH", `/api/cases/${filed.case}`, { deadlines: { resolution: at(90) } })
  await scene.must("POST", `/api/cases/${filed.case}/snooze`, { until: at(10) })
  const news = async (): Promise<string[]> => {
    await catchUp(db)
    await catchUp(db)
    return (await told(ewan)).slice(0, -1)
  }
  clock.advance(5 * MINUTE)
  assert.deepEqual(await news(), [])
  clock.advance(6 * MINUTE)
  assert.deepEqual(await news(), [`woken ${number}`])
  clock.advance(20 * MINUTE)
  const due = (await scene.must("GET", `/api/cases/${filed.case}`)).deadlines.next
  assert.deepEqual(await news(), [`deadline-near ${number}`, `woken ${number}`])
  const { body } = await ask(scene, { route: "GET /api/notifications", headers: ewan.headers })
  assert.equal(body.items[0].dueAt, due)
  clock.advance(60 * MINUTE)
  assert.deepEqual((await news())[0], `deadline-missed ${number}`)
  await scene.must("PATCH", `/api/cases/${filed.case}`, { deadlines: { resolution: at(120) } })
  clock.advance(61 * MINUTE)
  assert.deepEqual((await news())[0], `deadline-near ${number}`, "a deadline that was moved is near again")
})

test("followers hear of notes and answers; whoever does a thing isn't told of it", async () => {
  const piotr = await scene.agent("agent", "piotr@maison-rousseau.example")
  const filed = await scene.mail("ours")
  await scene.must("POST", `/api/cases/${filed.case}/followers`, { add: [piotr.id] })
  await scene.must("POST", `/api/conversations/${filed.conversation}/notes`, { text: "Careful here." })
  await ask(scene, {
    route: "POST /api/conversations/{id}/notes",
    params: { id: filed.conversation },
    headers: piotr.headers,
    body: { text: "I know." },
  })
  assert.deepEqual(
    (await told(piotr)).map((line) => line.split(" ")[0]),
    ["note"],
  )
  await scene.must("POST", `/api/cases/${filed.case}/followers`, { remove: [piotr.id] })
  await scene.must("POST", `/api/conversations/${filed.conversation}/notes`, { text: "And again." })
  assert.equal((await told(piotr)).length, 1)
})

test("nobody is told of a case, nor shown words of a conversation, that they can't see", async () => {
  const theirs = await scene.mail("theirs")
  const blind = await ask(scene, {
    route: "POST /api/cases/{id}/followers",
    params: { id: theirs.case },
    headers: { authorization: `Bearer ${scene.root}` },
    body: { add: [lead().id] },
  })
  assert.deepEqual([blind.status, blind.body.fields[0].path], [422, "add.0"])
  const seesAll = await scene.agent("agent", "olga@maison-rousseau.example", [scene.inboxes.ours, scene.inboxes.theirs])
  await scene.must("POST", `/api/cases/${theirs.case}/followers`, { add: [seesAll.id] })
  await scene.must("POST", `/api/conversations/${theirs.conversation}/notes`, { text: "A secret." })
  assert.equal((await told(seesAll)).length, 1)
  await scene.must("PATCH", `/api/agents/${seesAll.id}`, { inboxIds: [scene.inboxes.ours] })
  assert.deepEqual([await told(seesAll), await unread(seesAll)], [[], 0])
})

test("cases that began alike are shown, resolved ones with how they ended, and none that one can't see", async () => {
  const asking = async (id: string, caller: Caller) =>
    (await ask(scene, { route: "GET /api/cases/{id}/similar", params: { id }, headers: caller.headers })).body.items
  const [first, second] = await scene.mails("ours", ["zita", "yann"])
  await scene.mail("theirs", "xena")
  await scene.must("POST", `/api/cases/${first!.case}/decisions`, { text: "A new bouquet." })
  await scene.must("POST", `/api/cases/${first!.case}/resolve`)
  const found = await asking(second!.case, lead())
  assert.equal(found[0].ended.decision, "A new bouquet.")
  assert.ok(found.every(({ case: { id } }: { case: { id: string } }) => id !== second!.case))
  assert.ok(!JSON.stringify(found).includes("zephyr"))
})
