import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core"
import { openHouse } from "#house"
import { Database, readConfig, systemClock } from "#platform"
import { whereIs } from "../test/support/programs.ts"
import { inFilledHome } from "./filled-home.ts"
import { progress, report, reportSpread, spread } from "./report.ts"
import { framesWhile, paintAfter, paintFrom } from "./paint.ts"
import { workUntilFrame } from "./key-work.ts"
import { signIn, someAgent } from "./some-agent.ts"

const SLOWDOWN = 4
const TIMES = 20
const CASES = 500
/** What else is fetched has come by then. */
const QUIET = 1500
/** A turn of the wheel that leaves no row in sight, as fast as the browser takes them; and a hand that turns it fast. */
const FLUNG = { by: 700, every: 0 }
const TURNED = { by: 120, every: 30 }
const SCROLLS = 4000
/** Between two keys: long enough for all that a key makes happen, what is drawn a breath later included. */
const BETWEEN = 150
/** VIGIE_BENCH_ONLY=floor,load,switch,open,next,type,scroll,heap measures part of it. */
const ONLY = process.env["VIGIE_BENCH_ONLY"]?.split(",")
const wanted = (part: string): boolean => !ONLY || ONLY.includes(part)
/** The thread that is seen: those of the cases beside it are in the page, too. */
const THREAD = ".threads-one:not([data-away]) .thread"
const WORDS = "Bonjour Madame, votre bouquet repart ce matin et sera chez vous avant treize heures. "

/**
 * The desk in a real browser whose processor is four times slower than this machine's, over 200,000 cases: how long from a gesture to the
 * frame that shows what was asked for, the server included.
 */
export async function deskUi(): Promise<void> {
  const executablePath = whereIs("chromium")
  if (!executablePath) return progress("Not measured: there is no Chromium here (apt install chromium).")
  await inFilledHome(async ({ home, host }) => {
    const house = await openHouse(
      readConfig({ VIGIE_HOME: home, VIGIE_HTTP: "127.0.0.1:0", VIGIE_SMTP: "127.0.0.1:0", VIGIE_DNS: "offline", VIGIE_LOG: "error" }),
      systemClock,
    )
    const db = new Database({ host, database: "vigie" }, systemClock, { connections: 2 })
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info"] })
    try {
      const address = `http://127.0.0.1:${house.ports.http}`
      const [name = "", value = ""] = (await signIn(db, address, null)).split("=")
      const { id } = await someAgent(db)
      const seat: Seat = { browser, address, agentId: id ?? "", cookie: { name, value, url: address } }
      if (wanted("floor")) await measureFloor(seat)
      if (wanted("load")) await measureFirstLoad(seat)
      await measureWork(seat)
    } finally {
      await browser.close()
      await db.close()
      await house.close()
    }
  })
}

/** What the same gestures cost in this browser, on this machine, where there is next to nothing on the page. */
async function measureFloor(seat: Seat): Promise<void> {
  const { context, page, cdp } = await sitDown(seat)
  const lines = Array.from({ length: 2000 }, (_, n) => `<p style="height:72px;margin:0">${n} ${WORDS}</p>`).join("")
  await page.setContent(
    `<button>Show</button><textarea rows="8" cols="60"></textarea><div class="lines" style="height:600px;overflow:auto">${lines}</div>
    <script>document.querySelector("button").onclick = () => document.body.append(Object.assign(document.createElement("i"), { className: "shown" }))</script>`,
  )
  const shown: number[] = []
  for (let n = 0; n < TIMES; n++) {
    shown.push(await paintAfter(page, { click: "button" }, ".shown"))
    await page.evaluate(() => document.querySelector(".shown")?.remove())
  }
  reportSpread("desk-ui", "floor.click", spread(shown))
  await page.locator("textarea").focus()
  reportSpread("desk-ui", "floor.type-a-key", spread(await workOfKeys(page, cdp)))
  reportSpread("desk-ui", "floor.type-a-key.to-its-frame", spread(await workToFrames(page)))
  await measureScroll(page, ".lines", "floor.scroll", FLUNG)
  await measureScroll(page, ".lines", "floor.scroll.by-hand", TURNED)
  await context.close()
}

interface Seat {
  browser: Browser
  address: string
  agentId: string
  cookie: { name: string; value: string; url: string }
}

/** A page of a profile that has never been here, on the slow processor. */
async function sitDown({ browser, agentId, cookie }: Seat): Promise<{ context: BrowserContext; page: Page; cdp: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "fr-FR", serviceWorkers: "block" })
  await context.addCookies([cookie])
  const page = await context.newPage()
  await page.addInitScript((id) => localStorage.setItem(`vigie.welcomed.${id}`, "yes"), agentId)
  const cdp = await context.newCDPSession(page)
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN })
  return { context, page, cdp }
}

/** From an empty cache to the first case on the screen; what was fetched on the way, as it came over the line. */
async function measureFirstLoad(seat: Seat): Promise<void> {
  const times: number[] = []
  let scripts = 0
  let withCase = 0
  for (let n = 0; n <= 5; n++) {
    const { context, page, cdp } = await sitDown(seat)
    await cdp.send("Network.enable")
    const kinds = new Map<string, string>()
    let bytes = 0
    cdp.on("Network.responseReceived", ({ requestId, type }) => void kinds.set(requestId, type))
    cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (kinds.get(requestId) === "Script") bytes += encodedDataLength
    })
    times.push(await paintFrom(page, `${seat.address}/cases?view=all`, ".row"))
    await page.waitForTimeout(QUIET)
    scripts = bytes
    await page.locator(".row").first().click()
    await page.locator(".thread .message").first().waitFor()
    await page.waitForTimeout(QUIET)
    withCase = bytes
    await context.close()
  }
  reportSpread("desk-ui", "first-load", spread(times.slice(1)))
  report({ bench: "desk-ui", metric: "first-load.scripts", value: scripts / 1000, unit: "kB" })
  report({ bench: "desk-ui", metric: "first-case.scripts", value: withCase / 1000, unit: "kB" })
}

async function measureWork(seat: Seat): Promise<void> {
  const { page, cdp } = await sitDown(seat)
  await page.goto(`${seat.address}/cases?view=all`)
  await page.locator(".row").nth(5).waitFor()
  if (wanted("switch")) {
    const views: number[] = []
    for (let n = 0; n < TIMES; n++) {
      const name = ["unassigned", "waiting", "mine", "all"][n % 4]!
      views.push(await paintAfter(page, { click: `.rail a[href*="view=${name}"]` }, `.rows-all[data-shows="${name}"] .row`))
    }
    reportSpread("desk-ui", "switch-view", spread(views))
  }
  const opened: number[] = []
  for (let n = 0; n < (wanted("open") ? TIMES : 1); n++) {
    const row = page.locator(".row").nth(1 + (n % 6))
    const link = await row.getAttribute("href")
    opened.push(await paintAfter(page, { click: `.row[href="${link}"]` }, `${THREAD}[data-shows="${numberIn(link)}"] .message`))
  }
  if (wanted("open")) reportSpread("desk-ui", "open-case", spread(opened))
  if (wanted("next")) {
    reportSpread("desk-ui", "next-case", spread(await walk(page, TIMES)))
    reportSpread("desk-ui", "next-case.read", spread(await walk(page, TIMES, QUIET)))
  }
  if (wanted("type")) await measureTyping(page, cdp)
  if (wanted("scroll")) {
    await measureScroll(page, ".rows", "scroll", FLUNG)
    await measureScroll(page, ".rows", "scroll.by-hand", TURNED)
  }
  if (wanted("heap")) await measureHeap(page, cdp)
}

async function measureScroll(page: Page, scrolled: string, metric: string, { by, every }: { by: number; every: number }): Promise<void> {
  const frames = await framesWhile(page, scrolled, async () => {
    for (const began = performance.now(); performance.now() - began < SCROLLS;) {
      await page.mouse.wheel(0, by)
      if (every) await page.waitForTimeout(every)
    }
  })
  report({ bench: "desk-ui", metric: `${metric}.worst-second`, value: frames.worstSecond, unit: "frames" })
  report({ bench: "desk-ui", metric: `${metric}.median`, value: frames.median, unit: "frames/s" })
}

const numberIn = (link: string | null): string => /\/cases\/(\d+)/.exec(link ?? "")?.[1] ?? ""

/** The next case by `j`, so many times, at once or each having been looked at: from the key to its messages on the screen. */
async function walk(page: Page, times: number, looked = 0): Promise<number[]> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    if (looked) await page.waitForTimeout(looked)
    const before = numberIn(new URL(page.url()).pathname)
    taken.push(await paintAfter(page, { key: "j" }, `${THREAD}:not([data-shows="${before}"]) .message`))
  }
  return taken
}

async function measureTyping(page: Page, cdp: CDPSession): Promise<void> {
  await page.keyboard.press("r")
  await page.locator(".composer textarea, .composer [contenteditable]").first().waitFor()
  reportSpread("desk-ui", "type-a-key", spread(await workOfKeys(page, cdp)))
  const nothing: number[] = []
  for (let n = 0; n < TIMES; n++) nothing.push(await workOf(page, cdp, null))
  // Asking, and a caret that blinks: not taken off above.
  reportSpread("desk-ui", "type-a-key.nothing", spread(nothing))
  reportSpread("desk-ui", "type-a-key.to-its-frame", spread(await workToFrames(page)))
  await page.keyboard.press("Escape")
}

async function workToFrames(page: Page): Promise<number[]> {
  return workUntilFrame(page, async () => {
    for (const letter of WORDS) {
      await pressLetter(page, letter)
      await page.waitForTimeout(BETWEEN)
    }
  })
}

const pressLetter = (page: Page, letter: string): Promise<void> => page.keyboard.press(letter === " " ? "Space" : letter)

async function workOfKeys(page: Page, cdp: CDPSession): Promise<number[]> {
  await page.keyboard.type(WORDS)
  await cdp.send("Performance.enable")
  const keys: number[] = []
  for (const letter of WORDS.repeat(2)) keys.push(await workOf(page, cdp, letter))
  return keys
}

/** The work of the browser's main thread a key, layout and paint included. Nothing else is asked of the page meanwhile. */
async function workOf(page: Page, cdp: CDPSession, letter: string | null): Promise<number> {
  const busy = async () => (await cdp.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration")!.value * 1000
  const before = await busy()
  if (letter) await pressLetter(page, letter)
  await page.waitForTimeout(BETWEEN)
  return (await busy()) - before
}

/** What the page still holds after 50 cases, and after 500, once collected. */
async function measureHeap(page: Page, cdp: CDPSession): Promise<void> {
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 })
  await page.locator(".stage").focus()
  const held = async () => {
    await cdp.send("HeapProfiler.collectGarbage")
    return (await cdp.send("Runtime.getHeapUsage")).usedSize / 1_000_000
  }
  await walk(page, CASES / 10)
  const early = await held()
  await walk(page, CASES - CASES / 10)
  const late = await held()
  report({ bench: "desk-ui", metric: `heap.after-${CASES}`, value: late, unit: "MB", peer: `after ${CASES / 10}`, ratio: late / early })
}
