import assert from "node:assert/strict"
import { test } from "node:test"
import type { Page } from "playwright-core"
import { lackingChromium } from "../support/chromium.ts"
import { customerWrites, sitDown, startDesk } from "../support/desk.ts"

/** Opens a settings page's form, fills it in and saves. */
async function add(page: Page, where: string, button: string, fields: Record<string, string>): Promise<void> {
  await page.goto(`/settings/${where}`)
  await page.getByRole("button", { name: button }).click()
  const dialog = page.getByRole("dialog")
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(value)
  await dialog.getByRole("button", { name: "Save" }).click()
}

test("an administrator furnishes the desk", { skip: lackingChromium }, async () => {
  const house = await startDesk()
  const page = await sitDown(house, { name: "Ines Okafor", role: "admin" })
  const card = (words: string) => page.locator(".card", { hasText: words })

  await add(page, "inboxes", "Add an inbox", { Address: "not an address" })
  await page
    .getByRole("dialog")
    .getByText(/should look like/)
    .first()
    .waitFor()
  await page.getByLabel("Address", { exact: true }).fill("shops@lilas.example")
  await page.getByRole("button", { name: "Save" }).click()
  await card("shops@lilas.example").waitFor()

  await add(page, "agents", "Add an agent", { "Mail address": "amadou.diallo@lilas.example", Name: "Amadou Diallo" })
  assert.match(await page.getByRole("textbox", { name: "A link to sign in" }).inputValue(), /\/sign-in\//, "a link to hand over")
  await page.getByRole("button", { name: "Done" }).click()
  await card("Amadou Diallo").getByText("invited").waitFor()

  await add(page, "teams", "Add a team", { Name: "Delivery" })
  await card("Delivery").waitFor()
  await add(page, "statuses", "Add a status", { "Name in English": "With the carrier", "Name in French": "Chez le transporteur" })
  await card("With the carrier").waitFor()
  await add(page, "fields", "Add a detail", { Name: "Order", "Key for programs": "order" })
  await card("Order").waitFor()
  await add(page, "calendars", "Add working hours", { Name: "Shops" })
  await card("Shops").getByText("Mon–Fri 09:00–18:00").waitFor()
  await add(page, "deadlines", "Add a deadline", { "First answer within": "soon", "Resolved within": "1 h 30" })
  await page.getByRole("dialog").getByText("Write a working time, for example").first().waitFor()
  await page.getByLabel("First answer within", { exact: true }).fill("4h")
  await page.getByRole("button", { name: "Save" }).click()
  await card("Every inbox, any priority").getByText("first answer within 4 h · resolved within 1 h 30").waitFor()
  await page.goto("/settings/journal")
  await card("case.rule-added").getByText("Ines Okafor").waitFor()
  await add(page, "tokens", "Add a token", { Name: "Order system" })
  assert.ok(await page.getByRole("textbox", { name: "The new token" }).inputValue())
  await page.getByRole("button", { name: "Done" }).click()
  await card("Order system").getByText("never used").waitFor()
  await card("Order system").getByRole("button", { name: "Revoke" }).click()
  await page.getByRole("dialog", { name: "Revoke: Order system?" }).getByText("shut out at once").waitFor()
  await page.keyboard.press("Escape")
  await card("Order system").getByText("never used").waitFor()
  await card("Order system").getByRole("button", { name: "Revoke" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click()
  await card("Order system").waitFor({ state: "detached" })

  const { number } = await customerWrites(house, { subject: "Order 88", text: "Where is it?" })
  await page.goto(`/cases/${number}`)
  await page.getByRole("textbox", { name: "Order" }).fill("LIL-88")
  await page.getByRole("textbox", { name: "Order" }).press("Tab")
  for (const [field, choice] of [
    ["Team", "Delivery"],
    ["Status", "With the carrier"],
  ] as const) {
    await page.getByRole("button", { name: new RegExp(`${field}$`) }).click()
    await page.getByRole("option", { name: choice }).click()
  }
  await page.getByText("Ines Okafor: With the carrier").waitFor()
  await page.reload()
  await page.waitForFunction(() => [...document.querySelectorAll("input")].some(({ value }) => value === "LIL-88"))
  assert.deepEqual(page.complaints, [])
})

test("what a customer wishes is said once, and the answer waits for the hour; files go along", { skip: lackingChromium }, async () => {
  const house = await startDesk()
  const page = await sitDown(house, { name: "Ines Okafor" })
  const { number } = await customerWrites(house, { subject: "Never at work", text: "Please write in the evening." })
  await page.goto(`/cases/${number}`)
  await page.getByRole("button", { name: "Hours and channels" }).click()
  await page.locator(".wishes-form").getByText("mail", { exact: true }).click()
  await page.getByRole("button", { name: "Add hours" }).click()
  // One minute a week, so that it is not now.
  const tomorrow = ((new Date().getUTCDay() + 2) % 7 || 7) - 1
  for (const [day, box] of (await page.locator(".day-choice input").all()).entries()) await box.setChecked(day === tomorrow)
  await page.locator(".wishes-form").getByLabel("From").fill("03:00")
  await page.locator(".wishes-form").getByLabel("To", { exact: true }).fill("03:01")
  await page.locator(".wishes-form").getByRole("button", { name: "Save" }).click()
  await page.getByText("Prefers mail").waitFor()

  await page.getByRole("button", { name: "Reply" }).click()
  await page.getByText(/By mail, .* in Camille Rousseau’s hours/).waitFor()
  await page.getByLabel("Text of the answer").fill("This evening, then.")
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "sketch.txt", mimeType: "text/plain", buffer: Buffer.from("fourteen tables") })
  await page.getByRole("button", { name: "Remove sketch.txt" }).waitFor()
  await page.getByRole("button", { name: "Send at that hour" }).click()
  const answer = page.getByRole("article", { name: /Our answer/ })
  await answer.getByText("sketch.txt").waitFor()
  await answer.getByText(/Held: no relay|Leaves .*the customer's hours/).waitFor()
  assert.deepEqual(page.complaints, [])
})
