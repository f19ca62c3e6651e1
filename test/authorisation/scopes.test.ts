import assert from "node:assert/strict"
import { before, test } from "node:test"
import { addToken, type Scope, SCOPES, systemActor } from "#people"
import { DAY } from "#platform"
import { ask } from "./ask.ts"
import { rows } from "./rows.ts"
import { Scene } from "./scene.ts"

let scene: Scene
before(async () => {
  scene = await Scene.open()
})

/** The operations of the API with the scope that each says it needs. */
async function operations(): Promise<{ route: string; scope: Scope | null }[]> {
  const { paths } = (await ask(scene, { route: "GET /api/openapi.json" })).body as {
    paths: Record<string, Record<string, { security?: { token?: [Scope] }[] }>>
  }
  return Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, { security }]) => ({
      route: `${verb.toUpperCase()} ${path}`,
      scope: security?.[0]?.token?.[0] ?? null,
    })),
  )
}

async function tokenWith(scopes: readonly Scope[], more: { expiresAt?: Date; allowedFrom?: string[] } = {}) {
  const made = await scene.inside.db.transact((tx) =>
    addToken(systemActor("test"), tx, { name: "scoped", role: "admin", inboxes: scene.seen, scopes, ...more }),
  )
  return { authorization: `Bearer ${made.token}` }
}

/** Routes for every token: what is said of oneself, the doors, and the desk's first sight, each part of which asks for its own. */
const FREE = /^\/api\/(me|desk|sign-in|sign-out|health|openapi\.json)(\/|$)/

test("every route of the API lies in an area, and says its scope", async () => {
  const known = new Map((await operations()).map(({ route, scope }) => [route, scope]))
  const without = Object.keys(rows).filter((route) => {
    const path = route.split(" ")[1]!
    return path.startsWith("/api/") && !FREE.test(path) && !known.get(route)
  })
  assert.deepEqual(without, [], "give the first word of their path an area in src/house/scopes.ts")
})

test("a token with every other scope is told which one is missing", async () => {
  const needed = Map.groupBy(
    (await operations()).filter(({ scope }) => scope !== null),
    ({ scope }) => scope!,
  )
  for (const [scope, routes] of needed) {
    const area = scope.split(":")[0]!
    const others = SCOPES.filter((other) => other !== scope && !(scope.endsWith(":read") && other === `${area}:write`))
    const headers = await tokenWith(others)
    for (const { route } of routes) {
      const { status, body, text } = await ask(scene, { route, headers, ...(route.startsWith("GET") ? {} : { body: {} }) })
      assert.equal(status, 403, `${route}: ${text}`)
      assert.equal(body.key, "people.token.scope", route)
      assert.ok(body.detail.includes(scope), `${route} names ${scope}: ${body.detail}`)
    }
  }
})

test("with its scope a token does what its role may, write includes read, and no scope lifts the role", async () => {
  const headers = await tokenWith(["cases:write"])
  assert.equal((await ask(scene, { route: "GET /api/cases", headers })).status, 200)
  assert.equal((await ask(scene, { route: "GET /api/me", headers })).status, 200)
  assert.equal((await ask(scene, { route: "GET /api/contacts", headers })).body.key, "people.token.scope")
  const made = await scene.inside.db.transact((tx) =>
    addToken(systemActor("test"), tx, { name: "reads", role: "observer", scopes: ["cases:write"] }),
  )
  const filed = await scene.mail("ours")
  const observer = { authorization: `Bearer ${made.token}` }
  const answer = await ask(scene, { route: "POST /api/cases/{id}/resolve", params: { id: filed.case }, headers: observer })
  assert.deepEqual([answer.status, answer.body.key], [403, "cases.readOnly"])
})

test("a token with scopes hands out no more than it has", async () => {
  const headers = await tokenWith(["people:write", "cases:read"])
  const add = (body: object) =>
    ask(scene, { route: "POST /api/tokens", headers, body: { name: "x", role: "agent", inboxIds: scene.seen, ...body } })
  assert.equal((await add({})).body.key, "people.token.wider", "a token without scopes")
  assert.equal((await add({ scopes: ["cases:write"] })).body.key, "people.token.wider")
  assert.equal((await add({ scopes: ["cases:read"] })).status, 201)
  const invited = await ask(scene, { route: "POST /api/agents", headers, body: { email: "ines@okafor.example", inboxIds: scene.seen } })
  assert.equal(invited.body.key, "people.token.wider", "a person has no scopes")
})

test("a token ends at its date, and is taken from its network only", async () => {
  const { clock } = scene.inside
  const brief = await tokenWith(["cases:read"], { expiresAt: new Date(clock.now().getTime() + DAY) })
  assert.equal((await ask(scene, { route: "GET /api/cases", headers: brief })).status, 200)
  clock.advance(DAY)
  const late = await ask(scene, { route: "GET /api/cases", headers: brief })
  assert.deepEqual([late.status, late.body.key], [401, "people.token.expired"])

  const elsewhere = await tokenWith(["cases:read"], { allowedFrom: ["203.0.113.0/24"] })
  const refused = await ask(scene, { route: "GET /api/cases", headers: elsewhere })
  assert.deepEqual([refused.status, refused.body.key], [403, "people.token.elsewhere"])
  const here = await tokenWith(["cases:read"], { allowedFrom: ["203.0.113.0/24", "127.0.0.0/8"] })
  assert.equal((await ask(scene, { route: "GET /api/cases", headers: here })).status, 200)
  const { items } = await scene.must("GET", "/api/tokens?limit=200")
  assert.ok(
    items.some(({ usedFrom }: { usedFrom: string | null }) => usedFrom === "127.0.0.1"),
    "where it was last used from",
  )
})
