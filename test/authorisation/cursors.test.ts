import assert from "node:assert/strict"
import { test } from "node:test"
import { ask, Things } from "./ask.ts"
import { rows } from "./rows.ts"
import { Scene } from "./scene.ts"

const cursor = (...place: unknown[]): string => Buffer.from(JSON.stringify(place)).toString("base64url")

/** Another list's places, places that can't be, and what is no place. */
const FOREIGN = [
  cursor(),
  cursor(["x"]),
  cursor(-0.5),
  cursor("x", "y"),
  cursor("2026-13-45 99:00:00", "x"),
  cursor(1, 2, 3, 4, 5),
  "%%",
  "xyz",
]

test("no list takes another's cursor for its beginning, or falls over it", async () => {
  const scene = await Scene.open()
  const things = new Things(scene)
  const { paths } = (await ask(scene, { route: "GET /api/openapi.json" })).body as {
    paths: Record<string, { get?: { parameters?: { in: string; name: string }[] } }>
  }
  const lists = Object.keys(paths).filter((path) =>
    paths[path]!.get?.parameters?.some((one) => one.in === "query" && one.name === "cursor"),
  )
  assert.ok(lists.length > 15, lists.join())
  const amiss: string[] = []
  for (const path of lists) {
    const row = rows[`GET ${path}`]!
    const caller = scene.caller("admin", "agent")
    const params = await things.get(row.names, "ours", caller)
    for (const made of FOREIGN) {
      const query = [row.query ?? row.queries?.[0], `cursor=${encodeURIComponent(made)}`].filter(Boolean).join("&")
      const { status, body } = await ask(scene, { route: `GET ${path}`, params, query, headers: caller.headers })
      if (status !== 422 || body?.key !== "request.cursor") amiss.push(`${path}?cursor=${made}: ${status} ${body?.key ?? ""}`)
    }
  }
  assert.deepEqual(amiss, [])
})
