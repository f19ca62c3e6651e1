import assert from "node:assert/strict"
import { test } from "node:test"
import { ask } from "../../test/authorisation/ask.ts"
import { Scene } from "../../test/authorisation/scene.ts"
import type { Json } from "../../test/support/house.ts"
import { MINUTE } from "#platform"

test("a note brings its files to colleagues who see the case, to exports with notes, and never to the customer", async () => {
  const scene = await Scene.open()
  const lea = await scene.agent("agent", "lea@maison-rousseau.example")
  const stranger = await scene.agent("agent", "piotr@maison-rousseau.example", [scene.inboxes.theirs])
  const filed = await scene.mail("ours")
  const fetched = async (path: string, headers = lea.headers): Promise<{ status: number; text: string }> => {
    const answer = await scene.inside.house.app.request(path, { headers })
    return { status: answer.status, text: await answer.text() }
  }
  const uploaded = async (name: string, text: string): Promise<string> => {
    const body = new FormData()
    body.set("file", new File([text], name, { type: "text/plain" }))
    const answer = await scene.inside.house.app.request("/api/uploads", { method: "POST", headers: lea.headers, body })
    return (await answer.json()).id
  }
  const write = (what: "notes" | "replies", body: object): Promise<{ status: number; body: Json }> =>
    ask(scene, { route: `POST /api/conversations/{id}/${what}`, params: { id: filed.conversation }, headers: lea.headers, body })

  const damage = await uploaded("damage.txt", "photographed in the depot")
  const { body: note } = await write("notes", { text: "", attachmentIds: [damage] })
  assert.deepEqual(
    note.attachments.map(({ name, type, size }: Json) => [name, type, size]),
    [["damage.txt", "text/plain", 25]],
  )
  const path = `/api/messages/${note.id}/attachments/${note.attachments[0].id}`
  assert.equal((await fetched(path)).text, "photographed in the depot")
  assert.equal(JSON.parse((await fetched(`${path}/lines`)).text).rows[0][0], "photographed in the depot")
  for (const way of [path, `${path}/lines`, `${path}/picture`]) assert.equal((await fetched(way, stranger.headers)).status, 404, way)
  assert.equal((await write("notes", { text: " " })).status, 422, "a note without words and files says nothing")
  assert.equal((await write("notes", { text: "Mine?", attachmentIds: [crypto.randomUUID()] })).status, 422)

  const { items } = await scene.must("GET", `/api/cases/${filed.case}/timeline`)
  assert.equal(items.find(({ kind }: Json) => kind === "note").message.attachments.length, 1)
  await write("replies", { text: "We look into it." })
  scene.inside.clock.advance(MINUTE)
  await scene.inside.house.settle()
  assert.equal(scene.relay.mails.length, 1)
  assert.doesNotMatch(scene.relay.mails[0]!.bytes, /damage\.txt|depot/)

  const page = `/api/exports/cases/${filed.case}`
  assert.doesNotMatch((await fetched(page)).text, /damage\.txt/)
  assert.match((await fetched(`${page}?notes=true`)).text, /Internal note[\s\S]*damage\.txt/)
})
