import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { before, test } from "node:test"
import type { Page } from "playwright-core"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, type DeskHouse, sitDown, startDesk } from "../support/desk.ts"

let house: DeskHouse
let page: Page & { complaints: string[] }

const HOUR = 3_600_000
const said = (key: string, name: string, text: string, hours: number, more: object = {}) => ({
  key,
  text,
  author: { key: name, name },
  url: `https://forum.example/${key}`,
  publishedAt: new Date(Date.now() - hours * HOUR).toISOString(),
  ...more,
})

async function heard(mentions: object[], gone: string[] = []) {
  const { status, body } = await house.api("/api/mentions", {
    token: house.token,
    body: { source: "Forum des fleuristes", place: "forum", mentions, gone },
  })
  assert.equal(status, 200, JSON.stringify(body))
}

before(async () => {
  if (lackingChromium) return
  house = await startDesk()
  await heard([
    said("1", "Camille", "Mon bouquet Lilas n’est jamais arrivé", 30),
    said("2", "Amadou", "Bouquet Lilas en retard, encore", 5),
    said("3", "Dov", "Les lilas du jardin sont en fleur", 4),
    said("4", "Brune", "Lilas m’a livré un bouquet fané", 3, { title: "Lilas : un bouquet en retard", kind: "article" }),
  ])
  await heard([said("4", "Brune", "Lilas m’a livré un bouquet fané", 3, { title: "Lilas : un bouquet fané", kind: "article" })])
  page = await sitDown(house, { name: "Hélène Chef", role: "lead" })
})

test("a watch is written with an error, mended, and heard; nothing typed is lost", { skip: lackingChromium }, async () => {
  await page.getByRole("link", { name: "Listening" }).waitFor()
  await page.locator("#search").waitFor()
  await page.keyboard.press("g")
  await page.keyboard.press("l")
  await page.getByRole("heading", { name: "Watches" }).waitFor()
  await page.getByText("Nothing is listened for yet.").waitFor()
  await page.keyboard.press("c")
  const query = page.getByRole("textbox", { name: "Query" })
  await query.fill("lilas AND bouqet:x")
  const problem = page.getByRole("button", { name: /Character 11, “bouqet:”: There is no field/ })
  await problem.waitFor()
  assert.equal(await query.getAttribute("aria-invalid"), "true")
  assert.equal(await page.getByRole("button", { name: /Listen for this/ }).isDisabled(), true, "what can't be read isn't saved")
  await page.keyboard.press("Alt+ArrowDown")
  assert.equal(await page.evaluate(() => getSelection()?.toString()), "bouqet:", "the key leads to the place")
  await page.reload()
  assert.equal(await query.inputValue(), "lilas AND bouqet:x", "what was typed is still there")
  await query.fill("lilas AND bouquet")
  await page.getByText("3 people, 3 mentions").waitFor()
  await page.getByText("4 mentions were looked at: all of the last month.").waitFor()
  await page.keyboard.press("Alt+ArrowUp")
  await page.getByRole("complementary", { name: "Help on queries" }).waitFor()
  assert.deepEqual(await amiss(page), [])
  await page.getByRole("textbox", { name: "Name" }).fill("Bouquets")
  await page.keyboard.press("Control+Enter")
  await page.getByRole("heading", { name: "Bouquets", exact: true }).waitFor()
})

test("its page says what goes on, and leads from a point of the curve to the words", { skip: lackingChromium }, async () => {
  await heard([said("5", "Inès", "Bouquet Lilas arrivé à l’heure", 0.01)])
  await page.getByText(/In the last 24 hours: 3 people, 3 mentions\./).waitFor()
  await page.locator(".plot canvas").first().waitFor()
  assert.deepEqual(await amiss(page), [])
  const curve = page.getByRole("group", { name: /Who spoke, over time/ })
  await curve.focus()
  await page.keyboard.press("End")
  assert.match((await curve.locator(".chart-told").textContent())!, /so far/)
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/listening\/mentions\?watch=.*&from=.*&to=/)
  const list = page.getByRole("list", { name: "Mentions" })
  await list.getByText("Bouquet Lilas arrivé à l’heure").waitFor()
  for (const [keys, tone] of [
    [[], "negative"],
    [["ArrowDown"], "positive"],
  ] as const) {
    await page.goBack()
    await page.getByRole("group", { name: /In what tone/ }).focus()
    for (const key of ["End", ...keys, "Enter"]) await page.keyboard.press(key)
    await page.waitForURL(new RegExp(`/listening/mentions\\?watch=.*&tone=${tone}`))
  }
})

test("a mention keeps its earlier title, and what is deleted where it stood is gone", { skip: lackingChromium }, async () => {
  await page.goto("/listening/mentions?words=fané")
  await page.getByRole("link", { name: /Brune/ }).click()
  await page.getByText("1 earlier version").waitFor()
  await page.locator(".mention-versions").getByText("Lilas : un bouquet en retard").waitFor()
  assert.deepEqual(await amiss(page), [])
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("button", { name: "Narrow" })
      .click()
      .then(() => page.getByRole("button", { name: "Take as CSV" }).click()),
  ])
  assert.match(await readFile(await file.path(), "utf8"), /"Lilas : un bouquet fané","Lilas m’a livré un bouquet fané"/)
  await heard([], ["4"])
  await page.getByText("Deleted where it stood: its words and its author are no more here either.").waitFor()
})

test("sources say how they are, and the page of what can't be heard says why", { skip: lackingChromium }, async () => {
  await page.goto("/listening/sources")
  await page.getByRole("link", { name: "Forum des fleuristes" }).click()
  await page.getByText("It tells by itself").waitFor()
  await page.getByRole("button", { name: "What to do with this source" }).click()
  await page.getByRole("menuitem", { name: "Pause it" }).click()
  await page.getByText("It is paused and isn’t asked for anything.").waitFor()
  await page.goto("/listening/sources/new")
  await page.getByRole("button", { name: /Feeds/ }).click()
  const address = page.getByRole("textbox", { name: "Address" })
  await address.fill("the local paper")
  await page.getByRole("button", { name: "Try it" }).click()
  await page.getByText("This isn’t an address that begins with https:// or http://.").waitFor()
  await address.fill("http://127.0.0.1/feed.xml")
  await page.getByRole("button", { name: "Try it" }).click()
  await page.getByRole("alert").getByText("The address leads into a private network. It isn’t read.").waitFor()
  assert.equal(await address.inputValue(), "http://127.0.0.1/feed.xml", "nothing typed goes away")
  await page.goto("/listening/sources/new")
  await page.getByRole("button", { name: /^X\b/ }).click()
  await page.getByRole("textbox", { name: "Words", exact: true }).fill("lilas, fleurs")
  await page.getByRole("textbox", { name: "Budget for a month, in dollars" }).fill("12,5")
  await page.getByRole("textbox", { name: "Posts a month, at most" }).fill("3")
  await page.getByRole("button", { name: "Read it from now on" }).click()
  await page.getByText("ten is the least that a month may bring").waitFor()
  await page.getByRole("textbox", { name: "Posts a month, at most" }).fill("")
  await page.getByRole("button", { name: "Read it from now on" }).click()
  await page.getByText("$0.00 of $12.50, for 0 posts.").waitFor()
  await page.getByText("needs approval").first().waitFor()
  await page.goto("/listening/sources/limits")
  await page.getByText("Reddit", { exact: true }).waitFor()
  await page.emulateMedia({ colorScheme: "dark" })
  await page.setViewportSize({ width: 390, height: 844 })
  assert.deepEqual(await amiss(page), [])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  assert.equal(wider, false, "nothing stands out at the side of a telephone")
  assert.deepEqual(page.complaints, [])
})
