import assert from "node:assert/strict"
import { test } from "node:test"
import { idempotency, newRouter, NotFound, problemResponse, Problem, silentLog } from "#platform"
import { testDatabase } from "../../../test/support/database.ts"

const fact = { kind: "test.said" as const, actor: "system:test", about: {}, audience: "all" as const, data: {} }

async function shop() {
  const { db } = await testDatabase()
  const router = newRouter()
  const seen = { there: false, sheets: 0 }
  router.use(idempotency(db, silentLog, () => "agent:lea"))
  router.onError((error) => {
    if (error instanceof Problem) return problemResponse(error, (key) => key)
    throw error
  })
  router.post("/visit", async (c) => {
    await db.transact((tx) => tx.record(fact))
    if (!seen.there) throw new NotFound("request.notFound")
    return c.json({ visited: true })
  })
  router.post("/sheet", (c) => {
    seen.sheets++
    return c.body("a;b\n", 200, { "content-type": "text/csv" })
  })
  router.post("/written-sheet", async (c) => {
    await db.transact((tx) => tx.record(fact))
    return c.body("a;b\n", 200, { "content-type": "text/csv" })
  })
  const post = async (path: string) => {
    const answer = await router.request(path, { method: "POST", headers: { "idempotency-key": path } })
    const text = await answer.text()
    return [answer.status, text.startsWith("{") ? (JSON.parse(text).key ?? text) : text]
  }
  return { seen, post }
}

test("who was refused for the moment is never told that it was carried out, though the try itself was written down", async () => {
  const { seen, post } = await shop()
  assert.deepEqual(await post("/visit"), [404, "request.notFound"])
  assert.deepEqual(await post("/visit"), [404, "request.notFound"])
  seen.there = true
  assert.equal((await post("/visit"))[0], 200)
})

test("an answer that isn't kept is given anew, or said to be lost where something was written for it", async () => {
  const { seen, post } = await shop()
  assert.deepEqual(await post("/sheet"), [200, "a;b\n"])
  assert.deepEqual(await post("/sheet"), [200, "a;b\n"])
  assert.equal(seen.sheets, 2)
  assert.equal((await post("/written-sheet"))[0], 200)
  assert.deepEqual(await post("/written-sheet"), [409, "request.answerLost"])
})
