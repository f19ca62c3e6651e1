import type { Page } from "playwright-core"

/** What is done: a click on something, or a key. */
export type Gesture = { click: string } | { key: string }

/** What the page itself looks for: `wanted`, from its own start or from a gesture of such a type, as the browser dates its event. */
interface Watched {
  wanted: string
  type: "click" | "keydown" | null
}

/** Milliseconds from a gesture to the end of the first frame in which `wanted` is on the page. */
export async function paintAfter(page: Page, gesture: Gesture, wanted: string): Promise<number> {
  await page.evaluate(watch, { wanted, type: "click" in gesture ? ("click" as const) : ("keydown" as const) })
  await ("click" in gesture ? page.click(gesture.click) : page.keyboard.press(gesture.key))
  return painted(page)
}

/** Milliseconds from the start of a navigation to the end of the first frame in which `wanted` is on the page. The page watches from its first moment. */
export async function paintFrom(page: Page, address: string, wanted: string): Promise<number> {
  await page.addInitScript<Watched>(watch, { wanted, type: null })
  await page.goto(address, { waitUntil: "commit" })
  return painted(page)
}

async function painted(page: Page): Promise<number> {
  await page.locator("html[data-painted]").waitFor({ state: "attached" })
  return Number(await page.locator("html").getAttribute("data-painted"))
}

/** Runs in the page. */
function watch({ wanted, type }: Watched): void {
  let began = type === null ? 0 : null
  const look = (): void => {
    if (began === null || !document.querySelector(wanted)) return
    watcher.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener("message", () => document.documentElement.setAttribute("data-painted", String(performance.now() - began!)))
      port1.start()
      port2.postMessage(null)
    })
  }
  const watcher = new MutationObserver(look)
  document.documentElement?.removeAttribute("data-painted")
  if (type) {
    const start = (event: Event): void => {
      began = event.timeStamp
      // What was there before isn't what was asked for: the page gets its turn first.
      setTimeout(look)
    }
    addEventListener(type, start, { capture: true, once: true })
  }
  watcher.observe(document, { subtree: true, childList: true, attributes: true })
  look()
}

/** Frames in each second while something scrolls. */
export async function framesWhile(
  page: Page,
  scrolled: string,
  scroll: () => Promise<void>,
): Promise<{ worstSecond: number; median: number }> {
  await page.locator(scrolled).hover()
  const counting = page.evaluateHandle(() => {
    const frames: number[] = []
    const state = { frames, over: false }
    const count = (at: number): void => {
      frames.push(at)
      if (!state.over) requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
    return state
  })
  await scroll()
  const frames = await (await counting).evaluate((state) => ((state.over = true), state.frames))
  const gaps = frames.slice(1).map((at, n) => at - frames[n]!)
  const seconds: number[] = []
  for (let from = 0; from < frames.length && frames.at(-1)! - frames[from]! >= 1000; from++)
    seconds.push(frames.filter((at) => at >= frames[from]! && at < frames[from]! + 1000).length)
  gaps.sort((a, b) => a - b)
  if (seconds.length === 0) throw new Error("Scrolled for less than a second: no second can be counted.")
  return { worstSecond: Math.min(...seconds), median: 1000 / gaps[Math.floor(gaps.length / 2)]! }
}
