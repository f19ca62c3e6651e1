import { rm } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { BrowserContextOptions, Page } from "playwright-core"
import { openPage } from "../test/support/chromium.ts"
import { closeEverything } from "../test/support/database.ts"
import { startHouse } from "../test/support/house.ts"

/** Takes the README's pictures again, from the example company. Run with: sh bin/with-node docs/take-pictures.ts */
const FOLDER = fileURLToPath(new URL("pictures/", import.meta.url))
const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

const session = join(FOLDER, ".session.json")
try {
  const { signInLink, url } = await startHouse({ embedded: true, args: ["--demo"], env: { LANG: "fr_FR.UTF-8" } })
  const first = await openPage({ viewport: WIDE, locale: "fr-FR" })
  await first.goto(signInLink!)
  await first.locator("button").click()
  await first.waitForURL(/\/demo/)
  await first.getByRole("link", { name: /20001/ }).first().waitFor()
  await first.screenshot({ path: `${FOLDER}demo.png` })
  await first.context().storageState({ path: session })
  const again = async (options: BrowserContextOptions): Promise<Page> => openPage({ baseURL: url, storageState: session, ...options })

  const wide = await again({ viewport: WIDE, locale: "fr-FR" })
  await bouquet(wide, "desk")
  await wide.keyboard.press("Control+k")
  await wide.keyboard.type("bouquet")
  await wide
    .getByRole("option", { name: /bouquet/i })
    .first()
    .waitFor()
  await wide.screenshot({ path: `${FOLDER}command-bar.png` })
  await wide.keyboard.press("Escape")
  await speak(wide, "en")
  const dark = await again({ viewport: WIDE, locale: "en-GB", colorScheme: "dark" })
  await bouquet(dark, "desk-dark")
  const small = await again({ viewport: { width: 1280, height: 760 }, locale: "en-GB" })
  await small.goto("/listening/alarms")
  await small.locator(".alarm").first().waitFor()
  await small.screenshot({ path: `${FOLDER}alarms.png` })
  await small.goto(`/cases/${await caseOf(small, "rider")}?view=all`)
  await small.getByText("This may be about this case.").waitFor()
  await small.getByRole("button", { name: "Why" }).click()
  await small.getByText("Rare words in common").waitFor()
  await small.screenshot({ path: `${FOLDER}tie-proposed.png` })
  await speak(wide, "fr")
  const phone = await again({ viewport: PHONE, locale: "fr-FR", hasTouch: true })
  await phone.goto("/cases?view=all&sort=waiting")
  await phone.getByText("Camille Rousseau").first().waitFor()
  await phone.screenshot({ path: `${FOLDER}desk-phone-list.png` })
  await bouquet(phone, "desk-phone")
} finally {
  await rm(session, { force: true })
  await closeEverything()
}

/** The lost bouquet, from its last words. */
async function bouquet(page: Page, name: string): Promise<void> {
  await page.goto(`/cases/${await caseOf(page, "bouquet")}?view=all&sort=waiting`)
  await page
    .getByText(/Elle parle de la presse|She's talking about the press/)
    .last()
    .waitFor()
  await page.screenshot({ path: `${FOLDER}${name}.png` })
}

/** The case to open of a story, as it is told in the reader's language. */
async function caseOf(page: Page, story: string): Promise<number> {
  const { scenes } = (await (await page.request.get("/api/demo")).json()) as { scenes: { key: string; cases: { number: number }[] }[] }
  const found = scenes.find(({ key }) => key === story)?.cases[0]
  if (!found) throw new Error(`${story} has no case`)
  return found.number
}

async function speak(page: Page, language: "fr" | "en"): Promise<void> {
  const answer = await page.request.patch("/api/me", { data: { language } })
  if (!answer.ok()) throw new Error(await answer.text())
}
