import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, customerWrites, sitDown, startDesk } from "../support/desk.ts"

test("person and case are changed where they are read, and every change is taken back", { skip: lackingChromium }, async () => {
  const house = await startDesk()
  const { token } = house
  await house.api("/api/fields", { token, body: { key: "order_no", name: "Order", type: "number" } })
  const page = await sitDown(house, { name: "Ines Okafor" })
  const piotr = await sitDown(house, { name: "Piotr Wren" })
  const first = await customerWrites(house, { subject: "Bouquet perdu", text: "Le bouquet de dimanche n’est jamais arrivé chez ma mère." })
  await house.api(`/api/cases/${first.id}/decisions`, { token, body: { text: "A new bouquet, at our cost." } })
  await house.api(`/api/cases/${first.id}/resolve`, { token, body: {} })
  const { number, id } = await customerWrites(house, {
    from: "nour@studio.example",
    name: "Nour El Amrani",
    subject: "Rien reçu",
    text: "Le bouquet de dimanche n’est jamais arrivé au studio.",
  })
  const now = async () => (await house.api(`/api/cases/${id}`, { token })).body
  const notice = page.getByRole("status")
  const undo = async () => {
    await notice.getByRole("button", { name: "Undo" }).last().click()
    await notice.getByText("Taken back.").last().waitFor()
    for (const cross of await notice.getByRole("button", { name: "Close" }).all()) await cross.click({ timeout: 500 }).catch(() => {}) // gone by itself
  }
  const panel = page.getByRole("complementary", { name: "Person and case" })
  await page.goto(`/cases/${number}?view=all`)

  await panel.getByLabel("Name", { exact: true }).fill("Nour Amrani")
  await page.keyboard.press("Enter")
  await notice.getByText("Name changed").waitFor()
  await undo()
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>(".person input")?.value === "Nour El Amrani")

  await panel.getByRole("button", { name: /Priority/ }).press("ArrowDown")
  await page.keyboard.type("ur")
  await page.keyboard.press("Enter")
  await notice.getByText("Priority changed").waitFor()
  assert.equal((await now()).priority, "urgent")
  await undo()
  assert.equal((await now()).priority, "normal")

  await panel.getByRole("button", { name: /Priority/ }).press("ArrowDown")
  await page.keyboard.type("ur")
  await page.keyboard.press("Enter")
  await notice.getByText("Priority changed").waitFor()
  const cookie = (await piotr.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ")
  await house.api(`/api/cases/${id}`, { method: "PATCH", headers: { cookie }, body: { priority: "low" } })
  await page.locator(".thread").click()
  await page.keyboard.press("z")
  await page.getByText("Piotr Wren has changed this since. It stays as it is now.").waitFor()
  assert.equal((await now()).priority, "low", "his change stands")
  assert.equal(await page.getByText("Taken back: Priority changed").count(), 0, "nothing was undone")
  await page.locator(".notice", { hasText: "Piotr Wren" }).getByRole("button", { name: "Close" }).click()

  const go = Promise.withResolvers<void>()
  await page.route(`**/api/cases/${id}`, async (route) => {
    const asked = route.request().postData() ?? ""
    const problem = { title: "", status: 422, key: "request.invalid", detail: "This subject can’t be kept." }
    if (asked.includes("subject"))
      return route.fulfill({ status: 422, contentType: "application/problem+json", body: JSON.stringify(problem) })
    if (asked.includes("priority")) await go.promise
    return route.continue()
  })
  await panel.getByRole("button", { name: /Priority/ }).press("ArrowDown")
  await page.keyboard.type("no")
  await page.keyboard.press("Enter")
  await panel.getByRole("textbox", { name: "Subject" }).fill("Nothing came")
  await page.keyboard.press("Enter")
  await panel.getByText("This subject can’t be kept.").waitFor()
  go.resolve()
  await notice.getByText("Priority changed").waitFor()
  assert.equal(await panel.getByText("This subject can’t be kept.").count(), 1, "another change that went well leaves it")
  await page.unroute(`**/api/cases/${id}`)
  await panel.getByRole("textbox", { name: "Subject" }).press("Escape")
  await undo()

  await panel.getByLabel("Order").fill("twelve")
  await page.keyboard.press("Enter")
  await panel.getByText("Write a number, such as 12 or 3.5.").waitFor()
  assert.equal(await panel.getByLabel("Order").inputValue(), "twelve", "nothing typed is lost")
  await panel.getByLabel("Order").fill("20418")
  await page.keyboard.press("Enter")
  await notice.getByText("Order changed").waitFor()
  assert.equal((await now()).fields.order_no, 20418)
  await undo()

  await panel.getByLabel("Add a tag").fill('a "quoted" tag')
  await page.keyboard.press("Enter")
  await panel.getByText("A tag has no comma, quotation mark or line break.").waitFor()
  await panel.getByLabel("Add a tag").fill("lost")
  await page.keyboard.press("Enter")
  await panel.getByRole("link", { name: "lost" }).waitFor()
  await house.api(`/api/cases/${id}`, { token, method: "PATCH", body: { tags: { add: ["roses", "sunday"] } } })
  await panel.getByRole("link", { name: "sunday" }).waitFor()
  await page.evaluate(() => {
    for (const tag of ["lost", "roses"]) document.querySelector<HTMLElement>(`.tag-list [aria-label="Remove ${tag}"]`)?.click()
  })
  await panel.getByRole("link", { name: "roses" }).waitFor({ state: "detached" })
  await panel.getByRole("link", { name: "lost" }).waitFor({ state: "detached" })
  assert.deepEqual((await now()).tags, ["sunday"], "two tags removed at once: neither comes back")
  await panel.getByLabel("Add a tag").fill("half a ta")
  await page.goto(`/cases/${first.number}?view=all`)
  await page.goto(`/cases/${number}?view=all`)
  assert.equal(await panel.getByLabel("Add a tag").inputValue(), "half a ta", "what isn't a tag yet waits")
  await panel.getByLabel("Add a tag").fill("")

  await panel.getByRole("button", { name: "Let a colleague follow" }).click()
  await page.getByRole("menuitem", { name: "Piotr Wren" }).click()
  await panel.getByRole("list", { name: "Followed by" }).getByText("Piotr Wren").waitFor()
  await notice.getByText("Piotr Wren follows this case").waitFor()
  await undo()
  assert.deepEqual((await now()).followers, [])

  await panel.getByRole("button", { name: "Write down a promise" }).click()
  await panel.getByLabel("What was promised").fill("A call")
  await panel.getByRole("button", { name: "Promise", exact: true }).click()
  await panel.getByText("A call").waitFor()
  await panel.getByRole("button", { name: "What became of this promise" }).click()
  await page.getByRole("menuitem", { name: "Kept", exact: true }).click()
  await panel.getByText("No promise is open.").waitFor()
  await notice.getByText("Promise kept").waitFor()
  await undo()
  await panel.getByRole("button", { name: "What became of this promise" }).click()
  await page.getByRole("menuitem", { name: "Kept", exact: true }).click()
  await panel.getByText("No promise is open.").waitFor()
  await page.reload() // long after its notice has gone
  await panel.getByRole("button", { name: "Open again: A call" }).click()
  await panel.getByRole("button", { name: "What became of this promise" }).waitFor()
  const promised = async () => (await now()).openPromises.map(({ text }: { text: string }) => text)
  await panel.getByRole("button", { name: "What became of this promise" }).click()
  await page.getByRole("menuitem", { name: "Something else was agreed" }).click()
  await panel.getByLabel("What was promised").fill("A visit")
  await panel.getByRole("button", { name: "Promise", exact: true }).click()
  await notice.getByText("Promise written down").waitFor()
  assert.deepEqual(await promised(), ["A visit"])
  await undo()
  assert.deepEqual(await promised(), ["A call"])

  await panel.getByRole("button", { name: "Move: Resolution" }).click()
  await page.getByRole("menuitem", { name: /In a week/ }).click()
  await notice.getByText("Resolution changed").waitFor()
  assert.deepEqual((await now()).deadlines.byHand, ["resolution"])
  await page
    .locator(".thread")
    .getByText(/Ines Okafor moved a deadline: Resolution/)
    .waitFor()
  await panel.getByText("by hand").waitFor()
  await undo()
  assert.deepEqual((await now()).deadlines.byHand, [])

  await page.getByRole("button", { name: "More", exact: true }).first().click()
  await page.getByRole("menuitem", { name: "Write down a decision" }).click()
  await page.getByLabel("The decision").fill("Free delivery for a year.")
  await page.getByRole("button", { name: "Write it down" }).click()
  await notice.getByText("The decision is written down").waitFor()
  await notice.getByRole("button", { name: "Undo" }).last().click()
  await page.locator(".event", { hasText: "took a decision back: Free delivery" }).waitFor()

  const { contactId } = await now()
  await house.api(`/api/contacts/${contactId}`, { token, method: "PATCH", body: { name: "N. El Amrani" } })
  await page.locator(".row-who", { hasText: "N. El Amrani" }).waitFor()
  await page.locator(".case-line", { hasText: "N. El Amrani" }).waitFor()

  await panel.getByText("A new bouquet, at our cost.").waitFor()
  assert.deepEqual(await amiss(page), [])
  assert.deepEqual(page.complaints, [])
})
