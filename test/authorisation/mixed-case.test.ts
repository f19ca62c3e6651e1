import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Json } from "../support/house.ts"
import { type Caller, type Filed, MARK, Scene } from "./scene.ts"

/* A case may hold conversations of two inboxes. Whoever sees one of them sees the case, and of the other conversation not a word. */
let scene: Scene
let ours: Filed
let theirs: Filed
let caller: Caller

before(async () => {
  scene = await Scene.open()
  ours = await scene.mail("ours")
  scene.inside.clock.advance(60_000)
  theirs = await scene.mail("theirs")
  scene.inside.clock.advance(60_000)
  await scene.must("POST", `/api/cases/${theirs.case}/merge`, { into: ours.case })
  await scene.must("POST", `/api/conversations/${theirs.conversation}/notes`, { text: `A note about ${MARK}` })
  await scene.must("POST", `/api/conversations/${theirs.conversation}/replies`, { text: `The ${MARK} comes tomorrow before noon.` })
  caller = scene.caller("agent", "agent")
})

const get = async (path: string): Promise<{ status: number; text: string; body: Json }> => {
  const answer = await scene.inside.house.app.request(path, { headers: caller.headers })
  const text = await answer.text()
  return { status: answer.status, text, body: JSON.parse(text) }
}

test("the case is theirs to see", async () => {
  assert.equal((await get(`/api/cases/${ours.case}`)).status, 200)
})

const SHOWN: Record<string, () => string> = {
  "the case": () => `/api/cases/${ours.case}`,
  "the list of cases": () => "/api/cases?limit=200",
  "the timeline": () => `/api/cases/${ours.case}/timeline?limit=200`,
  "what looks promised": () => `/api/cases/${ours.case}/suggestions`,
  "their own conversation": () => `/api/conversations/${ours.conversation}/messages`,
  "their own message": () => `/api/messages/${ours.message}`,
  "the outbox": () => "/api/outbox",
  "a search for what stands in both": () => "/api/search?q=received",
  "a search for its subject": () => "/api/search?q=parcel",
  "a search for its words": () => `/api/search?q=${MARK}`,
  "a search for the case by its number": () => "/api/search?q=1",
  "a search for cases": () => "/api/search?q=status:open",
  contacts: () => `/api/contacts?q=${MARK}`,
}

for (const [what, path] of Object.entries(SHOWN)) {
  test(`of the other conversation's words nothing is shown by ${what}`, async () => {
    const { status, text } = await get(path())
    assert.equal(status, 200)
    const at = text.toLowerCase().indexOf(MARK)
    assert.ok(at < 0, `…${text.slice(Math.max(0, at - 120), at + 60)}…`)
    assert.ok(!text.includes(theirs.conversation), "nor its id")
  })
}

test("the other conversation itself isn't there", async () => {
  for (const path of [
    `/api/conversations/${theirs.conversation}/messages`,
    `/api/messages/${theirs.message}`,
    `/api/messages/${theirs.message}/original`,
    `/api/contacts/${theirs.contact}`,
  ]) {
    assert.equal((await get(path)).status, 404, path)
  }
})

test("nor can it be cut off by somebody who sees one half", async () => {
  const post = (path: string, body?: object) =>
    scene.inside.api(path, { method: "POST", headers: caller.headers, ...(body ? { body } : {}) })
  assert.ok([403, 404, 409, 422].includes((await post(`/api/cases/${ours.case}/split`, { conversationId: theirs.conversation })).status))
})
