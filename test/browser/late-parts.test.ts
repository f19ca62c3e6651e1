import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, customerWrites, sitDown, startDesk } from "../support/desk.ts"

const WORDS = "Bonjour, nous cherchons."

test("a part of the desk that can't be fetched takes nothing away, and comes with the next try", { skip: lackingChromium }, async () => {
  const house = await startDesk()
  const page = await sitDown(house, { name: "Ines Okafor" }, { serviceWorkers: "block" })
  const { number } = await customerWrites(house, { subject: "Le bouquet", text: "Personne n’a rien reçu." })
  await page.goto(`/cases/${number}?view=all`)
  await page.getByRole("button", { name: "Reply" }).click()
  const box = page.getByLabel("Text of the answer")
  await box.fill(WORDS)
  const late = /assets\/(command-bar|shortcut-help|figures|moment-dialog)[^/]*\.js$/
  await page.route(late, (route) => route.fulfill({ status: 404 }))

  await page.keyboard.press("Control+k")
  const said = page.getByRole("alert").filter({ hasText: "couldn't be fetched" })
  await said.waitFor()
  assert.deepEqual(await amiss(page), [], "where a part couldn't be fetched")
  assert.equal(await page.getByRole("heading", { name: "Le bouquet" }).isVisible(), true)
  assert.equal(await box.inputValue(), WORDS)
  await page.keyboard.press("Escape")
  await said.waitFor({ state: "detached" })
  assert.equal(await box.evaluate((field) => field === document.activeElement), true, "back in the text")

  await page.keyboard.press("Control+k")
  await said.waitFor()
  await page.unroute(late)
  await page.getByRole("button", { name: "Try again" }).press("Enter")
  await page.getByRole("combobox", { name: "Find anything" }).waitFor()
  await page.keyboard.press("Escape")

  await page.route(late, (route) => route.fulfill({ status: 404 }))
  await page.getByRole("link", { name: "Figures" }).click()
  await said.waitFor()
  assert.deepEqual(await amiss(page), [], "where a page couldn't be fetched")
  await page.unroute(late)
  await page.getByRole("button", { name: "Try again" }).click()
  await page.getByRole("heading", { level: 1, name: "Figures" }).waitFor()
  await page.goBack()
  await page.getByRole("button", { name: "Reply" }).click()
  await page.waitForFunction((words) => document.querySelector("textarea")?.value === words, WORDS) // as soon as the draft is fetched
})

test("letters typed while the bar is on its way are the bar's, and those after it the text's", { skip: lackingChromium }, async () => {
  const house = await startDesk()
  const page = await sitDown(house, { name: "Hana Meyer" }, { serviceWorkers: "block" })
  const { number } = await customerWrites(house, { subject: "Le bouquet", text: "Personne n’a rien reçu." })
  await page.goto(`/cases/${number}?view=all`)
  await page.getByRole("button", { name: "Reply" }).click()
  const box = page.getByLabel("Text of the answer")
  await page.waitForFunction(() => Boolean(document.querySelector("textarea")?.value)) // the greeting has come
  await box.fill("")
  const comes = Promise.withResolvers<void>()
  await page.route(/assets\/command-bar[^/]*\.js$/, (route) => comes.promise.then(() => route.continue()))
  await page.keyboard.press("Control+k")
  await page.keyboard.type("figures")
  assert.equal(await box.inputValue(), "", "not in the text")
  comes.resolve()
  const find = page.getByRole("combobox", { name: "Find anything" })
  await find.waitFor()
  assert.equal(await find.inputValue(), "figures")
  await page.keyboard.press("Escape")
  await find.waitFor({ state: "detached" })
  await page.keyboard.type("Bonjour\n")
  assert.equal(await box.inputValue(), "Bonjour\n")
})
