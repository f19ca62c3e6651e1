import assert from "node:assert/strict"
import { test } from "node:test"
import { Secret, TOTP } from "otpauth"
import { HOUR, MINUTE } from "#platform"
import { type Answer, type Browser, type TestDesk, testDesk } from "../../../test/support/people-desk.ts"

function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })
}

interface Armed {
  browser: Browser
  agentId: string
  secret: string
  recoveryCodes: string[]
}

async function withTwoStep(desk: TestDesk, name: string): Promise<Armed> {
  const browser = await desk.signedIn(name)
  const begun = await browser.post("/api/me/two-step")
  const secret = String(begun.body["secret"])
  assert.match(String(begun.body["uri"]), /^otpauth:\/\/totp\/Vigie:/)
  const confirmed = await browser.post("/api/me/two-step/confirm", { code: codeAt(secret, desk.clock.now()) })
  assert.equal(confirmed.status, 200, confirmed.text)
  desk.clock.advance(MINUTE)
  return { browser, agentId: browser.agentId, secret, recoveryCodes: confirmed.body["recoveryCodes"] as string[] }
}

async function firstStep(desk: TestDesk, agentId: string, ip?: string): Promise<Browser> {
  const browser = desk.browser(ip ? { ip } : {})
  const answer = await browser.post(`/api/sign-in/link/${await desk.link(agentId)}`)
  assert.deepEqual(answer.body, { state: "second-step" })
  return browser
}

const give = (browser: Browser, code: string): Promise<Answer> => browser.post("/api/sign-in/code", { code })

test("after the first step nothing opens until the code; then the session has a new token", async () => {
  const desk = await testDesk()
  const { agentId, secret } = await withTwoStep(desk, "Ines Okafor")
  const browser = await firstStep(desk, agentId)
  const half = browser.cookies.get("vigie_session")
  assert.equal((await browser.get("/api/me")).status, 401)
  assert.equal((await browser.get("/api/sign-in/ways")).body["secondStep"], true)
  assert.equal((await give(browser, codeAt(secret, desk.clock.now()))).status, 200)
  assert.notEqual(browser.cookies.get("vigie_session"), half)
  assert.equal((await browser.get("/api/me")).body["twoStep"], true)
})

test("a form that owes a code lands on the page that asks for it", async () => {
  const desk = await testDesk()
  const { agentId } = await withTwoStep(desk, "Ines Okafor")
  const answer = await desk.browser().post(`/api/sign-in/link/${await desk.link(agentId)}`, undefined, { form: {} })
  assert.deepEqual([answer.status, answer.headers.get("location")], [303, "/sign-in?step=code"])
})

test("a code is taken once, even in its own half minute and by two at the same moment", async () => {
  const desk = await testDesk()
  const { agentId, secret } = await withTwoStep(desk, "Ines Okafor")
  const code = codeAt(secret, desk.clock.now())
  const browsers = [await firstStep(desk, agentId), await firstStep(desk, agentId)]
  const answers = await Promise.all(browsers.map((browser) => give(browser, code)))
  assert.deepEqual(
    answers.map((a) => a.status).toSorted((a, b) => a - b),
    [200, 401],
  )
  assert.equal((await give(await firstStep(desk, agentId), code)).body["key"], "people.code.wrong")
})

test("an older code isn't taken after a newer one; one period either way is", async () => {
  const desk = await testDesk()
  const { agentId, secret } = await withTwoStep(desk, "Ines Okafor")
  const now = desk.clock.now()
  const at = (seconds: number) => codeAt(secret, new Date(now.getTime() + seconds * 1000))
  assert.equal((await give(await firstStep(desk, agentId), at(60))).status, 401)
  assert.equal((await give(await firstStep(desk, agentId), at(30))).status, 200)
  assert.equal((await give(await firstStep(desk, agentId), at(0))).status, 401)
})

test("when the clock is set back, a used code stays used", async () => {
  const desk = await testDesk()
  const { agentId, secret } = await withTwoStep(desk, "Ines Okafor")
  const code = codeAt(secret, desk.clock.now())
  assert.equal((await give(await firstStep(desk, agentId), code)).status, 200)
  desk.clock.advance(-20_000)
  assert.equal((await give(await firstStep(desk, agentId), code)).status, 401)
})

test("five wrong codes shut the second step, from wherever; a recovery code doesn't get around it", async () => {
  const desk = await testDesk()
  const { agentId, secret, recoveryCodes } = await withTwoStep(desk, "Ines Okafor")
  for (let n = 0; n < 5; n++) assert.equal((await give(await firstStep(desk, agentId, `203.0.113.${n}`), "000000")).status, 401)
  const browser = await firstStep(desk, agentId, "203.0.113.9")
  const refused = await give(browser, codeAt(secret, desk.clock.now()))
  assert.deepEqual([refused.status, refused.headers.get("retry-after")], [429, "900"])
  assert.equal((await give(browser, recoveryCodes[0] ?? "")).status, 429)
})

test("a recovery code is taken once, with or without its dash", async () => {
  const desk = await testDesk()
  const { agentId, recoveryCodes } = await withTwoStep(desk, "Ines Okafor")
  assert.equal(new Set(recoveryCodes).size, 10)
  const code = recoveryCodes[3] ?? ""
  assert.equal((await give(await firstStep(desk, agentId), code.replace("-", "").toUpperCase())).status, 200)
  assert.equal((await give(await firstStep(desk, agentId), code)).status, 401)
  assert.equal((await give(await firstStep(desk, agentId), recoveryCodes[4] ?? "")).status, 200)
})

test("the first step waits ten minutes for its code", async () => {
  const desk = await testDesk()
  const { agentId, secret } = await withTwoStep(desk, "Ines Okafor")
  const browser = await firstStep(desk, agentId)
  desk.clock.advance(10 * MINUTE)
  assert.equal((await give(browser, codeAt(secret, desk.clock.now()))).body["key"], "people.code.late")
})

test("an unconfirmed secret owes nothing; a stale session can't begin or end it", async () => {
  const desk = await testDesk()
  const browser = await desk.signedIn("Amadou Diallo")
  await browser.post("/api/me/two-step")
  assert.deepEqual((await desk.browser().post(`/api/sign-in/link/${await desk.link(browser.agentId)}`)).body, { state: "signed-in" })
  desk.clock.advance(HOUR)
  assert.equal((await browser.post("/api/me/two-step")).body["key"], "people.session.notFresh")
  assert.equal((await browser.request("DELETE", "/api/me/two-step")).status, 403)
})

test("an administrator forgets the codes of whoever lost them; nobody else does", async () => {
  const desk = await testDesk()
  const { agentId } = await withTwoStep(desk, "Ines Okafor")
  const lead = await desk.signedIn("Amadou Diallo", "lead")
  assert.equal((await lead.request("DELETE", `/api/agents/${agentId}/two-step`)).status, 403)
  const admin = await desk.signedIn("Camille Rousseau", "admin")
  assert.equal((await admin.request("DELETE", `/api/agents/${agentId}/two-step`)).status, 204)
  assert.deepEqual((await desk.browser().post(`/api/sign-in/link/${await desk.link(agentId)}`)).body, { state: "signed-in" })
})

test("the secret lies sealed in the database", async () => {
  const desk = await testDesk()
  const { secret } = await withTwoStep(desk, "Ines Okafor")
  const { rows } = await desk.db.pool.query<{ row: string }>("select t::text as row from totp_secrets t")
  assert.equal(rows.length, 1)
  assert.ok(!rows[0]?.row.includes(Buffer.from(secret).toString("hex")) && !rows[0]?.row.includes(secret))
})
