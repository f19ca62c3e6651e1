import { type ChildProcess, spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import type { BrowserContextOptions, Page } from "playwright-core"
import { openPage } from "../test/support/chromium.ts"
import { closeEverything } from "../test/support/database.ts"

/** Takes the README's pictures again, from the example company. Run with: sh bin/with-node docs/take-pictures.ts */
const ROOT = fileURLToPath(new URL("../", import.meta.url))
const FOLDER = join(ROOT, "docs/pictures/")
const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

const home = await mkdtemp(join(tmpdir(), "vigie-pictures-"))
const company = spawn("sh", [join(ROOT, "bin/start"), "--demo"], {
  env: { ...process.env, VIGIE_HOME: home, VIGIE_HTTP: "127.0.0.1:4699", VIGIE_SMTP: "127.0.0.1:4698", VIGIE_LOG: "warn", LANG: "fr_FR.UTF-8" },
  stdio: ["ignore", "pipe", "inherit"],
})
try {
  const link = await signInLink(company)
  const session = join(home, "session.json")
  const first = await openPage({ viewport: WIDE, locale: "fr-FR" })
  await first.goto(link)
  await first.locator("button").click()
  await first.waitForURL(/\/demo/)
  await first.getByRole("link", { name: /20001/ }).first().waitFor()
  await first.screenshot({ path: `${FOLDER}demo.png` })
  await first.context().storageState({ path: session })
  const again = async (options: BrowserContextOptions): Promise<Page> => openPage({ baseURL: new URL(link).origin, storageState: session, ...options })

  const wide = await again({ viewport: WIDE, locale: "fr-FR" })
  await bouquet(wide, "desk")
  await wide.keyboard.press("Control+k")
  await wide.keyboard.type("bouquet")
  await wide.getByRole("option", { name: /bouquet/i }).first().waitFor()
  await wide.screenshot({ path: `${FOLDER}command-bar.png` })
  await wide.keyboard.press("Escape")
  await speak(wide, "en")
  const dark = await again({ viewport: WIDE, locale: "en-GB", colorScheme: "dark" })
  await bouquet(dark, "desk-dark")
  await speak(wide, "fr")
  const phone = await again({ viewport: PHONE, locale: "fr-FR", hasTouch: true })
  await phone.goto("/cases?view=all&sort=waiting")
  await phone.getByText("Camille Rousseau").first().waitFor()
  await phone.screenshot({ path: `${FOLDER}desk-phone-list.png` })
  await bouquet(phone, "desk-phone")
} finally {
  company.kill("SIGTERM")
  await new Promise((resolve) => company.once("exit", resolve))
  await closeEverything()
  await rm(home, { recursive: true, force: true })
}

/** The lost bouquet, from its last words. */
async function bouquet(page: Page, name: string): Promise<void> {
  await page.goto("/cases/20001?view=all&sort=waiting")
  await page.getByText("Elle parle de la presse").last().waitFor()
  await page.screenshot({ path: `${FOLDER}${name}.png` })
}

async function speak(page: Page, language: "fr" | "en"): Promise<void> {
  const answer = await page.request.patch("/api/me", { data: { language } })
  if (!answer.ok()) throw new Error(await answer.text())
}

function signInLink(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).on("line", (line) => {
      console.log(line)
      const link = /https?:\/\/\S+\/sign-in\/\S+/.exec(line)
      if (link) resolve(link[0])
    })
    child.once("exit", (code) => reject(new Error(`The example company ended with ${code}`)))
  })
}
