import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { closeAfterwards, closeAtTheEnd } from "./database.ts"
import { lacking, type Program, whereIs } from "./programs.ts"

/** For a test's `skip`: false when there is a Chromium, or one line that says what to install. */
export const lackingChromium: string | false = whereIs("chromium") ? false : lacking("chromium-headless-shell")

const browsers = new Map<Program, Promise<Browser>>()

/** One browser for a process; each page in a profile of its own. Notifications are refused by the one without a window. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const notified = options.permissions?.includes("notifications")
  const program = !notified && whereIs("chromium-headless-shell") ? "chromium-headless-shell" : "chromium"
  const browser = browsers.get(program) ?? launch(program)
  browsers.set(program, browser)
  const context = await (
    await browser
  ).newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB", reducedMotion: "reduce", ...options })
  closeAfterwards(() => context.close())
  context.setDefaultTimeout(30_000)
  return context.newPage()
}

async function launch(program: Program): Promise<Browser> {
  const executablePath = whereIs(program)
  if (!executablePath) throw new Error(String(lacking(program)))
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ]
  const opened = await chromium.launch({ executablePath, args })
  closeAtTheEnd(() => opened.close())
  return opened
}
