import type { Page } from "playwright-core"

/** What is done: a click on something, a key, or nothing but the page's own start. */
export type Gesture = { click: string } | { key: string } | "start"

/**
 * Milliseconds from a gesture (as the browser dates its event) to the end of the first frame in which `wanted` is on the page; from the
 * start of its navigation for "start".
 */
export async function paintAfter(page: Page, gesture: Gesture, wanted: string): Promise<number> {
  await page.evaluate(
    ({ wanted, type }) => {
      let began = type === null ? 0 : null
      const look = (): void => {
        if (began === null || !document.querySelector(wanted)) return
        watch.disconnect()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener("message", () => document.documentElement.setAttribute("data-painted", String(performance.now() - began!)))
          port1.start()
          port2.postMessage(null)
        })
      }
      const watch = new MutationObserver(look)
      document.documentElement.removeAttribute("data-painted")
      if (type) {
        const start = (event: Event): void => {
          began = event.timeStamp
          // What was there before isn't what was asked for: the page gets its turn first.
          setTimeout(look)
        }
        addEventListener(type, start, { capture: true, once: true })
      }
      watch.observe(document.body, { subtree: true, childList: true, attributes: true })
      look()
    },
    { wanted, type: gesture === "start" ? null : "click" in gesture ? "click" : "keydown" },
  )
  if (gesture !== "start") await ("click" in gesture ? page.click(gesture.click) : page.keyboard.press(gesture.key))
  await page.locator("html[data-painted]").waitFor({ state: "attached" })
  return Number(await page.locator("html").getAttribute("data-painted"))
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
  return { worstSecond: Math.min(...seconds), median: 1000 / gaps[Math.floor(gaps.length / 2)]! }
}
