import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Page } from "playwright-core"
import { lackingChromium } from "../support/chromium.ts"
import { customerWrites, type DeskHouse, sitDown, startDesk } from "../support/desk.ts"
import type { Json } from "../support/house.ts"

/* What is refused is said where one looks, isn't counted as done, and takes no word away. */
let house: DeskHouse
let page: Page & { complaints: string[] }
let one: Json
let other: Json

before(async () => {
  if (lackingChromium) return
  house = await startDesk()
  page = await sitDown(house, { name: "Ines Okafor", role: "admin" })
  page.setDefaultTimeout(9000)
  one = await customerWrites(house, { subject: "Bouquet perdu", text: "Le bouquet n’est jamais arrivé." })
  other = await customerWrites(house, { from: "nour@studio.example", name: "Nour", subject: "Vase", text: "Le vase est fêlé." })
})

const NO = "This can’t be done today."
const refuse = (where: string | RegExp, fields?: { path: string; detail: string; key: string }[]) =>
  page.route(where, (route) =>
    route.request().method() === "GET"
      ? route.fallback()
      : route.fulfill({
          status: 422,
          contentType: "application/problem+json",
          json: { title: "No", detail: NO, status: 422, key: "no", ...(fields ? { fields } : {}) },
        }),
  )
const panel = () => page.getByRole("complementary", { name: "Person and case" })
const section = (name: string) => panel().locator(".section", { has: page.getByRole("heading", { name, exact: true }) })

test("in the panel it is said beside what it was about, and in a dialog inside it", { skip: lackingChromium }, async () => {
  const { token } = house
  await house.api(`/api/cases/${one.id}/links`, { token, body: { caseId: other.id, kind: "related" } })
  const dueAt = new Date(Date.now() + 86_400_000).toISOString()
  const made = await house.api(`/api/cases/${one.id}/promises`, { token, body: { text: "A new bouquet", dueAt } })
  await house.api(`/api/promises/${made.body.id}/keep`, { token, body: {} })
  await page.goto(`/cases/${one.number}?view=all`)

  await refuse("**/api/links/*")
  await section("Linked cases")
    .getByRole("button", { name: /^Untie/ })
    .click()
  await section("Linked cases").getByRole("alert").getByText(NO).waitFor()

  await refuse("**/api/promises/*/reopen")
  await panel().locator(".promise-settled").getByRole("button").click()
  await panel().locator(".promise-settled").getByRole("alert").getByText(NO).waitFor()

  await refuse(/\/snooze$/)
  await page.getByRole("button", { name: "Snooze" }).click()
  await page.getByRole("menuitem", { name: /Choose a day/ }).click()
  const dialog = page.getByRole("dialog", { name: "Snooze" })
  const at = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 16)
  await dialog.getByLabel("Day and hour").fill(at)
  await dialog.getByRole("button", { name: "Snooze" }).click()
  await dialog.getByText(NO).waitFor()
  assert.equal(await dialog.getByLabel("Day and hour").inputValue(), at)
  await page.keyboard.press("Escape")
  await dialog.waitFor({ state: "detached" })

  await page.getByRole("button", { name: "Hours and channels" }).click()
  const wishes = page.locator(".wishes-form")
  await wishes.getByRole("button", { name: "Add hours" }).click()
  await wishes.getByRole("button", { name: "Add hours" }).click()
  for (const span of await wishes.locator(".hours-span").all()) await span.getByLabel("To", { exact: true }).fill("09:00")
  await wishes.getByRole("button", { name: "Save" }).click()
  await wishes.locator(".wrong").waitFor()
  assert.equal(await wishes.locator(".hours-span .field-problem").count(), 2, "each beside its own hours")
  await page.waitForTimeout(300) // what would have been let go of is let go of by now
  await page.reload()
  await page.getByRole("button", { name: "Hours and channels" }).click()
  await wishes.getByLabel("To", { exact: true }).nth(1).waitFor()
  assert.equal(await wishes.getByLabel("To", { exact: true }).nth(1).inputValue(), "09:00", "as it was typed")
  await page.unrouteAll()
})

test("a moment for which an answer couldn't be kept isn't chosen twice", { skip: lackingChromium }, async () => {
  await page.goto(`/cases/${other.number}?view=all`)
  await page.getByRole("button", { name: "Reply" }).click()
  await page.getByLabel("Text of the answer").fill("Un autre vase part lundi.")
  await refuse(/\/replies$/)
  await page.getByRole("button", { name: "Send later" }).click()
  await page.getByRole("menuitem", { name: /In two hours/ }).click()
  await page.locator(".composer").getByText(NO).waitFor()
  const asked = page.waitForRequest(/\/replies$/)
  await page
    .locator(".composer-line")
    .getByRole("button", { name: /^Send / })
    .click()
  assert.ok((await asked).postDataJSON().sendAt, "for its own moment")
  await page.unrouteAll()
})

test("tags for several stay typed until they were put, and several sleep until a chosen moment", { skip: lackingChromium }, async () => {
  await page.goto("/cases?view=all")
  await page.locator(".row", { hasText: "vase" }).waitFor()
  await page.keyboard.press("Shift+X")
  const bar = page.getByRole("toolbar", { name: "Selected cases" })
  await bar.getByRole("button", { name: "More" }).click()
  await page.getByRole("menuitem", { name: "Tags" }).click()
  await bar.getByRole("combobox", { name: "Tags" }).fill("fragile")
  await refuse("**/api/cases/bulk")
  await page.keyboard.press("Enter")
  await bar.getByRole("button", { name: /2 cases/ }).click()
  await page.locator(".notice", { hasText: NO }).waitFor()
  await page.unrouteAll()
  await bar.getByRole("button", { name: "Back" }).click()
  assert.equal(await bar.getByRole("combobox", { name: "Tags" }).inputValue(), "fragile")
  await page.keyboard.press("Escape")

  await bar.getByRole("button", { name: "Snooze" }).click()
  await page.getByRole("menuitem", { name: /Choose a day/ }).click()
  await page.getByRole("dialog", { name: "Snooze" }).getByRole("button", { name: "Snooze" }).click()
  await bar.getByRole("button", { name: /2 cases/ }).click()
  await page.getByText(/2 cases snoozed/).waitFor()
})

test("figures say that who waits now couldn't be told", { skip: lackingChromium }, async () => {
  await page.route("**/api/figures/now*", (route) => route.fulfill({ status: 500 }))
  await page.goto("/figures")
  await page.getByRole("region", { name: "In short" }).getByRole("button", { name: "Try again" }).waitFor()
  await page.unrouteAll()
})

test("a browser that keeps nothing loses no page over it", { skip: lackingChromium }, async () => {
  await page.addInitScript(() => {
    const no = (): never => {
      throw new DOMException("full", "QuotaExceededError")
    }
    const read = Storage.prototype.getItem
    Storage.prototype.setItem = no
    Storage.prototype.getItem = function (name) {
      return name.startsWith("vigie.welcomed.") ? read.call(this, name) : no()
    }
    Storage.prototype.removeItem = no
  })
  await page.goto("/cases/view/new?view=all")
  await page.getByLabel("Name", { exact: true }).fill("Vases")
  await page.getByText(/cases? fits? now/).waitFor()
  await page.getByRole("button", { name: "Save" }).click()
  await page.waitForURL(/view=[\da-f-]{36}/)
  await page.goto("/listening/new")
  await page.locator("#watch-name").fill("Lilas")
  assert.equal(await page.locator("#watch-name").inputValue(), "Lilas")
  await page.goto("/cases?view=all")
  await page.locator(".row").first().waitFor()
  await page.keyboard.press("Control+k")
  await page.getByRole("combobox", { name: "Find anything" }).fill("Vase")
  await page.getByRole("option").first().click()
  await page.locator(".bar").waitFor({ state: "detached" })
  assert.deepEqual(page.complaints, [])
})
