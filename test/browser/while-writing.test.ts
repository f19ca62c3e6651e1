import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Page } from "playwright-core"
import { lackingChromium } from "../support/chromium.ts"
import { closeAfterwards } from "../support/database.ts"
import { customerWrites, type DeskHouse, sitDown, startDesk } from "../support/desk.ts"
import { type Json, until } from "../support/house.ts"
import { TestRelay } from "../support/relay.ts"

let house: DeskHouse
let ines: Page
before(async () => {
  if (lackingChromium) return
  const relay = await TestRelay.open()
  closeAfterwards(() => relay.close())
  house = await startDesk({ VIGIE_RELAY: relay.url.href, VIGIE_UNDO_SECONDS: "60" })
  ines = await sitDown(house, { name: "Ines Okafor" })
})

const box = () => ines.getByLabel("Text of the answer")
const stands = (words: string, why: string) => until(why, async () => (await box().inputValue()) === words)

async function reply(number: number): Promise<void> {
  await ines.goto(`/cases/${number}`)
  await ines.getByRole("button", { name: "Reply" }).click()
  await stands("Hello,\n\n", "the greeting stands there")
}

async function asInes(path: string, options: { method?: string; body?: unknown } = {}): Promise<Json> {
  const cookies = await ines.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ")
  return (await house.api(path, { ...options, headers: { cookie } })).body
}

test(
  "a colleague's answer that no news told of stops a second one, which leaves once one has read it and wants to",
  { skip: lackingChromium },
  async () => {
    const { number, conversationIds } = await customerWrites(house, {
      subject: "Monday",
      text: "When does it leave?",
      name: "Amadou Diallo",
    })
    await ines.route("**/api/feed**", (route) => route.abort())
    await reply(number)
    await box().fill("It leaves on Monday.")
    const path = `/api/conversations/${conversationIds[0]}/replies`
    const { status } = await house.api(path, { token: house.token, body: { text: "It has left today." } })
    assert.equal(status, 202)
    await box().press("Control+Enter")
    await ines.getByText("Two answers may say two things.").waitFor()
    await ines.locator(".others-answer", { hasText: "It has left today." }).waitFor()
    await stands("It leaves on Monday.", "nothing has left")
    await ines.getByRole("button", { name: "Send all the same" }).click()
    await ines.getByRole("article", { name: "Our answer, Ines Okafor" }).getByText("It leaves on Monday.").waitFor()
    await ines.unroute("**/api/feed**")
  },
)

test("a draft that was left is seen in its row and under the thread, and gone on with", { skip: lackingChromium }, async () => {
  const { number } = await customerWrites(house, { subject: "Left", text: "Which day?", name: "Lin Wei" })
  await reply(number)
  await box().fill("On Tues")
  await ines.getByText("Draft saved").waitFor()
  await box().press("Escape")
  const goOn = ines.getByRole("button", { name: "Reply: go on with your draft" })
  await until("the button that opens it again has the focus", () => goOn.evaluate((button) => button === document.activeElement))
  const row = ines.locator(`.row[data-number="${number}"]`)
  await row.locator(".row-draft").waitFor()
  assert.match((await row.getAttribute("aria-label")) ?? "", /Draft:/)
  await ines.keyboard.press("r")
  await stands("On Tues", "every letter")
  await ines.getByRole("button", { name: "Change the recipients" }).focus()
  await ines.keyboard.press("r")
  await until("r leads back to the words", () => box().evaluate((field) => field === document.activeElement))
  await box().press("Control+Enter")
  await box().waitFor({ state: "detached" })
  await until("what was sent has the focus", () => ines.evaluate(() => document.activeElement?.matches('.message[data-direction="out"]')))
  await row.locator(".row-draft").waitFor({ state: "detached" })
  await ines.getByRole("button", { name: "Reply", exact: true }).waitFor()
})

test(
  "a browser without room hinders no draft, and what the server won't keep is told with its reason",
  { skip: lackingChromium },
  async () => {
    const { number, conversationIds } = await customerWrites(house, { subject: "Full", text: "Which box?", name: "Ana Ruiz" })
    const draft = `/api/conversations/${conversationIds[0]}/drafts/reply`
    await reply(number)
    await ines.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError")
      }
    })
    await box().fill("The large one.")
    await ines.getByText("Draft saved; this browser has no room left for a copy").waitFor()
    assert.equal((await asInes(draft)).text, "The large one.")
    await ines.route(`**${draft}`, (route) => (route.request().method() === "PUT" ? route.abort() : route.continue()))
    await box().fill("The larger one.")
    await ines.getByText("Kept nowhere yet").waitFor()
    await ines.unroute(`**${draft}`)
    await until("tried again", async () => (await asInes(draft)).text === "The larger one.")

    await ines.reload()
    await ines.getByRole("button", { name: "Reply" }).click()
    await stands("The larger one.", "as it was saved")
    const files = Array.from({ length: 21 }, (_, n) => ({ name: `${n}.txt`, mimeType: "text/plain", buffer: Buffer.from(`${n}`) }))
    await ines.locator('.composer input[type="file"]').setInputFiles(files)
    await ines.getByText("An answer takes 20 files at most.").waitFor()
    await until("twenty are kept", async () => (await asInes(draft)).attachmentIds?.length === 20)
    const problem = {
      title: "",
      status: 422,
      detail: "No.",
      key: "request.invalid",
      fields: [{ path: "text", key: "x", detail: "That is too long." }],
    }
    await ines.route(`**${draft}`, (route) =>
      route.request().method() === "PUT"
        ? route.fulfill({ status: 422, contentType: "application/problem+json", body: JSON.stringify(problem) })
        : route.continue(),
    )
    await box().fill("The largest one.")
    await ines.getByText("Kept in this browser alone: That is too long.").waitFor()
    await ines.unroute(`**${draft}`)
  },
)

test("when it arrives is told by the wishes of whom it goes to, as they are now", { skip: lackingChromium }, async () => {
  const { number, contactId } = await customerWrites(house, {
    subject: "Hours",
    text: "When?",
    from: "nora@hours.example",
    name: "Nora Lind",
  })
  await reply(number)
  await ines.getByText("By mail, right away").waitFor()
  const [salutation, later] = ["Dear Nora,", (new Date().getUTCDay() + 2) % 7 || 7]
  await asAdmin(`/api/contacts/${contactId}`, "PATCH", { salutation })
  await asAdmin(`/api/contacts/${contactId}/wishes`, "PUT", {
    channels: [],
    hours: [{ days: [later], from: "10:00", to: "11:00" }],
    timeZone: "UTC",
  })
  await ines.getByText("in Nora Lind’s hours").waitFor()
  await stands("Dear Nora,\n\n", "the greeting that nobody has touched follows")
  await ines.getByRole("button", { name: "Change the recipients" }).click()
  await ines.getByLabel("To", { exact: true }).fill("sister@hours.example")
  await ines.getByText("By mail, right away").waitFor()
  await stands("Hello,\n\n", "she isn't Nora")
})

const asAdmin = async (path: string, method: string, body: object): Promise<void> => {
  const answer = await house.api(path, { token: house.token, method, body })
  assert.ok(answer.status < 300, JSON.stringify(answer.body))
}
