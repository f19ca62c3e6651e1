import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { test } from "node:test"
import type { Download, Page } from "playwright-core"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, customerWrites, sitDown, startDesk } from "../support/desk.ts"
import { until } from "../support/house.ts"

const desk = lackingChromium ? null : startDesk()
const ours = async () => (await desk)!

const more = async (page: Page, item: string): Promise<void> => {
  await page.getByRole("toolbar", { name: "What to do with this case" }).getByRole("button", { name: "More" }).click()
  await page.getByRole("menuitem", { name: item, exact: true }).click()
}
const fileOf = async (page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> => {
  const [file]: [Download, void] = await Promise.all([page.waitForEvent("download"), press()])
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") }
}

test("a case is cut in two and made one again, sorted by hand, and taken out as a file", { skip: lackingChromium }, async () => {
  const house = await ours()
  const page = await sitDown(house, { name: "Ines Okafor", role: "lead" })
  const old = await customerWrites(house, { subject: "Pivoines fanées", text: "Elles sont arrivées fanées." })
  const { number, id } = await customerWrites(house, { subject: "Facture", text: "Où est ma facture ?", from: "marek@post.example" })
  await page.goto(`/cases/${number}?view=all`)
  await page.getByRole("heading", { name: "Facture" }).waitFor()
  const rows = () => page.locator(".row").evaluateAll((all) => all.map((row) => row.getAttribute("data-number")))
  assert.deepEqual(await rows(), [String(number), String(old.number)])

  await page.getByRole("button", { name: "newest first" }).click()
  await page.getByRole("menuitem", { name: /waiting longest/ }).click()
  await until("who has waited longest is first", async () => (await rows())[0] === String(old.number))
  assert.match(page.url(), /sort=waiting/, "the order has a link")
  await page.getByRole("button", { name: "waiting longest" }).press("Enter")
  await page.getByRole("menuitem", { name: /newest first/ }).press("Enter")
  await until("the newest is first", async () => (await rows())[0] === String(number))

  await more(page, "Split into two cases")
  await page.getByRole("dialog").getByRole("button", { name: "Split", exact: true }).click()
  await page.getByRole("dialog").getByText("nothing would be left").first().waitFor()
  await page.keyboard.press("Escape")
  const { body: one } = await house.api(`/api/cases/${id}`, { token: house.token })
  const { body: other } = await house.api(`/api/cases/${old.id}/merge`, { token: house.token, body: { into: one.id } })
  assert.ok(other.mergeId)
  await page.getByText("Elles sont arrivées fanées.").last().waitFor()
  await more(page, "Split into two cases")
  const dialog = page.getByRole("dialog")
  await dialog.getByRole("button", { name: /From this message on/ }).click()
  await page.getByRole("option", { name: /fanées/ }).click()
  await dialog.getByRole("button", { name: "Split", exact: true }).click()
  await dialog.waitFor({ state: "detached" })
  await until("there are two", async () => (await rows()).length === 2)
  await page.getByRole("status").getByRole("button", { name: "Undo" }).last().click()
  await until("it is one again", async () => (await rows()).length === 1)

  const page1 = await fileOf(page, () => more(page, "Save as a page"))
  assert.match(page1.name, /\.html$/)
  assert.match(page1.text, /Où est ma facture/)
  await page.goto("/settings/export")
  await page.getByRole("button", { name: /Every case/ }).click()
  await page.getByRole("option", { name: "All", exact: true }).click()
  const table = await fileOf(page, () => page.getByRole("link", { name: "Table (CSV)" }).first().click())
  assert.match(table.text, /Facture/)
  const said = await fileOf(page, () => page.getByRole("link", { name: "What was said (JSON Lines)" }).click())
  assert.ok(said.text.includes("fanées"))
  assert.deepEqual(await amiss(page), [])
  assert.deepEqual(page.complaints, [])
})

test(
  "panes are dragged by the pointer at every width that shows them, and keep what they were given",
  { skip: lackingChromium },
  async () => {
    const house = await ours()
    const page = await sitDown(house, { name: "Noor Vermeer" }, { viewport: { width: 1440, height: 900 } })
    const { number } = await customerWrites(house, { subject: "Tulipes", text: "Bonjour", from: "noor@post.example" })
    await page.goto(`/cases/${number}?view=all`)
    const edge = (name: string) => page.getByRole("separator", { name })
    const now = async (name: string) => Number(await edge(name).getAttribute("aria-valuenow"))
    const drag = async (name: string, by: number): Promise<void> => {
      const box = (await edge(name).boundingBox())!
      await page.mouse.move(box.x + box.width / 2, box.y + 200)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width / 2 + by / 2, box.y + 210)
      await page.mouse.move(box.x + box.width / 2 + by, box.y + 220)
      await page.mouse.up()
    }
    const railed = async () => Math.round((await page.locator(".rail").boundingBox())!.width)
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
    await edge("Width of the case panel").waitFor()
    await drag("Width of the case panel", -32)
    await until("the panel follows the pointer", async () => (await now("Width of the case panel")) === 336)
    await drag("Width of the list", 24)
    await until("the list follows the pointer", async () => (await now("Width of the list")) === 368)
    await drag("Width of the views", 40)
    await until("the rail follows the pointer", async () => (await railed()) === 256)
    for (const width of [1440, 1120, 1000, 800, 640]) {
      await page.setViewportSize({ width, height: 900 })
      await until(`nothing stands out at ${width} px`, fits)
      if (width < 720) assert.equal(await edge("Width of the list").isVisible(), false, "one pane at a time")
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.reload()
    await edge("Width of the case panel").waitFor()
    assert.deepEqual([await now("Width of the case panel"), await now("Width of the list")], [336, 368], "remembered")
    assert.equal(await railed(), 256, "the rail, too")
    await drag("Width of the views", -24)
    await until("the rail is dragged from where it was kept", async () => (await railed()) === 232)
    assert.equal(await now("Width of the views"), 232)
    await page.reload()
    await edge("Width of the case panel").waitFor()
    assert.equal(await railed(), 232, "and remembered again")
    assert.deepEqual(page.complaints, [])
  },
)

test("by thumb one goes to the next case and back, and keeps one as new", { skip: lackingChromium }, async () => {
  const house = await ours()
  const page = await sitDown(house, { name: "Bea Novak" }, { viewport: { width: 390, height: 844 }, hasTouch: true })
  const first = await customerWrites(house, { subject: "Lilas blancs", text: "Bonjour", from: "bea@post.example" })
  const second = await customerWrites(house, { subject: "Lilas mauves", text: "Bonjour", from: "bea@post.example" })
  await page.goto(`/cases?view=all`)
  await page.getByRole("link", { name: /Lilas mauves/ }).tap()
  await page.getByRole("heading", { name: "Lilas mauves" }).waitFor()
  await more(page, "Next case")
  await page.getByRole("heading", { name: "Lilas blancs" }).waitFor()
  await more(page, "Previous case")
  await page.getByRole("heading", { name: "Lilas mauves" }).waitFor()
  await more(page, "Mark as unread")
  const unread = async (id: string): Promise<boolean> =>
    ((await (await page.request.get(`/api/cases/${id}`)).json()) as { unread: boolean }).unread
  await until("it is new again", () => unread(second.id))
  assert.equal(await unread(first.id), false)
  assert.deepEqual(page.complaints, [])
})
