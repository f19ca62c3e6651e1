import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, customerWrites, sitDown, startDesk } from "../support/desk.ts"

/** What stands on each page once it is there. */
const HEAD = ".page-head h1"
const PAGES: Readonly<Record<string, string>> = {
  "/cases?view=inbox": ".told",
  "/cases/view/new": ".view-head",
  "/knowledge": ".list-title",
  "/figures": ".figures h1",
  "/start": ".start-steps",
}

for (const [look, language] of [
  ["light", "en"],
  ["dark", "fr"],
] as const) {
  test(`every page is for everyone, ${look}, ${language}`, { skip: lackingChromium }, async () => {
    const house = await startDesk()
    const page = await sitDown(house, { name: "Ines Okafor", role: "admin", language }, { colorScheme: look })
    const { number } = await customerWrites(house, { subject: "Le bouquet", text: "Personne n’a rien reçu.\n\n-- \nCamille" })
    const fine = async (where: string): Promise<void> => assert.deepEqual(await amiss(page), [], where)

    await page.goto("/cases?view=all")
    await page.getByRole("link", { name: /Le bouquet/ }).waitFor()
    assert.equal(await page.locator("html").getAttribute("lang"), language)
    await fine("list")
    await page.goto(`/cases/${number}?view=all`)
    await page.locator(".message").waitFor()
    await page.locator(".person").waitFor()
    await fine("case")
    await page.keyboard.press("n")
    await page.locator(".composer textarea").waitFor()
    await fine("note")
    await page.keyboard.press("Escape")
    await page.keyboard.press("r")
    await page.locator(".recipient").waitFor()
    await fine("answer")
    await page.goto("/cases?q=bouquet")
    await page.locator(".row").first().waitFor()
    await fine("search")
    await page.goto("/settings/account")
    const menu = page.locator('a[href^="/settings/"]')
    await menu.nth(5).waitFor()
    const settings = await menu.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))
    assert.ok(settings.length > 15, settings.join())
    for (const path of settings) {
      const before = await page.locator(HEAD).textContent()
      if (path !== new URL(page.url()).pathname) {
        await page.locator(`a[href="${path}"]`).first().click()
        await page.waitForFunction(([head, was]) => document.querySelector(head!)?.textContent !== was, [HEAD, before])
      }
      await page.locator(".loading").waitFor({ state: "detached" })
      await fine(path)
    }
    for (const [path, there] of Object.entries(PAGES)) {
      await page.goto(path)
      await page.locator(there).first().waitFor()
      await page.locator(".loading").waitFor({ state: "detached" })
      await fine(path)
    }
    assert.deepEqual(page.complaints, [])
  })
}

test("on a telephone there is one pane at a time, and nothing runs out of the side", { skip: lackingChromium }, async () => {
  const house = await startDesk()
  const page = await sitDown(
    house,
    { name: "Ines Okafor", language: "fr" },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  )
  await customerWrites(house, {
    subject: "Une très longue ligne d’objet qui ne tient sûrement pas sur un téléphone",
    text: "Bonjour,\n\nhttps://lilas.example/commandes/un-chemin-tres-long-sans-aucun-espace-qui-deborderait-de-la-page",
  })
  const fits = async (where: string): Promise<void> => {
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${where} is wider than the screen`)
    assert.deepEqual(await amiss(page), [], where)
  }
  await page.goto("/cases?view=all")
  await page.locator(".row").waitFor()
  await fits("list")
  await page.getByRole("button", { name: "Vues" }).tap()
  await page.getByRole("link", { name: /Sans responsable/ }).tap()
  await page.locator(".row").tap()
  await page.locator(".message").waitFor()
  assert.equal(await page.locator(".list-pane").isVisible(), false)
  await fits("case")
  await page.getByRole("button", { name: "Répondre" }).tap()
  await page.getByLabel("Texte de la réponse").fill("Bonjour,\n\nNous cherchons.")
  await page.getByRole("button", { name: "Envoyer", exact: true }).tap()
  await page.getByText(/Retenue/).waitFor()
  await page.getByRole("link", { name: "Retour à la liste" }).tap()
  await page.locator(".row").waitFor()
  await page.goto("/settings")
  await page.getByRole("link", { name: "Mon compte" }).waitFor()
  await fits("settings")
  await page.getByRole("link", { name: "Mon compte" }).tap()
  await page.getByRole("heading", { level: 1, name: "Mon compte" }).waitFor()
  assert.equal(await page.locator(".settings-nav").isVisible(), false)
  await fits("a page of settings")
  await page.getByRole("link", { name: "Réglages" }).tap()
  await page.getByRole("link", { name: "Boîtes", exact: true }).waitFor()
})

test("when the line is lost it says so, keeps what is typed, and misses nothing", { skip: lackingChromium }, async () => {
  const house = await startDesk()
  const page = await sitDown(house, { name: "Ines Okafor" })
  const { number } = await customerWrites(house, { subject: "First", text: "The first question." })
  await page.goto(`/cases/${number}?view=all`)
  await page.getByRole("button", { name: "Reply" }).click()
  await page.getByLabel("Text of the answer").fill("Begun before")
  await page.getByText("Draft saved").waitFor()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.context().setOffline(true)
  await page.getByText(/^No connection since/).waitFor()
  await page.getByLabel("Text of the answer").fill("Begun before, ended without a line")
  await page.getByText("Kept in this browser").waitFor()
  const second = await page.context().newPage()
  await second.goto("/cases?view=all")
  await second.getByText("The server can't be reached").waitFor()
  assert.deepEqual(await amiss(second), [], "the desk as it was kept")
  await customerWrites(house, {
    from: "nour@studio.example",
    name: "Nour El Amrani",
    subject: "Meanwhile",
    text: "Written while you were away.",
  })
  await page.context().setOffline(false)
  await page.getByRole("link", { name: /Meanwhile/ }).waitFor()
  await second.getByRole("link", { name: /Meanwhile/ }).waitFor()
  await page.reload()
  await page.getByRole("button", { name: "Reply" }).click()
  await page.waitForFunction(() => document.querySelector("textarea")?.value === "Begun before, ended without a line")
})
