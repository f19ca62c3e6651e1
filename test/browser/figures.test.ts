import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { before, test } from "node:test"
import type { Page } from "playwright-core"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, customerWrites, type DeskHouse, sitDown, startDesk } from "../support/desk.ts"
import { until } from "../support/house.ts"

let house: DeskHouse
let page: Page & { complaints: string[] }

before(async () => {
  if (lackingChromium) return
  house = await startDesk()
  for (const from of ["camille", "amadou", "brune"])
    await customerWrites(house, { from: `${from}@post.example`, name: from, subject: `=SUM(A1) ${from}`, text: "Où est mon bouquet ?" })
  const { status } = await house.api(`/api/inboxes/${house.inboxId}`, { token: house.token, method: "PATCH", body: { name: "=Lilas" } })
  assert.equal(status, 200)
  assert.equal((await house.vigie("figures", "recount")).code, 0)
  page = await sitDown(house, { name: "Hélène Chef", role: "lead" })
})

test(
  "the head of service reads who waits, walks through a chart by keys, and takes the figures along",
  { skip: lackingChromium },
  async () => {
    await page.getByRole("link", { name: "Figures" }).click()
    await page.getByText("3 people are waiting; the longest since").waitFor()
    await page.getByText("No first answer in this period.").waitFor()
    await page.locator(".plot canvas").first().waitFor()
    assert.deepEqual(await amiss(page), [])

    const chart = page.getByRole("group", { name: /Who waited at the end of each day/ })
    await chart.focus()
    await page.keyboard.press("End")
    assert.match((await chart.locator(".chart-told").textContent())!, /Waiting 3/)
    await page.keyboard.press("ArrowLeft")
    assert.match((await chart.locator(".chart-told").textContent())!, /Waiting 0/)

    const load = page.getByRole("region", { name: "What came and what went" })
    await load.getByRole("button", { name: "Table" }).click()
    await load.getByRole("columnheader", { name: "Came in (mail)" }).waitFor()

    const inboxes = page.getByRole("region", { name: "By inbox" }).first()
    const [file] = await Promise.all([page.waitForEvent("download"), inboxes.getByRole("button", { name: "CSV" }).click()])
    const csv = await readFile(await file.path(), "utf8")
    assert.match(csv, /^\uFEFFBy inbox,Came in,/)
    assert.match(csv, /\r\n'=Lilas,3,0,3,0,/, "a name that looks like a formula is words")
    assert.deepEqual(page.complaints, [])
  },
)

test("what is shown is in the address, and a period without anything says so", { skip: lackingChromium }, async () => {
  await page.goto("/figures?period=custom&from=2020-01-01&to=2020-01-31&tag=none")
  await page.getByText("From 1 January 2020 to 31 January 2020").waitFor()
  await page.getByText("Nobody is waiting.").waitFor()
  await until("the dark page has no fault", async () => {
    await page.emulateMedia({ colorScheme: "dark" })
    return (await amiss(page)).length === 0
  })
  await page.setViewportSize({ width: 390, height: 844 })
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  assert.equal(wider, false, "nothing stands out at the side of a telephone")
})
