import assert from "node:assert/strict"
import { before, test } from "node:test"
import { type InsideHouse, openInside } from "../support/inside.ts"
import type { Json } from "../support/house.ts"

let inside: InsideHouse
let token: string
before(async () => {
  inside = await openInside()
  token = await inside.token("admin")
})

const prepared = async (): Promise<string> =>
  (await inside.api("/api/imports", { token, body: { kind: "contacts", name: "Clients" } })).body.id

const put = async (id: string, body: string): Promise<Response> =>
  inside.house.app.request(`/api/imports/${id}/file?name=clients.csv`, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}` },
    body,
  })

const preview = async (id: string): Promise<Json> =>
  (await inside.api(`/api/imports/${id}/preview`, { token, method: "POST", body: {} })).body

test("a file that comes for an import that has begun takes the place of none", async () => {
  const id = await prepared()
  assert.equal((await put(id, "fruit;colour\npear;green\n")).status, 200)
  const begun = await inside.api(`/api/imports/${id}/start`, { token, method: "POST", body: { settings: {} } })
  assert.equal(begun.status, 200)
  assert.equal((await put(id, "fruit;colour\nplum;blue\n")).status, 409)
  assert.deepEqual((await preview(id)).examples.at(-1), ["pear", "green"])
})

test("a preview looks at the first five thousand rows for how dates are written, and no further", async () => {
  const rows = Array.from({ length: 5000 }, (_, n) => `p${n}@clients.example,03/04/2021`)
  const told = async (first: string, last: string): Promise<string | null> => {
    const id = await prepared()
    assert.equal((await put(id, ["email,created", first, ...rows, last].join("\n"))).status, 200)
    return (await preview(id)).dates
  }
  assert.equal(await told("a@clients.example,25/04/2021", "z@clients.example,03/04/2021"), "day-first")
  assert.equal(await told("a@clients.example,03/04/2021", "z@clients.example,25/04/2021"), null)
})
