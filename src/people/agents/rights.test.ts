import assert from "node:assert/strict"
import { randomUUID } from "node:crypto"
import { test } from "node:test"
import { addToken, disableAgent, type Role } from "#people"
import { changeAgent } from "./change-agent.ts"
import { type Answer, SETUP, testDesk, textIn } from "../../../test/support/people-desk.ts"

const HERE = "11111111-1111-4111-8111-111111111111"
const THERE = "22222222-2222-4222-8222-222222222222"

test("who may do what: routes by roles", async () => {
  const desk = await testDesk()
  const target = await desk.addAgent("Ines Okafor")
  const admin = await desk.signedIn("Camille Rousseau", "admin")
  const people = {
    admin,
    lead: await desk.signedIn("Amadou Diallo", "lead"),
    agent: await desk.signedIn("Lucie Martin", "agent"),
    observer: await desk.signedIn("Tom Berger", "observer"),
    nobody: desk.browser(),
  }
  const team = textIn(await admin.post("/api/teams", { name: "Livraisons" }), "id")
  const token = textIn(await admin.post("/api/tokens", { name: "Boutique", role: "agent" }), "id")
  const sso = { issuer: "https://sso.atelier-orme.example", clientId: "vigie", clientSecret: "s", name: "Atelier Orme" }
  // Routes with what an administrator gets; the last that changes something by it comes last.
  const table: [method: string, path: string, body: unknown, least: Role, status: number][] = [
    ["GET", "/api/agents", undefined, "observer", 200],
    ["GET", `/api/agents/${target}`, undefined, "observer", 200],
    ["GET", "/api/teams", undefined, "observer", 200],
    ["GET", "/api/me", undefined, "observer", 200],
    ["PATCH", "/api/me", { language: "fr" }, "observer", 200],
    ["POST", "/api/teams", { name: `T ${randomUUID()}` }, "lead", 201],
    ["PATCH", `/api/teams/${team}`, { agentIds: [target] }, "lead", 200],
    ["POST", "/api/agents", { email: `${randomUUID()}@maison-rousseau.example` }, "admin", 201],
    ["PATCH", `/api/agents/${target}`, { role: "lead" }, "admin", 200],
    ["POST", `/api/agents/${target}/sign-in-link`, undefined, "admin", 200],
    ["POST", `/api/agents/${target}/disable`, undefined, "admin", 200],
    ["POST", `/api/agents/${target}/enable`, undefined, "admin", 200],
    ["DELETE", `/api/agents/${target}/two-step`, undefined, "admin", 204],
    ["GET", "/api/tokens", undefined, "admin", 200],
    ["POST", "/api/tokens", { name: "Autre", role: "observer" }, "admin", 201],
    ["PUT", "/api/settings/sso", sso, "admin", 200],
    ["GET", "/api/settings/sso", undefined, "admin", 200],
    ["DELETE", "/api/settings/sso", undefined, "admin", 204],
    ["DELETE", `/api/tokens/${token}`, undefined, "admin", 204],
    ["DELETE", `/api/teams/${team}`, undefined, "lead", 204],
  ]
  const order = ["nobody", "observer", "agent", "lead", "admin"] as const
  for (const [method, path, body, least, status] of table) {
    for (const who of order) {
      if (least === "lead" && who === "admin" && method !== "GET") continue // the lead has done it
      const answer = await people[who].request(method, path, body)
      const expected = who === "nobody" ? 401 : order.indexOf(who) < order.indexOf(least) ? 403 : status
      assert.equal(answer.status, expected, `${method} ${path} by ${who}: ${answer.text}`)
    }
  }
})

test("no field beside the stated ones is taken, by anybody, anywhere", async () => {
  const desk = await testDesk()
  const admin = await desk.signedIn("Camille Rousseau", "admin")
  const agent = await desk.signedIn("Ines Okafor", "agent")
  const columns = [
    "role",
    "inboxIds",
    "everyInbox",
    "every_inbox",
    "password_hash",
    "passwordHash",
    "id",
    "disabled",
    "signed_in_at",
    "signedInAt",
    "teams",
    "__proto__x",
  ]
  for (const field of columns) {
    const answer = await agent.request("PATCH", "/api/me", { name: "Ines", [field]: "admin" })
    assert.deepEqual([answer.status, (answer.body["fields"] as { key: string }[])[0]?.key], [422, "field.unknown"], field)
  }
  for (const field of columns.filter((f) => f !== "role" && f !== "inboxIds")) {
    assert.equal((await admin.request("PATCH", `/api/agents/${agent.agentId}`, { [field]: "x" })).status, 422, field)
    assert.equal((await admin.post("/api/agents", { email: "new@maison-rousseau.example", [field]: "x" })).status, 422, field)
  }
  assert.equal(
    (await desk.browser().post("/api/sign-in/password", { email: "a@b.example", password: "x".repeat(9), role: "admin" })).status,
    422,
  )
  assert.equal((await admin.post("/api/tokens", { name: "T", role: "agent", token: "vgt_mine" })).status, 422)
  assert.equal((await admin.post("/api/teams", { name: "T", id: randomUUID() })).status, 422)
  assert.equal((await agent.get("/api/me")).body["role"], "agent")
})

test("an address that is set can't be changed by oneself", async () => {
  const desk = await testDesk()
  const agent = await desk.signedIn("Ines Okafor")
  const answer = await agent.request("PATCH", "/api/me", { email: "other@maison-rousseau.example" })
  assert.deepEqual([answer.status, answer.body["key"]], [409, "people.agent.addressSet"])
})

test("the last administrator can't be disabled or demoted", async () => {
  const desk = await testDesk()
  const one = await desk.signedIn("Camille Rousseau", "admin")
  assert.equal((await one.request("PATCH", `/api/agents/${one.agentId}`, { role: "lead" })).body["key"], "people.lastAdmin")
  assert.equal((await one.post(`/api/agents/${one.agentId}/disable`)).body["key"], "people.lastAdmin")
})

test("two administrators who shut each other out at the same moment don't both succeed", async () => {
  const desk = await testDesk()
  const one = await desk.addAgent("Camille Rousseau", "admin")
  const two = await desk.addAgent("Amadou Diallo", "admin")
  const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>()
  const { promise: done, resolve: didIt } = Promise.withResolvers<void>()
  const first = desk.db.transact(async (tx) => {
    await changeAgent(SETUP, tx, two, { role: "lead" })
    didIt()
    await mayCommit
  })
  await done
  let settled = false
  const second = desk.db.transact((tx) => disableAgent(SETUP, tx, one)).finally(() => (settled = true))
  second.catch(() => {}) // looked at below
  const waits = () =>
    desk.db.pool
      .query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
      .then(({ rows }) => rows.length > 0)
  while (!settled && !(await waits()));
  commit()
  await first
  await assert.rejects(second, { key: "people.lastAdmin" })
})

test("a disabled administrator doesn't count as one", async () => {
  const desk = await testDesk()
  const one = await desk.signedIn("Camille Rousseau", "admin")
  const two = await desk.addAgent("Amadou Diallo", "admin")
  assert.equal((await one.post(`/api/agents/${two}/disable`)).status, 200)
  assert.equal((await one.post(`/api/agents/${one.agentId}/disable`)).body["key"], "people.lastAdmin")
})

test("an administrator's token for one inbox gives out no more than that", async () => {
  const desk = await testDesk()
  const admin = await desk.addAgent("Camille Rousseau", "admin")
  const narrow = await desk.db.transact((tx) => addToken(SETUP, tx, { name: "Boutique", role: "admin", inboxes: [HERE] }))
  const ask = (method: string, path: string, body?: unknown): Promise<Answer> =>
    desk.request(method, path, body, { headers: { authorization: `Bearer ${narrow.token}` } })
  assert.equal((await ask("GET", "/api/tokens")).status, 200)
  const refused: [string, string, unknown][] = [
    ["POST", "/api/tokens", { name: "Wide", role: "agent" }],
    ["POST", "/api/tokens", { name: "Other", role: "agent", inboxIds: [HERE, THERE] }],
    ["POST", "/api/agents", { email: "wide@maison-rousseau.example" }],
    ["POST", `/api/agents/${admin}/sign-in-link`, undefined],
    ["POST", `/api/agents/${admin}/disable`, undefined],
    ["DELETE", `/api/agents/${admin}/two-step`, undefined],
    ["PATCH", `/api/agents/${admin}`, { name: "X" }],
  ]
  for (const [method, path, body] of refused)
    assert.equal((await ask(method, path, body)).body["key"], "people.inboxes.wider", `${method} ${path}`)
  assert.equal((await ask("POST", "/api/tokens", { name: "Narrow", role: "agent", inboxIds: [HERE] })).status, 201)
  const added = await ask("POST", "/api/agents", { email: "narrow@maison-rousseau.example", inboxIds: [HERE] })
  assert.deepEqual([added.status, added.body["inboxIds"]], [201, [HERE]])
  assert.equal((await ask("PATCH", `/api/agents/${textIn(added, "id")}`, { inboxIds: null })).status, 403)
})

test("inboxes are set, widened and emptied; the next request knows", async () => {
  const desk = await testDesk()
  const admin = await desk.signedIn("Camille Rousseau", "admin")
  const agent = await desk.signedIn("Ines Okafor")
  assert.equal((await agent.get("/api/me")).body["inboxes"], "every")
  const set = (inboxIds: string[] | null) => admin.request("PATCH", `/api/agents/${agent.agentId}`, { inboxIds })
  assert.deepEqual((await set([THERE, HERE, HERE])).body["inboxIds"], [HERE, THERE])
  assert.deepEqual((await agent.get("/api/me")).body["inboxes"], [HERE, THERE])
  assert.deepEqual((await set([])).body["inboxIds"], [])
  assert.deepEqual((await agent.get("/api/me")).body["inboxes"], [])
  assert.equal((await set(null)).body["inboxIds"], null)
})

test("an address is one agent's; lists come in pages by name; what isn't there is 404", async () => {
  const desk = await testDesk()
  const admin = await desk.signedIn("Camille Rousseau", "admin")
  for (const name of ["Zoe Lang", "amadou diallo", "Ines Okafor"])
    await admin.post("/api/agents", { email: `${name.split(" ")[0]}@maison-rousseau.example`, name })
  assert.equal((await admin.post("/api/agents", { email: "ZOE@Maison-Rousseau.example" })).body["key"], "people.agent.known")
  const names: unknown[] = []
  for (let path: string | null = "/api/agents?limit=3"; path;) {
    const page: Answer = await admin.get(path)
    names.push(...(page.body["items"] as { name: string }[]).map((a) => a.name))
    path = page.body["next"] ? `/api/agents?limit=3&cursor=${textIn(page, "next")}` : null
  }
  assert.deepEqual(names, ["amadou diallo", "Camille Rousseau", "Ines Okafor", "Zoe Lang"])
  for (const id of [randomUUID(), "nonsense", "' or 1=1"])
    assert.equal((await admin.get(`/api/agents/${encodeURIComponent(id)}`)).status, 404)
  assert.equal((await admin.get("/api/agents?cursor=xyz")).body["key"], "request.cursor")
})
