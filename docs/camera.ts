import { fileURLToPath } from "node:url"
import type { BrowserContextOptions, Page } from "playwright-core"
import { fixedClock } from "#platform"
import { openPage } from "../test/support/chromium.ts"

/** Where the documentation's pictures lie. */
export const FOLDER = fileURLToPath(new URL("pictures/", import.meta.url))

/** The evening on which all pictures are taken: it stands still, so that they show the same whenever they are taken again. */
export const EVENING = new Date("2026-11-23T19:42:00+01:00")

export const evening = () => fixedClock(EVENING)

/** A browser in which it is that evening, too. */
export async function openCamera(options: BrowserContextOptions): Promise<Page> {
  const page = await openPage(options)
  await page.context().clock.setFixedTime(EVENING)
  return page
}
