import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Page } from "playwright-core"
import { lackingChromium, openPage } from "../support/chromium.ts"
import { amiss, watched } from "../support/desk.ts"
import { type RunningHouse, startHouse, until } from "../support/house.ts"

let house: RunningHouse
let page: Page & { complaints: string[] }

before(async () => {
  if (lackingChromium) return
  house = await startHouse()
  page = watched(await openPage({ baseURL: house.url, locale: "en-GB" }))
  await page.goto(new URL(house.signInLink!).pathname)
  await page.getByLabel(/name/i).first().fill("Ines Martin")
  await page
    .getByLabel(/address|mail/i)
    .first()
    .fill("ines@lilas.example")
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/(welcome|cases)/)
  await page.goto("/start")
})

/** Goes with Tab until what is named so has the focus: nothing here is reached by pointer. */
async function tabTo(name: RegExp, backwards = false): Promise<void> {
  for (let i = 0; i < 120; i++) {
    const at = await page.evaluate(() => {
      const element = document.activeElement
      if (!element) return ""
      const labels = "labels" in element ? [...((element as HTMLInputElement).labels ?? [])].map(({ textContent }) => textContent) : []
      const by = (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "")
      return [
        element.getAttribute("aria-label"),
        ...by,
        ...labels,
        element.tagName === "BUTTON" || element.tagName === "A" ? element.textContent : "",
      ]
        .join(" ")
        .trim()
    })
    if (name.test(at)) return
    await page.keyboard.press(backwards ? "Shift+Tab" : "Tab")
  }
  assert.fail(`Tab never came to ${name}`)
}

const step = (name: RegExp) => page.getByRole("heading", { level: 1, name }).waitFor()

test("a whole first day by keyboard alone: company, inbox, people, hours, and the first case", { skip: lackingChromium }, async () => {
  await step(/Who are you/)
  await tabTo(/Name of the company/)
  await page.keyboard.type("Maison Lilas")
  assert.deepEqual(await amiss(page), [])
  await page.keyboard.press("Enter")

  await step(/Which address/)
  await tabTo(/^Address/)
  await page.keyboard.type("care@lilas.example")
  await page.keyboard.press("Enter")
  await page.getByText("Where mail goes (MX)").waitFor()
  assert.equal(await page.locator(".dns-records > li").count(), 4, "four records to copy")
  assert.deepEqual(await amiss(page), [])
  await tabTo(/Send me a mail/)
  await page.keyboard.press("Enter")
  await page.getByText("No relay is set").waitFor()
  await tabTo(/^Go on/)
  await page.keyboard.press("Enter")

  await step(/Who answers/)
  await tabTo(/Addresses/)
  await page.keyboard.type("Léa Martin <lea@lilas.example>, samir@lilas.example; ines@lilas.example")
  await tabTo(/Invite them/)
  await page.keyboard.press("Enter")
  await page.getByText("Hand these over").waitFor()
  assert.equal(await page.locator(".start-link").count(), 2, "two links")
  await page.getByText("There is an agent with this address already.").waitFor()
  await tabTo(/^Go on/)
  await page.keyboard.press("Enter")

  await step(/When do you work/)
  await page.getByText("45 hours a week.").waitFor()
  await tabTo(/Add hours on Monday/)
  await page.keyboard.press("Enter")
  await tabTo(/Remove the hours from 09:00 on Monday/, true)
  // To the hour, the first part of a time wherever it is shown; from seven in the evening down to five.
  for (const key of ["Tab", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key)
  await page.getByText(/Overlaps 09:00–18:00/).waitFor()
  assert.deepEqual(await amiss(page), [])
  await tabTo(/Remove the hours from 17:00/)
  await page.keyboard.press("Enter")
  await tabTo(/Keep and go on/)
  await page.keyboard.press("Enter")

  await step(/Write to yourself/)
  await tabTo(/Put one there/)
  await page.keyboard.press("Enter")
  await page.getByText("There it is.").waitFor()
  assert.deepEqual(await amiss(page), [])
  await tabTo(/Open case 1/)
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/cases\/1/)
  await page.getByText("this is the first message in our Vigie").first().waitFor()
  assert.deepEqual(page.complaints, [])
})

test("settings are found by another word for them, and the command bar knows them too", { skip: lackingChromium }, async () => {
  await page.goto("/settings/account")
  await page.getByPlaceholder("Find a setting").fill("jours feries")
  await until("one page is left", async () => (await page.locator(".settings-nav section .rail-link").count()) === 1)
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/settings\/calendars/)
  await page.getByText("Usual hours").waitFor()
  assert.deepEqual(await amiss(page), [])
})
