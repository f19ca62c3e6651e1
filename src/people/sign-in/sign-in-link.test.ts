import assert from "node:assert/strict"
import { test } from "node:test"
import { addAgent, firstAdministrator, issueSignInLink, MAILED_LINK } from "#people"
import { HOUR, MINUTE } from "#platform"
import { SETUP, testDesk } from "../../../test/support/people-desk.ts"

test("a link signs in once; opening its page doesn't use it", async () => {
  const desk = await testDesk()
  const token = await desk.link(await desk.addAgent("Ines Okafor"))
  const browser = desk.browser()
  for (let visit = 0; visit < 3; visit++) {
    const page = await browser.get(`/sign-in/${token}`, { headers: { "accept-language": "fr-FR,fr;q=0.9" } })
    assert.equal(page.status, 200)
    assert.match(page.text, /<button type="submit">Se connecter<\/button>/)
    assert.match(page.headers.get("content-security-policy") ?? "", /default-src 'none'/)
    assert.doesNotMatch(page.text, /<script|style=/)
  }
  const answer = await browser.post(`/api/sign-in/link/${token}`, undefined, { form: {} })
  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get("location"), "/")
  assert.match(answer.headers.get("set-cookie") ?? "", /^vigie_session=.+; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/)
  assert.equal((await browser.get("/api/me")).body["name"], "Ines Okafor")

  const second = await desk.browser().post(`/api/sign-in/link/${token}`, undefined, { form: {}, headers: { "accept-language": "en" } })
  assert.equal(second.status, 401)
  assert.match(second.text, /used already, or is too old/)
  assert.equal((await desk.request("GET", `/sign-in/${token}`)).status, 401)
})

test("a link used twice at the same moment signs in once", async () => {
  const desk = await testDesk()
  const token = await desk.link(await desk.addAgent("Ines Okafor"))
  const answers = await Promise.all(Array.from({ length: 6 }, () => desk.browser().post(`/api/sign-in/link/${token}`)))
  assert.deepEqual(
    answers.map((a) => a.status).toSorted((a, b) => a - b),
    [200, 401, 401, 401, 401, 401],
  )
})

test("of two links either may be used, and then the other opens nothing", async () => {
  const desk = await testDesk()
  const agentId = await desk.addAgent("Amadou Diallo")
  const first = await desk.link(agentId)
  const second = await desk.link(agentId)
  assert.equal((await desk.browser().post(`/api/sign-in/link/${first}`)).status, 200)
  assert.equal((await desk.browser().post(`/api/sign-in/link/${second}`)).status, 401)
})

test("a printed link lives 24 hours, a mailed one 15 minutes", async () => {
  const desk = await testDesk()
  const agentId = await desk.addAgent("Amadou Diallo")
  const printed = await desk.link(agentId)
  const mailed = await desk.db.transact((tx) => issueSignInLink(tx, agentId, MAILED_LINK))
  desk.clock.advance(15 * MINUTE)
  assert.equal((await desk.browser().post(`/api/sign-in/link/${mailed}`)).status, 401)
  desk.clock.advance(24 * HOUR - 15 * MINUTE - 1000)
  assert.equal((await desk.request("GET", `/sign-in/${printed}`)).status, 200)
  desk.clock.advance(1000)
  assert.equal((await desk.browser().post(`/api/sign-in/link/${printed}`)).status, 401)
})

test("asking for a link answers the same for a known and an unknown address, and mails only the known", async () => {
  const desk = await testDesk()
  await desk.addAgent("Camille Rousseau")
  const unknown = await desk.browser().post("/api/sign-in/link", { email: "nobody@maison-rousseau.example" })
  const mailed = await desk.listenFor("agent.link-mailed")
  const known = await desk.browser().post("/api/sign-in/link", { email: "CAMILLE.rousseau@maison-rousseau.example" })
  assert.deepEqual([unknown.status, unknown.text], [202, ""])
  assert.deepEqual([known.status, known.text, [...known.headers]], [202, "", [...unknown.headers]])
  await mailed.told
  assert.deepEqual(
    desk.mails.map((mail) => [mail.address, mail.minutes]),
    [["camille.rousseau@maison-rousseau.example", 15]],
  )
  const path = new URL(desk.mails[0]?.url ?? "").pathname
  assert.equal((await desk.browser().post(`/api${path.replace("/sign-in/", "/sign-in/link/")}`)).status, 200)
})

test("one address is mailed three links in a quarter of an hour, known or not", async () => {
  const desk = await testDesk()
  const ask = (n: number) => desk.browser({ ip: `203.0.113.${n}` }).post("/api/sign-in/link", { email: "nobody@maison-rousseau.example" })
  for (let n = 1; n <= 3; n++) assert.equal((await ask(n)).status, 202)
  const refused = await ask(4)
  assert.equal(refused.status, 429)
  assert.equal(refused.headers.get("retry-after"), "900")
})

test("the first administrator is made once, and gives their address at the first sign-in", async () => {
  const desk = await testDesk()
  const [one, two] = await Promise.all([desk.db.transact(firstAdministrator), desk.db.transact(firstAdministrator)])
  assert.ok(one)
  assert.deepEqual(one, two)
  const token = await desk.link(one.agentId)
  assert.match((await desk.request("GET", `/sign-in/${token}`)).text, /name="email"/)
  const browser = desk.browser()
  const mistyped = await browser.post(`/api/sign-in/link/${token}`, undefined, { form: { email: "camille@" } })
  assert.equal(mistyped.status, 422)
  assert.match(mistyped.text, /<p>Give an e-mail address, such as/)
  const answer = await browser.post(`/api/sign-in/link/${token}`, undefined, {
    form: { email: "camille@maison-rousseau.example", name: "Camille Rousseau" },
  })
  assert.equal(answer.status, 303)
  const me = (await browser.get("/api/me")).body
  assert.deepEqual([me["email"], me["name"], me["role"]], ["camille@maison-rousseau.example", "Camille Rousseau", "admin"])
  assert.equal(await desk.db.transact(firstAdministrator), null)
})

test("whoever has an address keeps it, whatever comes along with the link", async () => {
  const desk = await testDesk()
  const { agentId } = await desk.db.transact((tx) => addAgent(SETUP, tx, { email: "ines@maison-rousseau.example" }))
  const browser = desk.browser()
  await browser.post(`/api/sign-in/link/${await desk.link(agentId)}`, { email: "thief@elsewhere.example", name: "Thief" })
  const me = (await browser.get("/api/me")).body
  assert.deepEqual([me["email"], me["name"]], ["ines@maison-rousseau.example", "ines"])
})

test("another site can't sign a browser in", async () => {
  const desk = await testDesk()
  const token = await desk.link(await desk.addAgent("Ines Okafor"))
  const cross = await desk
    .browser({ headers: { "sec-fetch-site": "cross-site" } })
    .post(`/api/sign-in/link/${token}`, undefined, { form: {} })
  assert.equal(cross.status, 403)
  const old = await desk.request("POST", `/api/sign-in/link/${token}`, undefined, {
    form: {},
    headers: { origin: "https://elsewhere.example" },
  })
  assert.equal(old.status, 403)
  assert.equal((await desk.browser().post(`/api/sign-in/link/${token}`)).status, 200)
})
