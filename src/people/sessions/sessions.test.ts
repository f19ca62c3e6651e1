import assert from "node:assert/strict"
import { test } from "node:test"
import { authenticate, disableAgent, isSessionAlive, refreshActor } from "#people"
import { DAY } from "#platform"
import { type Browser, SETUP, type TestDesk, testDesk } from "../../../test/support/people-desk.ts"

function actorOf(desk: TestDesk, browser: Browser) {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
  return authenticate(desk.db, desk.keys, { authorization: null, cookie, ip: "198.51.100.7", secure: false })
}

test("a disabled agent is out at the next request, and the feed is told at once", async () => {
  const desk = await testDesk()
  const browser = await desk.signedIn("Ines Okafor")
  const actor = await actorOf(desk, browser)
  assert.ok(actor?.session)
  assert.equal(await isSessionAlive(desk.db.read, actor.session), true)
  const disabled = await desk.listenFor("agent.disabled")
  await desk.db.transact((tx) => disableAgent(SETUP, tx, browser.agentId))
  assert.equal((await disabled.told).about.agent, browser.agentId)
  assert.equal(await isSessionAlive(desk.db.read, actor.session), false)
  assert.equal(await refreshActor(desk.db.read, actor), null)
  assert.equal((await browser.get("/api/me")).status, 401)
})

test("a session that was being opened while its agent was disabled opens nothing", async () => {
  const desk = await testDesk()
  const browser = await desk.signedIn("Ines Okafor")
  const actor = await actorOf(desk, browser)
  await desk.db.pool.query("insert into agent_disablings (agent_id, by_actor, at) values ($1, 'system:test', now())", [browser.agentId])
  assert.equal((await browser.get("/api/me")).status, 401)
  assert.equal(await isSessionAlive(desk.db.read, actor?.session ?? ""), false)
})

test("whoever is enabled again signs in anew: the old session stays dead, the old link too", async () => {
  const desk = await testDesk()
  const browser = await desk.signedIn("Ines Okafor")
  const admin = await desk.signedIn("Camille Rousseau", "admin")
  const link = await desk.link(browser.agentId)
  assert.equal((await admin.post(`/api/agents/${browser.agentId}/disable`)).body["disabled"], true)
  assert.equal((await desk.browser().post(`/api/sign-in/link/${link}`)).status, 401)
  assert.equal((await admin.post(`/api/agents/${browser.agentId}/enable`)).body["disabled"], false)
  assert.equal((await browser.get("/api/me")).status, 401)
  assert.equal((await desk.browser().post(`/api/sign-in/link/${link}`)).status, 401)
  assert.equal((await desk.browser().post(`/api/sign-in/link/${await desk.link(browser.agentId)}`)).status, 200)
})

test("a session ends after 14 days without use, and after 90 in any case", async () => {
  const desk = await testDesk()
  const idle = await desk.signedIn("Ines Okafor")
  const busy = await desk.signedIn("Amadou Diallo")
  desk.clock.advance(14 * DAY - 1000)
  assert.equal((await busy.get("/api/me")).status, 200)
  desk.clock.advance(1000)
  assert.equal((await idle.get("/api/me")).status, 401)
  for (let day = 14; day < 84; day += 10) {
    desk.clock.advance(10 * DAY)
    assert.equal((await busy.get("/api/me")).status, 200, `day ${day + 10}`)
  }
  desk.clock.advance(6 * DAY)
  assert.equal((await busy.get("/api/me")).status, 401)
})

test("signing in ends the session that the browser held", async () => {
  const desk = await testDesk()
  const browser = await desk.signedIn("Ines Okafor")
  const before = await actorOf(desk, browser)
  await browser.post(`/api/sign-in/link/${await desk.link(browser.agentId)}`)
  assert.equal(await isSessionAlive(desk.db.read, before?.session ?? ""), false)
  assert.equal((await browser.get("/api/me")).status, 200)
})

test("people see and end their own sessions, and nobody else's", async () => {
  const desk = await testDesk()
  const here = await desk.signedIn("Ines Okafor")
  const there = desk.browser({ ip: "2001:db8:7:8::9", headers: { "user-agent": "Telephone" } })
  await there.post(`/api/sign-in/link/${await desk.link(here.agentId)}`)
  const sessions = (await here.get("/api/me")).body["sessions"] as { id: string; current: boolean; userAgent: string; network: string }[]
  const told = sessions.map((s) => `${s.current} ${s.userAgent} ${s.network}`)
  assert.deepEqual(new Set(told), new Set(["false Telephone 2001:db8:7:8::/64", "true  198.51.100.7"]))
  const other = sessions.find((s) => !s.current)?.id
  const stranger = await desk.signedIn("Amadou Diallo")
  assert.equal((await stranger.request("DELETE", `/api/me/sessions/${other}`)).status, 404)
  assert.equal((await here.request("DELETE", `/api/me/sessions/${other}`)).status, 204)
  assert.equal((await there.get("/api/me")).status, 401)
  assert.equal((await here.request("DELETE", `/api/me/sessions/${other}`)).status, 404)
})

test("signing out ends the session, not only the cookie", async () => {
  const desk = await testDesk()
  const browser = await desk.signedIn("Ines Okafor")
  const kept = new Map(browser.cookies)
  assert.equal((await browser.post("/api/sign-out")).status, 204)
  assert.equal(browser.cookies.size, 0)
  for (const [name, value] of kept) browser.cookies.set(name, value)
  assert.equal((await browser.get("/api/me")).status, 401)
})

test("over https only the __Host- cookie counts", async () => {
  const desk = await testDesk({ url: "https://desk.maison-rousseau.example" })
  const browser = await desk.signedIn("Ines Okafor")
  const token = browser.cookies.get("__Host-vigie_session") ?? ""
  assert.notEqual(token, "")
  assert.equal((await browser.get("/api/me")).status, 200)
  assert.equal((await desk.request("GET", "/api/me", undefined, { headers: { cookie: `vigie_session=${token}` } })).status, 401)
})

test("no session token lies in the database, and a row written there without the key opens nothing", async () => {
  const desk = await testDesk()
  const browser = await desk.signedIn("Ines Okafor")
  const token = browser.cookies.get("vigie_session") ?? ""
  const { rows } = await desk.db.pool.query<{ row: string }>("select s::text as row from sessions s")
  assert.ok(rows.every(({ row }) => !row.includes(token)))
  await desk.db.pool.query("update sessions set token_hash = sha256('forged')")
  assert.equal((await desk.request("GET", "/api/me", undefined, { headers: { cookie: "vigie_session=forged" } })).status, 401)
})
