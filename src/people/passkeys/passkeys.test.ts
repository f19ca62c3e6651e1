import assert from "node:assert/strict"
import { generateKeyPairSync } from "node:crypto"
import { test } from "node:test"
import { disableAgent } from "#people"
import { MINUTE } from "#platform"
import { type Bent, SoftAuthenticator } from "../../../test/support/authenticator.ts"
import { type Answer, type Browser, SETUP, type TestDesk, testDesk } from "../../../test/support/people-desk.ts"

const ORIGIN = "https://desk.maison-rousseau.example"

async function register(browser: Browser, authenticator: SoftAuthenticator, bent: Bent = {}): Promise<Answer> {
  const options = await browser.post("/api/me/passkeys/options")
  assert.equal(options.status, 200, options.text)
  return browser.post("/api/me/passkeys", { name: "Ordinateur", response: authenticator.create(options.body, bent) })
}

async function withPasskey(): Promise<{ desk: TestDesk; browser: Browser & { agentId: string }; authenticator: SoftAuthenticator }> {
  const desk = await testDesk({ url: ORIGIN })
  const browser = await desk.signedIn("Ines Okafor")
  const authenticator = new SoftAuthenticator(ORIGIN)
  const added = await register(browser, authenticator)
  assert.equal(added.status, 201, added.text)
  return { desk, browser, authenticator }
}

async function signIn(desk: TestDesk, authenticator: SoftAuthenticator, bent: Bent = {}): Promise<{ browser: Browser; answer: Answer }> {
  const browser = desk.browser()
  const options = await browser.post("/api/sign-in/passkey/options")
  return { browser, answer: await browser.post("/api/sign-in/passkey", authenticator.get(options.body, bent)) }
}

test("a passkey is added and signs in, without a name asked and without a further step", async () => {
  const { desk, browser, authenticator } = await withPasskey()
  const kept = (await browser.get("/api/me")).body["passkeys"] as { id: string; name: string; usedAt: string | null }[]
  assert.deepEqual(
    kept.map((p) => [p.id, p.name, p.usedAt]),
    [[authenticator.id.toString("base64url"), "Ordinateur", null]],
  )
  const signedIn = await signIn(desk, authenticator)
  assert.deepEqual([signedIn.answer.status, signedIn.answer.body], [200, { state: "signed-in" }])
  const me = (await signedIn.browser.get("/api/me")).body
  assert.equal(me["id"], browser.agentId)
  assert.notEqual((me["passkeys"] as { usedAt: string | null }[])[0]?.usedAt, null)
})

const FORGERIES: [what: string, bent: Bent][] = [
  ["from another site", { origin: "https://desk.elsewhere.example" }],
  ["for another site", { rpId: "desk.elsewhere.example" }],
  ["its owner not verified", { flags: 0x01 }],
  ["its owner not present", { flags: 0x04 }],
  ["a challenge of its own", { challenge: "YW5vdGhlcg" }],
  ["of another kind", { type: "payment.get" }],
]

test("what a passkey says of another site, person, challenge or key signs nobody in", async (t) => {
  const { desk, authenticator } = await withPasskey()
  const another = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey
  for (const [what, bent] of [
    ...FORGERIES,
    ["signed by another key", { key: another }],
    ["another's handle", { userHandle: "YW5vdGhlcg" }],
  ] as const) {
    await t.test(what, async () => {
      const { browser, answer } = await signIn(desk, authenticator, bent)
      assert.deepEqual([answer.status, answer.body["key"]], [401, "people.passkey.refused"])
      assert.equal(browser.cookies.size, 0)
    })
  }
  await t.test("and the honest one does", async () => assert.equal((await signIn(desk, authenticator)).answer.status, 200))
})

test("an answer is good once and for ten minutes, and not for another purpose", async () => {
  const { desk, browser, authenticator } = await withPasskey()
  const ask = async () => (await desk.browser().post("/api/sign-in/passkey/options")).body
  const give = (response: unknown) => desk.browser().post("/api/sign-in/passkey", response)
  const answer = authenticator.get(await ask())
  assert.equal((await give(answer)).status, 200)
  assert.equal((await give(answer)).status, 401)
  const spoilt = await ask()
  assert.equal((await give(authenticator.get(spoilt, { flags: 0x01 }))).status, 401)
  assert.equal((await give(authenticator.get(spoilt))).status, 401)
  const adding = (await browser.post("/api/me/passkeys/options")).body
  assert.equal((await give(authenticator.get(adding))).status, 401)
  const late = await ask()
  desk.clock.advance(10 * MINUTE)
  assert.equal((await give(authenticator.get(late))).status, 401)
})

test("a counter that doesn't go up tells of a copy", async () => {
  const { desk, authenticator } = await withPasskey()
  authenticator.counter = 7
  assert.equal((await signIn(desk, authenticator)).answer.status, 200)
  assert.equal((await signIn(desk, authenticator)).answer.status, 401)
  assert.equal((await signIn(desk, authenticator, { counter: 6 })).answer.status, 401)
  assert.equal((await signIn(desk, authenticator, { counter: 8 })).answer.status, 200)
})

test("adding needs a fresh session, its own challenge, and a passkey that isn't known", async () => {
  const { desk, browser, authenticator } = await withPasskey()
  assert.equal((await register(browser, authenticator)).status, 409)
  for (const [what, bent] of FORGERIES) assert.equal((await register(browser, new SoftAuthenticator(ORIGIN), bent)).status, 422, what)
  const stranger = await desk.signedIn("Amadou Diallo")
  const theirs = await stranger.post("/api/me/passkeys/options")
  const taken = await browser.post("/api/me/passkeys", { name: "X", response: new SoftAuthenticator(ORIGIN).create(theirs.body) })
  assert.equal(taken.status, 422)
  desk.clock.advance(31 * MINUTE)
  assert.equal((await browser.post("/api/me/passkeys/options")).body["key"], "people.session.notFresh")
})

test("a forgotten passkey signs nobody in; only its owner forgets it", async () => {
  const { desk, browser, authenticator } = await withPasskey()
  const id = authenticator.id.toString("base64url")
  const stranger = await desk.signedIn("Amadou Diallo")
  assert.equal((await stranger.request("DELETE", `/api/me/passkeys/${id}`)).status, 404)
  assert.equal((await signIn(desk, authenticator)).answer.status, 200)
  assert.equal((await browser.request("DELETE", `/api/me/passkeys/${id}`)).status, 204)
  assert.equal((await signIn(desk, authenticator)).answer.status, 401)
})

test("a disabled agent's passkey opens nothing", async () => {
  const { desk, browser, authenticator } = await withPasskey()
  await desk.db.transact((tx) => disableAgent(SETUP, tx, browser.agentId))
  assert.equal((await signIn(desk, authenticator)).answer.status, 401)
})

test("passkeys are offered where the desk has a host name", async () => {
  const named = await testDesk({ url: ORIGIN })
  assert.equal((await named.browser().get("/api/sign-in/ways")).body["passkey"], true)
  for (const url of ["http://192.0.2.4:4600", "http://[2001:db8::4]:4600"]) {
    assert.equal((await (await testDesk({ url })).browser().get("/api/sign-in/ways")).body["passkey"], false)
  }
})
