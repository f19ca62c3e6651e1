import assert from "node:assert/strict"
import { test } from "node:test"
import { addToken, refreshActor, authenticate } from "#people"
import { MINUTE } from "#platform"
import { SETUP, type TestDesk, testDesk } from "../../../test/support/people-desk.ts"

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

async function usedAt(desk: TestDesk, tokenId: string): Promise<string | null> {
  const { rows } = await desk.db.pool.query<{ used_at: Date | null }>("select used_at from api_tokens where id = $1", [tokenId])
  return rows[0]?.used_at?.toISOString() ?? null
}

test("a token is shown once, kept as a hash, and acts with its role", async () => {
  const desk = await testDesk()
  const admin = await desk.signedIn("Camille Rousseau", "admin")
  const made = await admin.post("/api/tokens", { name: "Boutique", role: "observer" })
  const token = String(made.body["token"])
  assert.match(token, /^vgt_[\w-]{43}$/)
  assert.equal(made.headers.get("cache-control"), "no-store")
  assert.ok(!(await admin.get("/api/tokens")).text.includes(token))
  const { rows } = await desk.db.pool.query<{ row: string }>("select t::text as row from api_tokens t")
  assert.ok(rows.every(({ row }) => !row.includes(token.slice(4))))
  const me = await desk.request("GET", "/api/me", undefined, bearer(token))
  assert.deepEqual([me.body["kind"], me.body["role"], me.body["name"], me.body["sessions"]], ["token", "observer", "Boutique", []])
  assert.equal((await desk.request("POST", "/api/teams", { name: "T" }, bearer(token))).status, 403)
})

test("wrong, cut, revoked and otherwise presented tokens open nothing, and a session beside doesn't help", async () => {
  const desk = await testDesk()
  const admin = await desk.signedIn("Camille Rousseau", "admin")
  const { token, tokenId } = await desk.db.transact((tx) => addToken(SETUP, tx, { name: "Boutique", role: "admin" }))
  const tries = [token.slice(0, -1), `${token}x`, token.slice(4), "vgt_", "", token.toUpperCase()].map((t) => `Bearer ${t}`)
  for (const authorization of [...tries, token, `Basic ${token}`, `Bearer ${token} ${token}`]) {
    assert.equal(
      (await admin.request("GET", "/api/me", undefined, { headers: { authorization: authorization || "x" } })).status,
      401,
      authorization,
    )
  }
  assert.equal((await desk.request("GET", "/api/me", undefined, bearer(token))).status, 200)
  const actor = await authenticate(desk.db, desk.keys, { authorization: `Bearer ${token}`, cookie: null, ip: "::1", secure: false })
  assert.equal((await admin.request("DELETE", `/api/tokens/${tokenId}`)).status, 204)
  assert.equal((await desk.request("GET", "/api/me", undefined, bearer(token))).status, 401)
  assert.equal(actor && (await refreshActor(desk.db.read, actor)), null)
  assert.equal((await admin.request("DELETE", `/api/tokens/${tokenId}`)).status, 404)
})

test("when a token was used is written once a minute", async () => {
  const desk = await testDesk()
  const { token, tokenId } = await desk.db.transact((tx) => addToken(SETUP, tx, { name: "Boutique", role: "agent" }))
  assert.equal(await usedAt(desk, tokenId), null)
  const use = () => desk.request("GET", "/api/me", undefined, bearer(token))
  await use()
  const first = await usedAt(desk, tokenId)
  assert.equal(first, desk.clock.now().toISOString())
  desk.clock.advance(MINUTE - 1)
  await use()
  assert.equal(await usedAt(desk, tokenId), first)
  desk.clock.advance(1)
  await use()
  assert.equal(await usedAt(desk, tokenId), desk.clock.now().toISOString())
})

test("a token does nothing that is a person's own affair", async () => {
  const desk = await testDesk()
  const { token } = await desk.db.transact((tx) => addToken(SETUP, tx, { name: "Boutique", role: "admin" }))
  const own: [string, string, unknown][] = [
    ["PATCH", "/api/me", { name: "X" }],
    ["PUT", "/api/me/password", { next: "quatre murs et un toit" }],
    ["POST", "/api/me/two-step", undefined],
    ["POST", "/api/me/two-step/confirm", { code: "123456" }],
    ["DELETE", "/api/me/two-step", undefined],
    ["POST", "/api/me/passkeys/options", undefined],
    ["DELETE", "/api/me/passkeys/abc", undefined],
    ["DELETE", "/api/me/sessions/x", undefined],
  ]
  for (const [method, path, body] of own)
    assert.equal((await desk.request(method, path, body, bearer(token))).body["key"], "people.personOnly", `${method} ${path}`)
})

test("tokens that an agent made end with them, unless kept; those of the command line stay", async () => {
  const desk = await testDesk()
  const admin = await desk.signedIn("Camille Rousseau", "admin")
  for (const [name, keepTokens, status] of [
    ["Ines Okafor", false, 401],
    ["Amadou Diallo", true, 200],
  ] as const) {
    const maker = await desk.signedIn(name, "admin")
    const token = String((await maker.post("/api/tokens", { name, role: "agent" })).body["token"])
    await admin.post(`/api/agents/${maker.agentId}/disable`, { keepTokens })
    assert.equal((await desk.request("GET", "/api/me", undefined, bearer(token))).status, status, name)
  }
})
