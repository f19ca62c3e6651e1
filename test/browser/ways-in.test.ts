import assert from "node:assert/strict"
import { before, test } from "node:test"
import { Secret, TOTP } from "otpauth"
import type { CDPSession, Page } from "playwright-core"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, type DeskHouse, sitDown, startDeskApart } from "../support/desk.ts"
import { freePort } from "../support/free-port.ts"
import { until } from "../support/house.ts"
import { CLIENT, FakeProvider } from "../support/sign-in-provider.ts"

/* The ways in as people go them, with a browser's own passkey, an authenticator's codes and a provider's own page. */
let house: DeskHouse
let provider: FakeProvider

before(async () => {
  if (lackingChromium) return
  provider = await FakeProvider.overTls()
  const port = await freePort()
  house = await startDeskApart({
    VIGIE_URL: `http://localhost:${port}`, // a passkey belongs to a host's name
    VIGIE_HTTP: `127.0.0.1:${port}`,
    VIGIE_ALLOW_PRIVATE: "localhost",
    NODE_EXTRA_CA_CERTS: provider.certificateFile,
  })
})

async function signOut(page: Page, name: string, words: string): Promise<void> {
  await page.goto("/cases?view=all")
  await page.getByRole("button", { name }).click()
  await page.getByRole("menuitem", { name: words }).click()
  await page.locator(".sign-in-card").waitFor()
}

/** To something by the keyboard, as far as it takes. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let n = 0; n < 300; n++) {
    const on = await page.evaluate(() => {
      const focused = document.activeElement
      const label = focused instanceof HTMLInputElement ? (focused.labels?.[0]?.textContent ?? "") : ""
      return focused?.getAttribute("aria-label") ?? (label || (focused?.textContent ?? ""))
    })
    if (on.trim() === words) return
    await page.keyboard.press("Tab")
  }
  assert.fail(`“${words}” can't be reached by Tab`)
}

test(
  "a passkey by keys alone, in French: added, renamed, signs in; declined it says so and keeps the name; removed it opens nothing",
  { skip: lackingChromium },
  async () => {
    const page = await sitDown(house, { name: "Ines Okafor", language: "fr" })
    const key: CDPSession = await page.context().newCDPSession(page)
    await key.send("WebAuthn.enable")
    const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true } as const
    const { authenticatorId } = await key.send("WebAuthn.addVirtualAuthenticator", {
      options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
    })
    await page.goto("/settings/account")
    await page.getByRole("heading", { name: "Clés d’accès" }).waitFor()
    await page.getByRole("textbox", { name: "Nom de cette clé" }).waitFor()
    await tabTo(page, "Nom de cette clé")
    await page.keyboard.type("Portable")
    await page.keyboard.press("Enter")
    const name = page.locator(".lines").getByRole("textbox", { name: "Nom de cette clé" })
    await name.waitFor()
    assert.equal(await name.inputValue(), "Portable")
    await name.focus()
    await page.keyboard.press("Control+A")
    await page.keyboard.type("Portable bleu")
    await page.keyboard.press("Enter")
    await page.getByText("Enregistré").waitFor()

    await signOut(page, "Ines Okafor", "Se déconnecter")
    await tabTo(page, "Se connecter avec une clé d’accès")
    await page.keyboard.press("Enter")
    await page.getByRole("link", { name: "Sans responsable", exact: true }).waitFor()
    await page.goto("/settings/account")
    await page
      .locator(".lines")
      .getByText(/^utilisé/)
      .waitFor()
    assert.equal(await page.locator(".lines").getByRole("textbox").inputValue(), "Portable bleu")

    await key.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false })
    const second = page.locator(".form-line").getByRole("textbox", { name: "Nom de cette clé" })
    await second.fill("Une autre")
    await second.press("Enter")
    await page.getByText(/n’a pas servi/).waitFor()
    assert.equal(await second.inputValue(), "Une autre", "what was typed stays")
    await key.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true })
    await page.locator(".lines").getByRole("button", { name: "Retirer" }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Retirer" }).click()
    await name.first().waitFor({ state: "detached" })
    await signOut(page, "Ines Okafor", "Se déconnecter")
    await page.getByRole("button", { name: "Se connecter avec une clé d’accès" }).click()
    await page.getByRole("alert").waitFor()
    assert.equal(await page.locator(".sign-in-card").count(), 1)
    assert.deepEqual(await amiss(page), [], "looked at last: looking ends the passkey's own session")
  },
)

test(
  "codes from the secret that is shown: set up, asked for at the next sign-in, a recovery code instead, and switched off",
  { skip: lackingChromium },
  async () => {
    const page = await sitDown(house, { name: "Amadou Diallo" })
    await page.goto("/settings/account")
    await page.getByRole("button", { name: "Set up two-step codes" }).click()
    await page.locator(".qr").waitFor()
    const uri = new URL((await page.getByRole("link", { name: "Open in the authenticator of this device" }).getAttribute("href")) ?? "")
    const shown = (await page.locator("pre.secret").textContent())?.replaceAll(" ", "") ?? ""
    assert.equal(uri.searchParams.get("secret"), shown, "the picture and the text say the same")
    const authenticator = new TOTP({ secret: Secret.fromBase32(shown) })
    await page.getByLabel("Code", { exact: true }).fill("000000")
    await page.getByRole("button", { name: "Confirm", exact: true }).click()
    await page.getByRole("alert").waitFor()
    await page.getByLabel("Code", { exact: true }).fill(authenticator.generate())
    await page.getByRole("button", { name: "Confirm", exact: true }).click()
    await page.getByRole("status").locator("pre.secret").waitFor()
    const [recovery = ""] = ((await page.locator("pre.secret").textContent()) ?? "").split("\n")
    assert.match(recovery, /^[\w-]{8,}$/)
    assert.deepEqual(await amiss(page), [])

    const { body } = await house.api("/api/agents?limit=100", { token: house.token })
    const { id } = body.items.find((one: { name: string }) => one.name === "Amadou Diallo")
    await signOut(page, "Amadou Diallo", "Sign out")
    const link = await house.api(`/api/agents/${id}/sign-in-link`, { token: house.token, body: {} })
    await page.goto(new URL(link.body.url).pathname)
    await page.locator("button").click()
    await page.getByLabel("Code", { exact: true }).fill(recovery)
    assert.deepEqual(await amiss(page), [])
    await page.keyboard.press("Enter")
    await page.getByRole("link", { name: "Unassigned", exact: true }).waitFor()
    await page.goto("/settings/account")
    await page.getByRole("button", { name: "Stop using codes" }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Stop using codes" }).click()
    await page.getByRole("button", { name: "Set up two-step codes" }).waitFor()
  },
)

test(
  "through the company's own provider: its page, back, and in; what is worn out or meant for others is said to be refused",
  { skip: lackingChromium },
  async () => {
    const admin = await sitDown(house, { name: "Nour Haddad", role: "admin" }, { ignoreHTTPSErrors: true })
    await admin.goto("/settings/sso")
    await admin.getByLabel("What the button says").fill("Atelier Orme")
    await admin.getByLabel("Issuer").fill(provider.issuer)
    await admin.getByLabel("Client ID").fill(CLIENT.clientId)
    await admin.getByLabel("Client secret").fill(CLIENT.clientSecret)
    await admin.getByRole("button", { name: "Save" }).click()
    await until(
      "the provider is known",
      async () => (await house.api("/api/settings/sso", { token: house.token })).body?.name === "Atelier Orme",
    )
    provider.person = { sub: "orme-9", email: "nour.haddad@lilas.example", email_verified: true, name: "Nour Haddad" }
    await signOut(admin, "Nour Haddad", "Sign out")

    const refusals: [string, () => void][] = [
      ["expired", () => (provider.bend = ({ claims }) => (claims["exp"] = 1_700_000_000))],
      ["for another", () => (provider.bend = ({ claims }) => (claims["aud"] = "somebody-else"))],
      ["of another sign-in", () => (provider.bend = ({ claims }) => (claims["nonce"] = "another"))],
    ]
    for (const [what, bend] of refusals) {
      bend()
      await admin.goto("/")
      await admin.getByRole("link", { name: "Sign in with Atelier Orme" }).click()
      await admin.getByRole("button", { name: "Agree" }).click()
      await admin.waitForURL(/callback/)
      assert.equal((await admin.getByRole("heading").count()) > 0, true, what)
      assert.deepEqual(await amiss(admin), [], what)
      await admin.goto("/")
      await admin.getByRole("link", { name: "Sign in with Atelier Orme" }).waitFor()
    }
    provider.bend = () => {}
    await tabTo(admin, "Sign in with Atelier Orme")
    await admin.keyboard.press("Enter")
    await admin.getByRole("button", { name: "Agree" }).press("Enter")
    await admin.getByRole("link", { name: "Unassigned", exact: true }).waitFor()
    assert.ok(await admin.getByRole("button", { name: "Nour Haddad" }).isVisible())
  },
)
