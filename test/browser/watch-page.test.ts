import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import type { Page } from "playwright-core"
import { newId, systemClock } from "#platform"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, type AnyDesk, sitDown } from "../support/desk.ts"
import { openByClock } from "../support/inside.ts"
import { until } from "../support/house.ts"

const DAY = 86_400_000
let house: AnyDesk
let page: Page & { complaints: string[] }
let watch: string
const now = Date.now()
const ago = (days: number): Date => new Date(now - days * DAY)

before(async () => {
  if (lackingChromium) return
  const inside = await openByClock(systemClock, {})
  const { http, smtp } = inside.house.ports
  house = { url: `http://127.0.0.1:${http}`, smtpPort: smtp, token: await inside.token("admin"), api: inside.api }
  watch = (await house.api("/api/watches", { token: house.token, body: { name: "Lilas", query: "lilas" } })).body.id
  const mentions = Array.from({ length: 84 }, (_, n) => ({
    key: `${n}`,
    text: `Lilas, bouquet numéro ${n}`,
    author: { key: `${n}`, name: `Brune ${n}` },
    publishedAt: ago(n / 3 + 0.02).toISOString(),
  }))
  const told = await house.api("/api/mentions", { token: house.token, body: { source: "Forum", place: "forum", mentions } })
  assert.equal(told.status, 200, JSON.stringify(told.body))
  await inside.db.transact(async ({ sql: db }) => {
    // La Gazette wasn't read from the 14th to the 8th day before, Nord began five days ago; the watch paused a day in between.
    for (const [name, from, until] of [
      ["La Gazette", 40, 14],
      ["Nord", 5, 0],
    ] as const) {
      const id = newId(ago(from))
      await sql`insert into sources (id, kind, name, place, settings, state, state_since, next_at, read_at, settled_at, created_by, created_at, updated_at)
        values (${id}, 'feed', ${name}, 'press', '{"url": "https://press.example/"}', 'reading', ${ago(from)}, ${ago(-500)}, ${ago(0)}, ${ago(0)}, 'system:test', ${ago(from)}, ${ago(0)})`.execute(
        db,
      )
      await sql`insert into source_coverage values (${id}, ${ago(from)}, ${ago(until)})`.execute(db)
      if (until > 0) await sql`insert into source_coverage values (${id}, ${ago(8)}, ${ago(0)})`.execute(db)
      await sql`insert into watch_sources (watch_id, source_id, last_at, posts) values (${watch}, ${id}, ${ago(1)}, 1)`.execute(db)
    }
    await sql`delete from watch_listened where watch_id = ${watch}`.execute(db)
    await sql`insert into watch_listened values (${watch}, 1, ${ago(40)}, ${ago(11.5)}), (${watch}, 1, ${ago(10.5)}, null)`.execute(db)
  })
  page = await sitDown(house, { name: "Hélène Chef", role: "lead" })
})

/** How much of the people's line is drawn half-way between each step and the next. */
const drawnBetween = (steps: number): Promise<number[]> =>
  page.evaluate((count) => {
    const canvas = document.querySelector<HTMLCanvasElement>(".plot canvas")!
    const probe = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d")!
    probe.fillStyle = getComputedStyle(document.querySelector('.chart-names i[data-shape="line"]')!).color
    probe.fillRect(0, 0, 1, 1)
    const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data
    const wide = (canvas.clientWidth - 64 - 8) / count
    return Array.from({ length: count - 1 }, (_, i) => {
      const { data } = canvas.getContext("2d")!.getImageData(Math.round(64 + (i + 1) * wide), 0, 1, canvas.height)
      let found = 0
      for (let at = 0; at < data.length; at += 4)
        if (Math.abs(data[at]! - red!) + Math.abs(data[at + 1]! - green!) + Math.abs(data[at + 2]! - blue!) < 60) found++
      return found
    })
  }, steps)

test(
  "the curve breaks where sources or the watch itself changed and says why; over what wasn't read no line is drawn",
  { skip: lackingChromium },
  async () => {
    await page.goto(`/listening/${watch}`)
    await page.locator(".plot canvas").first().waitFor()
    await page.getByText(/This watch was paused once/).waitFor()
    const curve = page.getByRole("group", { name: /Who spoke, over time/ })
    const said: string[] = []
    await curve.focus()
    await page.keyboard.press("Home")
    for (let last = ""; ; await page.keyboard.press("ArrowRight")) {
      const told = (await curve.locator(".chart-told").textContent())!
      if (told === last) break
      said.push((last = told))
    }
    const broken = said.flatMap((words) => /not comparable with before: (.*)$/.exec(words)?.[1] ?? [])
    assert.deepEqual(broken, ["the watch paused", "the watch went on", "Nord began"])
    await page.keyboard.press("Escape")
    await page.getByRole("heading", { name: "Lilas" }).click() // no point is chosen: its mark would count as line

    const isWhole = (words: string): boolean => /People \d/.test(words)
    const drawn = await drawnBetween(said.length)
    for (const [i, found] of drawn.entries()) {
      const [here, next] = [said[i]!, said[i + 1]!]
      const joined = isWhole(here) && isWhole(next) && !next.includes("not comparable")
      assert.equal(found > 0, joined, `between “${here}” and “${next}”`)
    }
    assert.ok(drawn.filter(Boolean).length > 10, "there is a line at all")

    const section = page.locator(".figure", { has: page.getByRole("heading", { name: "Who spoke, over time" }) })
    await section.getByRole("button", { name: "Table", exact: true }).click()
    const days = await section.locator(".sheet th[scope=row]").allTextContents()
    const today = await page.evaluate(async (at) => {
      const me = await (await fetch("/api/me")).json()
      return new Date(at).toLocaleDateString("sv-SE", { timeZone: me.timeZone })
    }, now)
    assert.equal(days.length, said.length, "a line for each step")
    assert.equal(days.at(-1), today, "days are those of the reader's clock")
    assert.deepEqual(await amiss(page), [])
  },
)

test(
  "mentions are narrowed to a time by the reader's own clock, whatever the browser's; Enter takes it",
  { skip: lackingChromium },
  async () => {
    const to = new Date(Math.floor(now / 60_000) * 60_000 - 2 * DAY)
    const [typed, zone] = await page.evaluate(async (at) => {
      const me = await (await fetch("/api/me")).json()
      const shown = new Date(at).toLocaleString("sv-SE", { timeZone: me.timeZone, dateStyle: "short", timeStyle: "short" })
      return [shown.replace(" ", "T"), me.timeZone as string]
    }, to.getTime())
    assert.notEqual(zone, await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone), "the clocks differ here")
    await page.goto("/listening/mentions")
    await page.getByRole("button", { name: "Narrow" }).click()
    await page.getByLabel("until").fill(typed)
    await page.getByLabel("until").press("Enter")
    await page.waitForURL((url) => url.searchParams.get("to") === to.toISOString())
    assert.equal(await page.getByLabel("until").inputValue(), typed)
    const list = page.getByRole("list", { name: "Mentions" })
    const first = () => list.getByRole("link").first().textContent()
    await until("the latest are left out", async () => /numéro 6/.test((await first()) ?? ""))
    await page.getByLabel("Said from").fill("")
    await page.getByLabel("until").fill("")
    await page.getByLabel("Said from").focus()
    await page.waitForURL((url) => !url.searchParams.has("to"))
    await until("and are back", async () => /numéro 0/.test((await first()) ?? ""))
    assert.deepEqual(await amiss(page), [])
    assert.deepEqual(page.complaints, [])
  },
)
