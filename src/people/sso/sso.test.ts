import assert from "node:assert/strict"
import { test } from "node:test"
import { disableAgent } from "#people"
import { MINUTE } from "#platform"
import { type Answer, type Browser, SETUP, type TestDesk, testDesk } from "../../../test/support/people-desk.ts"
import { CLIENT, type Draft, FakeProvider, ISSUER } from "../../../test/support/sign-in-provider.ts"

async function withSso(
  settings: { admitDomains?: string[]; trustAddresses?: boolean } = {},
): Promise<{ desk: TestDesk; provider: FakeProvider }> {
  let now = () => new Date()
  const provider = new FakeProvider(() => now())
  await provider.open()
  const desk = await testDesk({ url: "https://desk.maison-rousseau.example", outbound: provider.outbound() })
  now = () => desk.clock.now()
  const admin = await desk.signedIn("Camille Rousseau", "admin")
  const set = await admin.request("PUT", "/api/settings/sso", { issuer: ISSUER, name: "Atelier Orme", ...CLIENT, ...settings })
  assert.equal(set.status, 200, set.text)
  assert.equal(set.body["callbackUrl"], "https://desk.maison-rousseau.example/api/sign-in/sso/callback")
  assert.ok(!set.text.includes(CLIENT.clientSecret))
  return { desk, provider }
}

const NAVIGATES = { headers: { "sec-fetch-site": "cross-site", "accept-language": "en" } }

async function leave(browser: Browser): Promise<URL> {
  const answer = await browser.get("/api/sign-in/sso", NAVIGATES)
  assert.equal(answer.status, 302, answer.text)
  return new URL(answer.headers.get("location") ?? "")
}

function comeBack(browser: Browser, to: URL): Promise<Answer> {
  return browser.get(`${to.pathname}${to.search}`, NAVIGATES)
}

async function signIn(desk: TestDesk, provider: FakeProvider): Promise<{ browser: Browser; answer: Answer }> {
  const browser = desk.browser()
  return { browser, answer: await comeBack(browser, provider.agree(await leave(browser))) }
}

async function refused(
  desk: TestDesk,
  { browser, answer }: { browser: Browser; answer: Answer },
  sentence: RegExp,
  status = 401,
): Promise<void> {
  assert.equal(answer.status, status, answer.text)
  assert.match(answer.text, sentence)
  assert.equal((await browser.get("/api/me")).status, 401)
  const { rows } = await desk.db.pool.query("select from sessions where proof = 'sso'")
  assert.equal(rows.length, 0)
}

test("an agent signs in through the company, by PKCE, and is known by subject from then on", async () => {
  const { desk, provider } = await withSso()
  const agentId = await desk.addAgent("Ines Okafor")
  assert.deepEqual((await desk.browser().get("/api/sign-in/ways")).body["sso"], { name: "Atelier Orme" })
  const { browser, answer } = await signIn(desk, provider)
  assert.deepEqual([answer.status, answer.headers.get("location")], [303, "/"])
  assert.equal((await browser.get("/api/me")).body["id"], agentId)
  provider.person = { ...provider.person, email: "renamed@elsewhere.example" }
  const again = await signIn(desk, provider)
  assert.equal((await again.browser.get("/api/me")).body["id"], agentId)
  assert.ok(provider.asked.length > 0 && provider.asked.every((url) => url.startsWith(ISSUER)))
})

const FORGERIES: [what: string, bend: (draft: Draft) => void][] = [
  ["another nonce", ({ claims }) => (claims["nonce"] = "another")],
  ["no nonce", ({ claims }) => delete claims["nonce"]],
  ["another audience", ({ claims }) => (claims["aud"] = "another-client")],
  ["another issuer", ({ claims }) => (claims["iss"] = "https://sso.elsewhere.example")],
  ["expired", ({ claims }) => (claims["exp"] = Number(claims["iat"]) - 31)],
  ["not yet valid", ({ claims }) => (claims["nbf"] = Number(claims["iat"]) + 300)],
  ["no subject", ({ claims }) => delete claims["sub"]],
  ["algorithm none, signature there", ({ header }) => (header["alg"] = "none")],
  ["algorithm HS256", ({ header }) => (header["alg"] = "HS256")],
  ["unknown key", ({ header }) => (header["kid"] = "k2")],
]

test("a forged or worn-out ID token signs nobody in", async (t) => {
  const { desk, provider } = await withSso()
  await desk.addAgent("Ines Okafor")
  for (const [what, bend] of FORGERIES) {
    await t.test(what, async () => {
      provider.bend = bend
      await refused(desk, await signIn(desk, provider), /could not be confirmed/)
    })
  }
  await t.test("algorithm none, unsigned", async () => {
    provider.bend = ({ header }) => (header["alg"] = "none")
    provider.signing = "none"
    await refused(desk, await signIn(desk, provider), /could not be confirmed/)
  })
  await t.test("signed by another key", async () => {
    provider.bend = () => {}
    provider.signing = "wrong"
    await refused(desk, await signIn(desk, provider), /could not be confirmed/)
  })
  await t.test("and the honest one does", async () => {
    provider.signing = "right"
    assert.equal((await signIn(desk, provider)).answer.status, 303)
  })
})

test("whoever comes back with another state, from another browser, twice or too late is refused", async () => {
  const { desk, provider } = await withSso()
  await desk.addAgent("Ines Okafor")
  const browser = desk.browser()

  const bent = provider.agree(await leave(browser))
  bent.searchParams.set("state", "another")
  await refused(desk, { browser, answer: await comeBack(browser, bent) }, /could not be confirmed/)

  const theirs = provider.agree(await leave(desk.browser()))
  await leave(browser)
  await refused(desk, { browser, answer: await comeBack(browser, theirs) }, /could not be confirmed/)

  const bare = desk.browser()
  await refused(
    desk,
    { browser: bare, answer: await comeBack(bare, provider.agree(await leave(desk.browser()))) },
    /could not be confirmed/,
  )

  const late = provider.agree(await leave(browser))
  desk.clock.advance(10 * MINUTE)
  await refused(desk, { browser, answer: await comeBack(browser, late) }, /could not be confirmed/)

  const denied = new URL("https://desk.maison-rousseau.example/api/sign-in/sso/callback?error=access_denied")
  denied.searchParams.set("state", (await leave(browser)).searchParams.get("state") ?? "")
  await refused(desk, { browser, answer: await comeBack(browser, denied) }, /could not be confirmed/)

  const once = provider.agree(await leave(browser))
  const cookies = new Map(browser.cookies)
  assert.equal((await comeBack(browser, once)).status, 303)
  const replay = desk.browser()
  for (const [name, value] of cookies) replay.cookies.set(name, value)
  assert.equal((await comeBack(replay, once)).status, 401)
})

test("an unchecked address opens nothing, unless the operator trusts the provider's", async () => {
  const { desk, provider } = await withSso()
  await desk.addAgent("Ines Okafor")
  provider.person = { sub: "orme-17", email: "ines.okafor@maison-rousseau.example" }
  await refused(desk, await signIn(desk, provider), /your address was checked/)
  const trusting = await withSso({ trustAddresses: true })
  await trusting.desk.addAgent("Ines Okafor")
  trusting.provider.person = { sub: "orme-17", email: "ines.okafor@maison-rousseau.example" }
  assert.equal((await signIn(trusting.desk, trusting.provider)).answer.status, 303)
})

test("an address that was handed to somebody else doesn't hand over the account", async () => {
  const { desk, provider } = await withSso()
  await desk.addAgent("Ines Okafor")
  const first = await signIn(desk, provider)
  await first.browser.post("/api/sign-out")
  await desk.db.pool.query("delete from sessions where proof = 'sso'")
  provider.person = { ...provider.person, sub: "orme-99" }
  await refused(desk, await signIn(desk, provider), /not yet here/)
})

test("strangers are admitted under the company's domain only, as agents, without a role of their choosing", async () => {
  const { desk, provider } = await withSso({ admitDomains: ["Atelier-Orme.example"] })
  provider.person = {
    sub: "orme-2",
    email: "amadou@atelier-orme.example",
    email_verified: true,
    name: "Amadou Diallo",
    role: "admin",
    roles: "admin",
  }
  const { browser } = await signIn(desk, provider)
  const me = (await browser.get("/api/me")).body
  assert.deepEqual([me["email"], me["name"], me["role"]], ["amadou@atelier-orme.example", "Amadou Diallo", "agent"])
  await desk.db.pool.query("delete from sessions where proof = 'sso'")
  for (const [n, email] of [
    "a@elsewhere.example",
    "a@sub.atelier-orme.example",
    "a@atelier-orme.example.evil.example",
    "a@evil-atelier-orme.example",
  ].entries()) {
    provider.person = { sub: `other-${n}`, email, email_verified: true }
    await refused(desk, await signIn(desk, provider), /not yet here/)
  }
})

test("an address that only the userinfo tells is asked for there", async () => {
  const { desk, provider } = await withSso()
  const agentId = await desk.addAgent("Ines Okafor")
  provider.bend = ({ claims }) => {
    delete claims["email"]
    delete claims["email_verified"]
  }
  const { browser } = await signIn(desk, provider)
  assert.equal((await browser.get("/api/me")).body["id"], agentId)
})

test("a disabled agent isn't let in by the company either", async () => {
  const { desk, provider } = await withSso()
  const agentId = await desk.addAgent("Ines Okafor")
  await desk.db.transact((tx) => disableAgent(SETUP, tx, agentId))
  await refused(desk, await signIn(desk, provider), /disabled/)
})

test("a provider that calls itself otherwise, breaks or leads elsewhere is said to be unreachable", async () => {
  const { desk, provider } = await withSso()
  const broken: ((metadata: Record<string, unknown>) => void)[] = [
    (metadata) => (metadata["issuer"] = "https://sso.elsewhere.example"),
    () => {
      throw new Error("broken")
    },
  ]
  for (const bend of broken) {
    provider.bendMetadata = bend
    const answer = await desk.browser().get("/api/sign-in/sso", NAVIGATES)
    assert.equal(answer.status, 503)
    assert.match(answer.text, /doesn&#39;t answer as it should/)
  }
  await desk.addAgent("Ines Okafor")
  provider.bendMetadata = () => {}
  const browser = desk.browser()
  const back = provider.agree(await leave(browser))
  // A provider taken over may name any address: the way out refuses it.
  provider.bendMetadata = (metadata) => (metadata["token_endpoint"] = "https://169.254.169.254/token")
  await refused(desk, { browser, answer: await comeBack(browser, back) }, /doesn&#39;t answer as it should/, 503)
})

test("the client's secret lies sealed, stays when it isn't given, and isn't sent to another issuer", async () => {
  const { desk } = await withSso()
  const admin = await desk.signedIn("Amadou Diallo", "admin")
  const { rows } = await desk.db.pool.query<{ row: string }>("select s::text as row from sso_settings s")
  assert.ok(!rows[0]?.row.includes(Buffer.from(CLIENT.clientSecret).toString("hex")) && !rows[0]?.row.includes(CLIENT.clientSecret))
  const change = (issuer: string) => admin.request("PUT", "/api/settings/sso", { issuer, clientId: "vigie", name: "Orme" })
  assert.equal((await change(ISSUER)).status, 200)
  assert.equal((await change("https://sso.elsewhere.example")).status, 422)
  assert.equal((await change("http://sso.atelier-orme.example")).status, 422)
})
