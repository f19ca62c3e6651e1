import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { closeAfterwards } from "../support/database.ts"
import { amiss, customerWrites, sitDown, startDesk } from "../support/desk.ts"
import { type Json, until } from "../support/house.ts"
import { TestRelay } from "../support/relay.ts"

test("who is written to first is written to with all that an answer has", { skip: lackingChromium }, async () => {
  const relay = await TestRelay.open()
  closeAfterwards(() => relay.close())
  const house = await startDesk({ VIGIE_RELAY: relay.url.href, VIGIE_UNDO_SECONDS: "0" })
  await house.api("/api/templates", {
    token: house.token,
    body: { name: "Recall", reach: "everybody", textEn: "Please don’t use vase {{order.reference}}." },
  })
  const known = await customerWrites(house, { subject: "The vase", text: "Is it safe?", from: "nora@lind.example", name: "Nora Lind" })
  const page = await sitDown(house, { name: "Ines Okafor" })
  await page.goto("/cases?view=all")
  await page.locator(".row").waitFor()
  await page.keyboard.press("c")
  const dialog = page.getByRole("dialog")
  const text = dialog.getByLabel("Text", { exact: true })
  await until("one begins with whom it goes to", () =>
    dialog.getByLabel("To", { exact: true }).evaluate((field) => document.activeElement === field),
  )
  await until("the greeting stands there", async () => (await text.inputValue()) === "Hello,\n\n")
  await dialog.getByText("By mail, right away").waitFor()
  await dialog.getByLabel("To", { exact: true }).fill("nora@lind.example")
  await dialog.getByText("There is an open case with this address:").waitFor()
  await dialog.getByRole("link", { name: `${known.number} · The vase` }).waitFor()
  await dialog.getByLabel("To", { exact: true }).fill("new@customer.example")
  await dialog.getByText("There is an open case").waitFor({ state: "detached" })
  await dialog.getByLabel("Copy", { exact: true }).fill("sister@customer.example")
  await text.focus()
  await page.keyboard.press("Control+End")
  await page.keyboard.type("/rec")
  await page.getByRole("option", { name: /Recall/ }).waitFor()
  await page.keyboard.press("Escape")
  await page.getByRole("listbox").waitFor({ state: "detached" })
  assert.equal(await dialog.count(), 1, "leaving the list leaves the dialog")
  for (const _ of "/rec") await page.keyboard.press("Backspace")
  await page.keyboard.type("/rec")
  await page.getByRole("option", { name: /Recall/ }).waitFor()
  await page.keyboard.press("Enter")
  await until("the template", async () => (await text.inputValue()).includes("vase ⟦order number⟧"))
  assert.deepEqual(await amiss(page), [])
  await page.keyboard.type("A-7")
  await page.keyboard.press("Control+Enter")
  await dialog.getByText("Give it a subject first.").waitFor()
  await dialog.getByLabel("Subject", { exact: true }).fill("Please don’t use it")
  await dialog.locator('input[type="file"]').setInputFiles({ name: "recall.txt", mimeType: "text/plain", buffer: Buffer.from("model 7") })
  await dialog.getByText("recall.txt").waitFor()
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ")
  const draft = async (): Promise<Json> => (await house.api("/api/drafts/first", { headers: { cookie } })).body
  await until("all of it is with the server", async () => {
    const kept = await draft() // null until the first words are there
    return /A-7/.test(kept?.text) && kept.subject === "Please don’t use it" && kept.attachmentIds?.length === 1
  })

  await page.evaluate(() => localStorage.clear()) // as on another device
  await page.reload()
  await page.locator(".row").waitFor()
  await page.keyboard.press("c")
  await until("every word is there again", async () => (await text.inputValue()).includes("vase A-7"))
  assert.equal(await dialog.getByLabel("To", { exact: true }).inputValue(), "new@customer.example")
  await dialog.getByText("recall.txt").waitFor()
  await text.press("Control+Enter")
  await dialog.waitFor({ state: "detached" })
  const [mail] = await until("it has left", async () => relay.mails.length > 0 && relay.mails)
  assert.deepEqual(mail?.to.toSorted(), ["new@customer.example", "sister@customer.example"])
  assert.match(mail?.bytes ?? "", /recall\.txt/)
  await page.getByRole("article", { name: "Our answer, Ines Okafor" }).getByText("vase A-7").waitFor()
  assert.equal(await draft(), null, "nothing is left of the draft")
  assert.deepEqual(page.complaints, [])
})
