import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, customerWrites, sitDown, startDesk } from "../support/desk.ts"
import { until } from "../support/house.ts"
import { Receiver, verifies } from "../support/receiver.ts"

test(
  "a rule is built by keyboard, tried, switched on, and sorts; a webhook fails, is tried again and replayed",
  { skip: lackingChromium },
  async () => {
    const receiver = await Receiver.open()
    const house = await startDesk({ VIGIE_ALLOW_PRIVATE: "localhost" })
    await customerWrites(house, { subject: "Réclamation : fleurs fanées", text: "Bonjour, elles sont arrivées fanées." })
    await customerWrites(house, {
      subject: "Horaires",
      text: "Êtes-vous ouverts lundi ?",
      name: "Amadou Diallo",
      from: "amadou@post.example",
    })
    const page = await sitDown(house, { name: "Ines Okafor", role: "admin" })
    const keys = page.keyboard
    const type = async (label: string, words: string): Promise<void> => {
      await page.getByLabel(label).last().focus()
      await keys.type(words)
    }

    // The webhook first, so that the rule may call it.
    await page.goto("/settings/webhooks")
    await page.getByRole("button", { name: "Add a webhook" }).focus()
    await keys.press("Enter")
    await type("Name", "Workshop")
    await type("Address", receiver.url)
    await page.getByRole("checkbox", { name: "All events" }).focus()
    await keys.press("Space")
    await page.getByRole("button", { name: "Save" }).focus()
    await keys.press("Enter")
    const secret = await page.getByRole("textbox", { name: "Secret of “Workshop”" }).inputValue()
    assert.match(secret, /^whsec_/)
    await keys.press("Escape")
    await page.getByText("Workshop", { exact: true }).waitFor()
    assert.deepEqual(await amiss(page), [])

    await page.goto("/settings/automation")
    await page.getByText("No rule yet.").waitFor()
    await page.getByRole("button", { name: "Add a rule" }).focus()
    await keys.press("Enter")
    const editor = page.getByRole("dialog", { name: "Add a rule" })
    await type("Name", "Complaints first")
    await type("Values, separated by commas", "reclamation, plainte")
    await type("Tags, separated by commas", "complaint")
    await editor.getByRole("button", { name: "Add an action" }).focus()
    await keys.press("Enter")
    await editor
      .getByRole("button", { name: /What is done/ })
      .last()
      .focus()
    await keys.press("Enter")
    await page.getByRole("listbox").waitFor()
    await keys.type("call")
    await keys.press("Enter")
    assert.deepEqual(await amiss(page), [])
    await editor.getByRole("button", { name: "Save" }).focus()
    await keys.press("Enter")

    // What it would have done is seen before it can be switched on.
    const trying = page.getByRole("dialog", { name: /Try on past cases/ })
    await trying.waitFor()
    assert.equal(await trying.getByRole("button", { name: "Switch on" }).count(), 0)
    await trying.getByRole("button", { name: "Look", exact: true }).focus()
    await keys.press("Enter")
    await trying.getByText("1 case would have matched, of 2").waitFor()
    await trying.getByRole("link", { name: /Réclamation : fleurs fanées/ }).waitFor()
    await trying.getByText(/subject or text has “reclamation”/).waitFor()
    assert.deepEqual(await amiss(page), [])
    await trying.getByRole("button", { name: "Switch on" }).focus()
    await keys.press("Enter")
    await page.getByRole("grid", { name: "Rules in their order" }).getByText("on", { exact: true }).waitFor()

    // A mail is sorted; the receiver is down, and hears of it later.
    receiver.answer = () => ({ status: 503 })
    const sorted = await customerWrites(house, { subject: "RÉCLAMATION encore", text: "Toujours rien." })
    await until("the mail is sorted", async () => {
      const { body } = await house.api(`/api/cases/${sorted.id}`, { token: house.token })
      return body.tags.includes("complaint")
    })
    await page.getByRole("button", { name: "What to do about Complaints first" }).click()
    await page.getByRole("menuitem", { name: "What it did" }).click()
    const log = page.getByRole("dialog", { name: /What it did/ })
    await log.getByRole("link", { name: /RÉCLAMATION encore/ }).waitFor()
    await log.getByRole("button", { name: "Take back" }).click()
    await page.getByText("Taken back: 1. Left as it is: 1.").waitFor()
    await log.getByRole("button", { name: "Take back" }).waitFor({ state: "detached" })
    await keys.press("Escape")
    await log.waitFor({ state: "detached" })

    // The same editor where there is one pane, and a thumb.
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole("button", { name: "What to do about Complaints first" }).click()
    await page.getByRole("menuitem", { name: "Change" }).click()
    const small = page.getByRole("dialog", { name: /Complaints first/ })
    await small.getByLabel("Tags, separated by commas").waitFor()
    assert.deepEqual(
      await small.evaluate(
        (all) => [...all.querySelectorAll("input, button")].filter((one) => one.getBoundingClientRect().right > innerWidth).length,
      ),
      0,
      "nothing runs out of the side",
    )
    assert.deepEqual(await amiss(page), [])
    await keys.press("Escape")
    await page.setViewportSize({ width: 1440, height: 900 })

    await until("it was tried again", async () => receiver.came.filter(({ json }) => json.type === "rule.called").length >= 2)
    receiver.answer = () => ({ status: 200 })
    await page.goto("/settings/webhooks")
    await page.getByText(/fails since/).waitFor()
    await page.getByRole("button", { name: "Deliveries" }).click()
    await page.locator(".tag", { hasText: "tried again later" }).first().waitFor()
    assert.deepEqual(await amiss(page), [])
    await page.getByRole("button", { name: "Send again what failed" }).click()
    await page.getByText(/deliver(y is|ies are) sent again/).waitFor()
    await page.getByRole("button", { name: "Look at rule.called" }).click()
    await page.getByText("answered 200").first().waitFor()
    const called = receiver.came.filter(({ json }) => json.type === "rule.called")
    assert.equal(new Set(called.map(({ headers }) => headers["webhook-id"])).size, 1)
    assert.ok(called.every((came) => verifies(came, secret, new Date())))
    assert.deepEqual(page.complaints, [])
  },
)
