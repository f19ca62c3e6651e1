import assert from "node:assert/strict"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { test } from "node:test"
import { DAY } from "#platform"
import { sweepImports } from "#transfers"
import { openInside } from "../support/inside.ts"

test("an import that was prepared and never started is forgotten after two days, with its file", async () => {
  const inside = await openInside({ start: new Date().toISOString() })
  const token = await inside.token("admin")
  const folder = join(inside.house.config.home, "imports")
  const { body } = await inside.api("/api/imports", { token, body: { kind: "mbox", name: "Forgotten" } })
  const sent = await inside.house.app.request(`/api/imports/${body.id}/file?name=a.mbox`, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}` },
    body: "From somebody",
  })
  assert.equal(sent.status, 200)
  const there = async () => [existsSync(join(folder, body.id)), (await inside.api(`/api/imports/${body.id}`, { token })).status]
  await sweepImports(inside.db, folder)
  assert.deepEqual(await there(), [true, 200], "it may still be started")
  inside.clock.advance(3 * DAY)
  await sweepImports(inside.db, folder)
  assert.deepEqual(await there(), [false, 404])
})
