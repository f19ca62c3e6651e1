import assert from "node:assert/strict"
import { before, test } from "node:test"
import { Listener } from "../support/feed.ts"
import { type Caller, Scene } from "./scene.ts"

let scene: Scene
let everywhere: Caller
before(async () => {
  scene = await Scene.open()
  const body = { email: "lea.moreau@maison-rousseau.example", name: "Léa Moreau", role: "agent" }
  const { id } = await scene.must("POST", "/api/agents", body)
  const headers = await scene.signIn(id)
  everywhere = { kind: "agent", role: "agent", id, headers, ref: `agent:${id}` }
})

const says = (caller: Caller, caseId: string, doing: string) =>
  scene.inside.house.app.request(`/api/cases/${caseId}/presence`, {
    method: "PUT",
    headers: { ...caller.headers, "content-type": "application/json" },
    body: JSON.stringify({ window: "w", doing }),
  })

test("who is in a case is told to those who may see it, live and when asked, without a number in the feed", async () => {
  const restricted = scene.caller("agent", "agent")
  const [ours, theirs] = [(await scene.mail("ours")).case, (await scene.mail("theirs")).case]
  const feed = async (caller: Caller) => {
    const listener = new Listener(await scene.inside.house.app.request("/api/feed", { headers: caller.headers }))
    await listener.until("the beginning", ({ event }) => event === "open")
    return listener
  }
  const [narrow, wide] = [await feed(restricted), await feed(everywhere)]
  assert.equal((await says(everywhere, theirs, "replying")).status, 200)
  assert.equal((await says(everywhere, ours, "viewing")).status, 200)
  assert.equal((await says(restricted, theirs, "viewing")).status, 404, "nobody is somewhere they may not look")
  const heard = await narrow.until("Léa in our case", ({ event, data }) => event === "presence" && data.caseId === ours)
  assert.equal(heard.id, "", "it can't be resumed, so it moves no place")
  assert.deepEqual(
    heard.data.people.map(({ name, doing }: { name: string; doing: string }) => [name, doing]),
    [["Léa Moreau", "viewing"]],
  )
  await wide.until("Léa in their case", ({ event, data }) => event === "presence" && data.caseId === theirs)
  assert.ok(!narrow.heard.some(({ data }) => data.caseId === theirs))
  const asked = async (caller: Caller) =>
    (
      (await (await scene.inside.house.app.request("/api/presence", { headers: caller.headers })).json()) as { items: { caseId: string }[] }
    ).items
      .map(({ caseId }) => caseId)
      .sort()
  assert.deepEqual(await asked(restricted), [ours])
  assert.deepEqual(await asked(everywhere), [ours, theirs].sort())
  await says(everywhere, ours, "gone")
  await narrow.until("nobody in our case", ({ event, data }) => event === "presence" && data.caseId === ours && data.people.length === 0)
  assert.deepEqual(await asked(restricted), [])
  await Promise.all([narrow.stop(), wide.stop()])
})
