import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, customerWrites, sitDown, startDesk } from "../support/desk.ts"
import { until } from "../support/house.ts"

test(
  "a view is built by keys alone, counts what comes in, is shared; twelve cases are resolved at once and come back",
  { skip: lackingChromium },
  async () => {
    const house = await startDesk()
    const page = await sitDown(house, { name: "Léa Fontaine", role: "lead" })
    const keys = page.keyboard
    await customerWrites(house, { subject: "Pivoines", text: "Les pivoines sont fanées." })
    for (let n = 1; n <= 11; n++)
      await customerWrites(house, { from: `guest${n}@post.example`, subject: `Table ${n}`, text: "Des fleurs pour la table." })

    await page.goto("/cases?view=all")
    await page.getByRole("link", { name: "New view" }).focus()
    await keys.press("Enter")
    await page.getByLabel("Name", { exact: true }).fill("Peonies")
    await page.getByText("12 cases fit now").waitFor()
    await page.getByRole("button", { name: "Condition", exact: true }).press("Enter")
    await page
      .getByRole("button", { name: /What the condition is about/ })
      .last()
      .press("Enter")
    await keys.type("Words")
    await keys.press("Enter")
    await page.getByText("12 cases fit now").waitFor()
    await page.getByRole("button", { name: "Save" }).press("Enter")
    await page.getByText("Say which, or remove this condition.").waitFor()
    await page.getByRole("textbox", { name: "Words" }).fill("pivoines")
    await page.getByText("1 case fits now").waitFor()
    await page.getByRole("button", { name: /For whom/ }).press("ArrowDown")
    await keys.type("every")
    await keys.press("Enter")
    assert.deepEqual(await amiss(page), [])
    await page.getByRole("button", { name: "Save" }).press("Enter")
    await page.waitForURL(/\/cases\?view=[0-9a-f-]{36}/)
    await page.waitForURL(/view=[\da-f-]{36}/)
    const address = page.url()
    const rail = page.getByRole("navigation", { name: "Views" })
    await rail.getByRole("link", { name: /Peonies 1/ }).waitFor()
    await customerWrites(house, { from: "nour@studio.example", subject: "Bouquet", text: "Vos pivoines étaient superbes." })
    await rail.getByRole("link", { name: /Peonies 2/ }).waitFor()
    await page.locator(".row", { hasText: "Vos pivoines étaient superbes" }).waitFor()

    await page.getByRole("button", { name: "The view “Peonies”" }).press("Enter")
    const [table] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Take out as a table (CSV)" }).press("Enter"),
    ])
    const lines = (await readFile(await table.path(), "utf8")).trim().split("\r\n")
    assert.deepEqual([lines.length, page.url()], [3, address], "its two cases under a head, and the view still there")

    const colleague = await sitDown(house, { name: "Ines Okafor" })
    await colleague.goto(address)
    await colleague.getByRole("heading", { name: /Peonies/ }).waitFor()
    await colleague.locator(".row").nth(1).waitFor()
    assert.equal(await colleague.locator(".row").count(), 2)

    await page.goto("/cases?view=all")
    await page.locator(".row").first().waitFor()
    await page.locator(".rows").hover()
    await until("rows that go by under a resting pointer stay dark", async () => {
      await page.mouse.wheel(0, 20)
      return (await page.locator(".rows[data-passing]").count()) === 1
    })
    await page.mouse.down()
    await page.mouse.up()
    const pressed = page.locator(".row[aria-current]")
    await pressed.waitFor()
    assert.ok(await pressed.evaluate((row) => row.matches(":hover")), "what was pressed is what was seen there")
    await page.goto("/cases?view=all")
    await page.locator(".row").first().waitFor()
    for (let n = 1; n <= 12; n++) {
      await page.locator(`[aria-posinset="${n}"] input[type=checkbox]`).press("Space")
      await page.getByText(n === 1 ? "1 case selected" : `${n} cases selected`).waitFor()
    }
    await page
      .locator(".selection")
      .getByRole("button", { name: /Resolve/ })
      .press("Enter")
    await page.getByRole("button", { name: "Resolve 12 cases" }).waitFor()
    assert.deepEqual(await amiss(page), [])
    await page.getByRole("button", { name: "Resolve 12 cases" }).press("Enter")
    await page.getByText("12 cases resolved.").waitFor()
    await rail.getByRole("link", { name: /All open 1/ }).waitFor()
    await page.getByRole("button", { name: "Undo" }).press("Enter")
    await page.getByText("12 cases are as they were.").waitFor()
    await rail.getByRole("link", { name: /All open 13/ }).waitFor()
    await page.goto("/cases?view=done")
    await page.getByText("taken back").waitFor()
    assert.deepEqual(page.complaints, [])
  },
)
