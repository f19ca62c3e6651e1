import assert from "node:assert/strict"
import { before, test } from "node:test"
import { ask } from "../../../test/authorisation/ask.ts"
import { type Caller, type Filed, Scene } from "../../../test/authorisation/scene.ts"
import type { Json } from "../../../test/support/house.ts"
import { MINUTE } from "#platform"

/** What the relay says to a recipient; nothing: it takes the mail. */
let says = ""
/** Whether it dies once it has the whole mail. */
let dies = false
let scene: Scene
let lea: Caller
let omar: Caller
before(async () => {
  scene = await Scene.open({
    command: (line) => (says && /^RCPT/i.test(line) ? says : null),
    end: () => (dies ? "drop" : null),
  })
  lea = await scene.agent("agent", "lea@maison-rousseau.example")
  omar = await scene.agent("agent", "omar@maison-rousseau.example")
})

const told = async (caller: Caller): Promise<Json[]> =>
  (await ask(scene, { route: "GET /api/notifications", headers: caller.headers })).body.items

const caseOf = (filed: Filed): Promise<Json> => scene.must("GET", `/api/cases/${filed.case}`)

async function fitting(is: "some" | "none"): Promise<string[]> {
  const query = { match: "all", parts: [{ field: "unsent", is }] }
  const { items } = await scene.must("POST", "/api/saved-views/preview", { query })
  return items.map(({ id }: Json) => id)
}

async function answered(filed: Filed, text: string): Promise<Json> {
  const params = { id: filed.conversation }
  const { body } = await ask(scene, { route: "POST /api/conversations/{id}/replies", params, headers: lea.headers, body: { text } })
  scene.inside.clock.advance(MINUTE)
  await scene.inside.house.settle()
  return body
}

test("who wrote an answer that the relay refuses, and who owns the case, are told; the row says it until it has left", async () => {
  const [filed, other] = [await scene.mail("ours"), await scene.mail("ours")]
  await scene.must("PATCH", `/api/cases/${filed.case}`, { ownerId: omar.id })
  says = "550 5.1.1 no such user"
  const { id } = await answered(filed, "It left yesterday.")
  for (const caller of [lea, omar]) {
    const [latest] = await told(caller)
    assert.deepEqual([latest?.kind, latest?.messageId, latest?.words], ["send-failed", id, "It left yesterday."])
  }
  assert.deepEqual(await told(scene.caller("lead", "agent")), [], "nobody else")
  assert.equal((await caseOf(filed)).unsent, "failed")
  assert.equal((await caseOf(other)).unsent, null)
  assert.deepEqual(await fitting("some"), [filed.case])
  assert.ok(!(await fitting("none")).includes(filed.case))

  says = ""
  await scene.must("POST", `/api/messages/${id}/retry`)
  await scene.inside.house.settle()
  assert.equal((await caseOf(filed)).unsent, null)
  assert.deepEqual(await fitting("some"), [])
})

test("an answer whose fate isn't known is told as that", async () => {
  const filed = await scene.mail("ours")
  dies = true
  await answered(filed, "Perhaps.")
  assert.equal((await told(lea))[0]?.kind, "send-uncertain")
  assert.equal((await caseOf(filed)).unsent, "uncertain")
})
