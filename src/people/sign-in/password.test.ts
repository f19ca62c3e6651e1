import assert from "node:assert/strict"
import { test } from "node:test"
import { MINUTE } from "#platform"
import { disableAgent } from "#people"
import { type Answer, SETUP, type TestDesk, testDesk } from "../../../test/support/people-desk.ts"

const PASSWORD = "quatre murs et un toit"

async function withPassword(desk: TestDesk, name: string) {
  const browser = await desk.signedIn(name)
  assert.equal((await browser.request("PUT", "/api/me/password", { next: PASSWORD })).status, 204)
  return Object.assign(browser, { email: `${name.toLowerCase().replace(" ", ".")}@maison-rousseau.example` })
}

test("a password signs in, whatever the case of the address; a wrong one doesn't", async () => {
  const desk = await testDesk()
  const { email } = await withPassword(desk, "Ines Okafor")
  const browser = desk.browser()
  const wrong = await browser.post("/api/sign-in/password", { email, password: "quatre murs et un toi" })
  assert.deepEqual([wrong.status, wrong.body["key"]], [401, "people.signIn.wrong"])
  assert.equal(browser.cookies.size, 0)
  const right = await browser.post("/api/sign-in/password", { email: email.toUpperCase(), password: PASSWORD })
  assert.deepEqual([right.status, right.body], [200, { state: "signed-in" }])
  assert.equal((await browser.get("/api/me")).body["email"], email)
})

test("unknown address, no password yet, disabled agent: the same answer, and the same work", async () => {
  const desk = await testDesk()
  const { email, agentId } = await withPassword(desk, "Ines Okafor")
  await desk.addAgent("Amadou Diallo")
  await desk.db.transact((tx) => disableAgent(SETUP, tx, agentId))
  const answers: Answer[] = []
  const times: number[] = []
  for (const [n, address] of ["nobody@maison-rousseau.example", "amadou.diallo@maison-rousseau.example", email].entries()) {
    const before = performance.now()
    answers.push(await desk.browser({ ip: `203.0.113.${n}` }).post("/api/sign-in/password", { email: address, password: PASSWORD }))
    times.push(performance.now() - before)
  }
  assert.deepEqual(
    answers.map((a) => [a.status, a.text]),
    Array.from({ length: 3 }, () => [401, answers[0]?.text]),
  )
  // argon2id takes tens of milliseconds and the rest a few: whoever skipped it would show.
  assert.ok(Math.min(...times) > 8, `work was skipped: ${times.map(Math.round).join(", ")} ms`)
})

test("commonest and own passwords are refused with what would be right; eight signs are needed", async () => {
  const desk = await testDesk()
  const browser = await desk.signedIn("Camille Rousseau")
  const fieldOf = async (next: string) => {
    const answer = await browser.request("PUT", "/api/me/password", { next })
    assert.equal(answer.status, 422, next)
    return (answer.body["fields"] as { key: string; path: string }[])[0]
  }
  assert.equal((await fieldOf("1234567"))?.key, "field.tooShort")
  assert.equal((await fieldOf("MotDePasse123"))?.key, "people.password.common")
  assert.equal((await fieldOf("aaaaaaaaaaaa"))?.key, "people.password.common")
  assert.equal((await fieldOf("Camille Rousseau"))?.key, "people.password.own")
  assert.equal((await fieldOf("camille.rousseau@maison-rousseau.example"))?.key, "people.password.own")
})

test("a new password ends the other sessions, and asks for the old one when the sign-in is not fresh", async () => {
  const desk = await testDesk()
  const browser = await withPassword(desk, "Ines Okafor")
  const elsewhere = desk.browser()
  await elsewhere.post("/api/sign-in/password", { email: browser.email, password: PASSWORD })
  desk.clock.advance(31 * MINUTE)
  assert.equal(
    (await browser.request("PUT", "/api/me/password", { next: "cinq portes et un chat" })).body["key"],
    "people.session.notFresh",
  )
  assert.equal((await browser.request("PUT", "/api/me/password", { current: "faux", next: "cinq portes et un chat" })).status, 422)
  assert.equal((await elsewhere.get("/api/me")).status, 200)
  assert.equal((await browser.request("PUT", "/api/me/password", { current: PASSWORD, next: "cinq portes et un chat" })).status, 204)
  assert.equal((await elsewhere.get("/api/me")).status, 401)
  assert.equal((await browser.get("/api/me")).status, 200)
  assert.equal((await desk.browser().post("/api/sign-in/password", { email: browser.email, password: PASSWORD })).status, 401)
})

test("ten wrong passwords shut an address out, from wherever they come, until the window has passed", async () => {
  const desk = await testDesk()
  const { email } = await withPassword(desk, "Ines Okafor")
  const guess = (n: number, password = "mauvais mot") =>
    desk.browser({ ip: `203.0.113.${n}` }).post("/api/sign-in/password", { email, password })
  for (let n = 0; n < 10; n++) assert.equal((await guess(n)).status, 401)
  const refused = await guess(11, PASSWORD)
  assert.equal(refused.status, 429)
  assert.equal(refused.headers.get("retry-after"), "900")
  assert.match(String(refused.body["detail"]), /15 minutes/)
  desk.clock.advance(15 * MINUTE - 1000)
  assert.equal((await guess(12, PASSWORD)).headers.get("retry-after"), "1")
  desk.clock.advance(1000)
  assert.equal((await guess(13, PASSWORD)).status, 200)
})

test("whoever is shut out of the password still signs in by link", async () => {
  const desk = await testDesk()
  const { email, agentId } = await withPassword(desk, "Ines Okafor")
  for (let n = 0; n < 10; n++)
    await desk.browser({ ip: `203.0.113.${n}` }).post("/api/sign-in/password", { email, password: "mauvais mot" })
  assert.equal((await desk.browser().post(`/api/sign-in/link/${await desk.link(agentId)}`)).status, 200)
})

test("a success takes back its own try and nobody else's", async () => {
  const desk = await testDesk()
  const { email } = await withPassword(desk, "Ines Okafor")
  const guess = (password: string, ip: string) => desk.browser({ ip }).post("/api/sign-in/password", { email, password })
  for (let n = 0; n < 9; n++) await guess("mauvais mot", `203.0.113.${n}`)
  for (let n = 0; n < 3; n++) assert.equal((await guess(PASSWORD, "192.0.2.1")).status, 200)
  assert.equal((await guess("mauvais mot", "203.0.113.20")).status, 401)
  assert.equal((await guess("mauvais mot", "203.0.113.21")).status, 429)
})

test("tries at many addresses count together for one IPv6 /64, and not for the next", async () => {
  const desk = await testDesk()
  const spray = (n: number, ip: string) =>
    desk.browser({ ip }).post("/api/sign-in/password", { email: `p${n}@maison-rousseau.example`, password: "mauvais mot" })
  const first = await Promise.all(Array.from({ length: 34 }, (_, n) => spray(n, `2001:db8:1:2:${n.toString(16)}::1`)))
  assert.equal(first.filter((a) => a.status === 401).length, 30)
  assert.equal(first.filter((a) => a.status === 429).length, 4)
  assert.equal((await spray(50, "2001:db8:1:2:ffff:ffff:ffff:ffff")).status, 429)
  assert.equal((await spray(51, "2001:db8:1:3::1")).status, 401)
  assert.equal((await spray(52, "198.51.100.9")).status, 401)
})

test("the limits outlive a restart: they are counted in the database, without the address", async () => {
  const desk = await testDesk()
  const { email } = await withPassword(desk, "Ines Okafor")
  for (let n = 0; n < 10; n++)
    await desk.browser({ ip: `203.0.113.${n}` }).post("/api/sign-in/password", { email, password: "mauvais mot" })
  const kept = await desk.db.pool.query<{ key: string }>("select key from proof_failures")
  assert.equal(kept.rows.length, 20)
  assert.ok(kept.rows.every(({ key }) => !key.includes("ines") && !key.includes("@")))
})
