import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { closeAfterwards } from "./database.ts"
import { lacking, whereIs } from "./programs.ts"

/** For a test's `skip`: false when there is a Chromium, or one line that says what to install. */
export const lackingChromium: string | false = whereIs("chromium") ? false : lacking("chromium-headless-shell")

let browser: Promise<Browser> | null = null

/** One browser for a test file; each page in a profile of its own. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  browser ??= launch()
  const context = await (await browser).newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB", ...options })
  context.setDefaultTimeout(30_000)
  return context.newPage()
}

async function launch(): Promise<Browser> {
  const executablePath = whereIs("chromium-headless-shell") ?? whereIs("chromium")
  if (!executablePath) throw new Error(String(lackingChromium))
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
  closeAfterwards(() => opened.close())
  return opened
}
