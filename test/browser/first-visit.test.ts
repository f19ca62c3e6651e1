import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingChromium, openPage } from "../support/chromium.ts"
import { startHouse } from "../support/house.ts"

test(
  "the printed link lands signed in; a password is set and opens the door again; the wrong one says so",
  { skip: lackingChromium },
  async () => {
    const house = await startHouse()
    assert.ok(house.signInLink)
    const page = await openPage({ baseURL: house.url })
    await page.goto(new URL(house.signInLink).pathname)
    await page.fill("#name", "Ines Okafor")
    await page.fill("#email", "ines.okafor@lilas.example")
    await page.locator("button").click()

    await page.getByRole("heading", { name: "Welcome, Ines Okafor" }).waitFor()
    await page.getByLabel("New password").fill("short")
    await page.getByRole("button", { name: "Set the password" }).click()
    await page.getByText("At least 8 characters.").waitFor()
    await page.getByLabel("New password").fill("eleven lilacs by the door")
    await page.getByRole("button", { name: "Set the password" }).click()
    await page.waitForURL(/\/start/)
    await page.goto("/cases?view=mine")
    await page.getByText("Nothing is yours just now.").waitFor()

    await page.getByRole("button", { name: "Ines Okafor" }).click()
    await page.getByRole("menuitem", { name: "Sign out" }).click()
    await page.getByLabel("Mail address").fill("ines.okafor@lilas.example")
    await page.getByLabel("Password").fill("not this one")
    await page.getByRole("button", { name: "Sign in", exact: true }).click()
    await page.getByRole("alert").waitFor()
    assert.equal(await page.getByLabel("Mail address").inputValue(), "ines.okafor@lilas.example", "what was typed stays")
    await page.getByLabel("Password").fill("eleven lilacs by the door")
    await page.getByRole("button", { name: "Sign in", exact: true }).click()
    await page.getByRole("link", { name: "Unassigned" }).waitFor()
  },
)

test("an address asked for before signing in is where signing in leads", { skip: lackingChromium }, async () => {
  const house = await startHouse()
  const page = await openPage({ baseURL: house.url, locale: "fr-FR" })
  await page.goto("/settings/account")
  await page.getByRole("button", { name: "Se connecter", exact: true }).waitFor()
  assert.equal(await page.locator("html").getAttribute("lang"), "fr")
  await page.getByRole("button", { name: "English" }).click()
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor()
  assert.equal(new URL(page.url()).pathname, "/settings/account")
})
