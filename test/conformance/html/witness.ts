import { chromium } from "playwright-core"
import type { Page } from "./page.ts"

/** What a page did when it was opened. */
export interface Seen {
  executed: boolean
  requests: string[]
}

export interface Witness {
  open: (shown: Page) => Promise<Seen>
  close: () => Promise<void>
}

const ORIGIN = "http://desk.vigie.test"
const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"

/** Replaces what hostile payloads call by something that tells. */
const TELL = `for (const name of ["alert", "confirm", "prompt", "print", "open"])
  Object.defineProperty(window, name, { value: () => console.debug("vigie-executed"), writable: false })`

/** A real Chromium that opens a page from nowhere, answers no other request, and remembers what was asked and what ran. */
export async function openWitness(): Promise<Witness> {
  const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: FLAGS.split(" ") })
  const context = await browser.newContext()
  await context.addInitScript(TELL)
  const page = await context.newPage()
  let seen: Seen = { executed: false, requests: [] }
  let html = ""
  let count = 0
  await context.route("**/*", async (route) => {
    const request = route.request()
    if (request.isNavigationRequest() && request.url() === `${ORIGIN}/${count}`) {
      await route.fulfill({ contentType: "text/html; charset=utf-8", body: html })
      return
    }
    seen.requests.push(request.url())
    await route.abort()
  })
  context.on("console", (message) => {
    if (message.text() === "vigie-executed") seen.executed = true
  })
  context.on("dialog", (dialog) => {
    seen.executed = true
    void dialog.dismiss()
  })
  return {
    open: async (shown) => {
      seen = { executed: false, requests: [] }
      html = shown.html
      count++
      await page.goto(`${ORIGIN}/${count}`, { waitUntil: "load" })
      await page.evaluate(fill, shown)
      return seen
    },
    close: () => browser.close(),
  }
}

/** Runs in the page: puts the texts where the desk puts them, as text, and waits until all of it was drawn. */
async function fill({ texts, framed }: Page): Promise<void> {
  document.title = texts[0] ?? ""
  for (const text of texts) {
    const shown = document.createElement("p")
    shown.textContent = text
    shown.title = text
    document.querySelector("main")?.append(shown)
  }
  for (const frame of framed === null ? [] : document.querySelectorAll("iframe")) {
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve))
    frame.srcdoc = framed ?? ""
    await loaded
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 5)))
}
