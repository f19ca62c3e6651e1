import { rm } from "node:fs/promises"
import { join } from "node:path"
import type { BrowserContextOptions, Page } from "playwright-core"
import { openDemo } from "#house"
import { readConfig } from "#platform"
import { closeAfterwards, closeEverything } from "../test/support/database.ts"
import { cloneUrl, newHome, until } from "../test/support/house.ts"
import { evening, FOLDER, openCamera } from "./camera.ts"

/** Takes the README's pictures again, from the example company. Run with: sh bin/with-node docs/take-pictures.ts */
const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

interface Scene {
  key: string
  cases: { number: number }[]
  places: { show: string; id: string }[]
}

const session = join(FOLDER, ".session.json")
process.env["LANG"] = "fr_FR.UTF-8"
process.env["VIGIE_TEST_UNSAFE"] = "1"
try {
  const anywhere = { VIGIE_HTTP: "127.0.0.1:0", VIGIE_SMTP: "127.0.0.1:0", VIGIE_LOG: "error", VIGIE_MIN_FREE_MB: "10" }
  const config = readConfig({ ...anywhere, VIGIE_HOME: await newHome(), DATABASE_URL: await cloneUrl() }, ["--demo"])
  const house = await openDemo(config, evening())
  closeAfterwards(() => house.close())
  const url = house.config.url.href
  const first = await openCamera({ baseURL: url, viewport: WIDE, locale: "fr-FR" })
  await first.goto(/\/sign-in\/[\w-]+/.exec(house.greeting.join("\n"))![0])
  await first.locator("button").click()
  await first.waitForURL(/\/demo/)
  await until("the older years are there", async () => ((await ask(first, "/api/demo")) as { older: number }).older === 0, 900_000, 2000)
  await first.reload()
  await first.locator(".demo-story").nth(14).waitFor()
  await first.getByRole("link", { name: /Fleurs qui attendent/ }).waitFor()
  await first.screenshot({ path: `${FOLDER}demo.png` })
  await first.context().storageState({ path: session })
  const again = async (options: BrowserContextOptions): Promise<Page> => openCamera({ baseURL: url, storageState: session, ...options })

  const wide = await again({ viewport: WIDE, locale: "fr-FR" })
  await bouquet(wide, "desk")
  await wide.keyboard.press("Control+k")
  await wide.keyboard.type("bouquet")
  await wide.getByRole("group", { name: "Dossiers" }).getByRole("option").first().waitFor()
  await wide.screenshot({ path: `${FOLDER}command-bar.png` })
  await wide.keyboard.press("Escape")
  await speak(wide, "en")
  const dark = await again({ viewport: WIDE, locale: "en-GB", colorScheme: "dark" })
  await bouquet(dark, "desk-dark")
  const small = await again({ viewport: { width: 1280, height: 760 }, locale: "en-GB" })
  await small.goto("/listening/alarms")
  await small.locator(".alarm").first().waitFor()
  await small.screenshot({ path: `${FOLDER}alarms.png` })
  await small.goto("/listening/sources")
  await small.locator(".source-row").first().waitFor()
  await small.screenshot({ path: `${FOLDER}sources.png` })
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
    .filter({ visible: true }) // the case after it is made ready, unseen
    .last()
    .waitFor()
  if (page.viewportSize()!.width > PHONE.width)
    await page
      .locator("#panel")
      .getByText(/@(courriel|brightmail)\.example/)
      .first()
      .waitFor()
  await page.screenshot({ path: `${FOLDER}${name}.png` })
}

/** The case to open of a story, as it is told in the reader's language. */
async function caseOf(page: Page, story: string): Promise<number> {
  const { scenes } = (await ask(page, "/api/demo")) as { scenes: Scene[] }
  const found = scenes.find(({ key }) => key === story)?.cases[0]
  if (!found) throw new Error(`${story} has no case`)
  return found.number
}

async function ask(page: Page, path: string): Promise<unknown> {
  const answer = await page.request.get(path)
  if (!answer.ok()) throw new Error(await answer.text())
  return answer.json()
}

async function speak(page: Page, language: "fr" | "en"): Promise<void> {
  const answer = await page.request.patch("/api/me", { data: { language } })
  if (!answer.ok()) throw new Error(await answer.text())
}
