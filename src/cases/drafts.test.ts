import assert from "node:assert/strict"
import { test } from "node:test"
import { ask } from "../../test/authorisation/ask.ts"
import { type Caller, Scene } from "../../test/authorisation/scene.ts"
import type { Json } from "../../test/support/house.ts"

test("one's own case says what one has begun to write in it, and a view finds it; to colleagues it says nothing", async () => {
  const scene = await Scene.open()
  const [lea, omar] = [
    await scene.agent("agent", "lea@maison-rousseau.example"),
    await scene.agent("agent", "omar@maison-rousseau.example"),
  ]
  const filed = await scene.mail("ours")
  const asked = async (who: Caller, route: string, params: Record<string, string>, body?: object): Promise<Json> => {
    const answer = await ask(scene, { route, params, headers: who.headers, ...(body ? { body } : {}) })
    assert.ok(answer.status < 300, JSON.stringify(answer.body))
    return answer.body
  }
  const drafts = async (who: Caller): Promise<[string[], number]> => {
    const query = { match: "all", parts: [{ field: "draft", is: "some" }] }
    const { items } = await asked(who, "POST /api/saved-views/preview", {}, { query })
    const { items: listed } = await asked(who, "GET /api/cases", {})
    const [row] = listed.filter(({ id }: Json) => id === filed.case)
    return [row.drafts, items.length]
  }
  const write = (kind: string, text: string, version = 0) =>
    asked(lea, "PUT /api/conversations/{id}/drafts/{kind}", { id: filed.conversation, kind }, { text, version })
  assert.deepEqual(await drafts(lea), [[], 0])
  await write("note", "Between us")
  const { version } = await write("reply", "Dear customer")
  assert.deepEqual(await drafts(lea), [["reply", "note"], 1])
  assert.deepEqual(await drafts(omar), [[], 0])
  await write("reply", " \n", version)
  assert.deepEqual(await drafts(lea), [["note"], 1], "an empty page is no draft")
  await asked(lea, "POST /api/conversations/{id}/notes", { id: filed.conversation }, { text: "Between us" })
  assert.deepEqual(await drafts(lea), [[], 0])
  const { body } = await ask(scene, { route: "GET /api/audit", headers: scene.caller("admin").headers })
  const told = body.items.filter(({ kind }: Json) => kind.startsWith("draft.")).map(({ kind }: Json) => kind)
  assert.deepEqual(told.toSorted(), ["draft.opened", "draft.opened", "draft.put-away"])
})
