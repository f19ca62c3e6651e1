import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { customerWrites, sitDown, startDesk } from "../support/desk.ts"

test("a morning's work without a mouse", { skip: lackingChromium }, async () => {
  const house = await startDesk()
  const page = await sitDown(house, { name: "Ines Okafor" })
  await customerWrites(house, { subject: "First", text: "The first question." })
  await customerWrites(house, { subject: "Second", text: "The second question." })
  const press = (keys: string): Promise<void> => page.keyboard.press(keys)
  await press("3")
  await page.getByRole("link", { name: /Second/ }).waitFor()

  await press("j")
  await page.getByRole("heading", { name: "Second" }).waitFor()
  await press("j")
  await page.getByRole("heading", { name: "First" }).waitFor()
  await press("k")
  await page.getByRole("heading", { name: "Second" }).waitFor()

  await press("a")
  await page.getByRole("menuitem", { name: "To me" }).waitFor()
  await press("Enter")
  await page.getByText("Given to Ines Okafor").waitFor()

  await press("n")
  await page.getByLabel("Text of the note").waitFor()
  await page.keyboard.type("Keys in a note are letters: jkeam?")
  await press("Control+Enter")
  await page
    .getByRole("article", { name: /Internal note/ })
    .getByText("Keys in a note are letters: jkeam?")
    .waitFor()

  await press("r")
  await page.getByLabel("Text of the answer").waitFor()
  await page.keyboard.type("Answered by keys alone.")
  await press("Control+Enter")
  await page
    .getByRole("article", { name: /Our answer/ })
    .getByText("Answered by keys alone.")
    .waitFor()

  await press("m")
  await page.getByRole("menuitem", { name: /Choose a day/ }).waitFor()
  await press("Escape")
  await page.getByRole("menuitem").first().waitFor({ state: "detached" })
  await press("e")
  await page.getByRole("heading", { name: "First" }).waitFor() // what is settled gives way to the next

  await press("?")
  await page.getByRole("dialog", { name: "Keys" }).waitFor()
  await press("Escape")
  await page.getByRole("dialog").waitFor({ state: "detached" })
  await press("/")
  await page.keyboard.type("question")
  await press("Enter")
  await page.locator("mark").first().waitFor()
  assert.deepEqual(page.complaints, [])
})

test("letters can be turned off, for those whose voice types them", { skip: lackingChromium }, async () => {
  const house = await startDesk()
  const page = await sitDown(house, { name: "Ines Okafor" })
  const { number } = await customerWrites(house, { subject: "First", text: "The first question." })
  await page.goto("/settings/account")
  const saved = page.waitForResponse("**/api/me/preferences")
  await page.getByText("Single letters are shortcuts").click()
  await saved
  await page.goto(`/cases/${number}`)
  await page.getByRole("button", { name: "Resolve" }).waitFor()
  await page.keyboard.press("e")
  await page.keyboard.press("n")
  assert.equal(await page.getByLabel("Text of the note").count(), 0)
  assert.equal(await page.getByRole("button", { name: "Resolve" }).count(), 1)
})
