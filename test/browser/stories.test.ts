import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { closeAfterwards } from "../support/database.ts"
import { CARE, customerWrites, sitDown, startDesk } from "../support/desk.ts"
import { until } from "../support/house.ts"
import { openInside } from "../support/inside.ts"
import { TestRelay } from "../support/relay.ts"

const DAY = 86_400_000
const iso = (from: number): string => new Date(Date.now() + from).toISOString()

test(
  "the lost bouquet: both sides of the contradiction are seen, the promise counts, and what is true is written down",
  { skip: lackingChromium },
  async () => {
    const house = await startDesk()
    const page = await sitDown(house, { name: "Léa Moreau", role: "lead" })
    const one = await customerWrites(house, {
      subject: "Bouquet of Monday",
      text: "Hello,\n\nThe bouquet was promised for Monday. Nobody has received anything. My card is debited.",
    })
    const tell = (body: object) => house.api(`/api/contacts/${one.contactId}/facts`, { token: house.token, body })
    await tell({ kind: "order", state: "placed", source: "Shop", reference: "LIL-20418", occurredAt: iso(-2 * DAY) })
    await tell({ kind: "delivery", state: "delivered", source: "Carrier", reference: "6A 2041", occurredAt: iso(-DAY) })
    await house.api(`/api/cases/${one.id}/promises`, { token: house.token, body: { text: "A new bouquet", dueAt: iso(DAY) } })
    await page.goto(`/cases/${one.number}`)
    const both = page.getByRole("region", { name: "Contradiction" })
    await both.getByText("parcel delivered 6A 2041").waitFor()
    await both.getByText("Carrier ·").waitFor()
    await both.getByText("Nobody has received anything.").waitFor()
    await page.getByText("has waited").waitFor()
    await page.locator(".event", { hasText: "A new bouquet" }).waitFor()
    await both.getByRole("button", { name: "Write down what is right" }).click()
    await page.getByLabel("The decision").fill("The carrier left it at number 14. A new one goes out.")
    await page.getByRole("button", { name: "Write it down" }).click()
    await both.waitFor({ state: "detached" })
    await page.getByText("Léa Moreau decided: The carrier left it at number 14.").waitFor()
    assert.deepEqual(page.complaints, [])
  },
)

test("which channel, and when; and call me Madame: said before sending, and done", { skip: lackingChromium }, async () => {
  const relay = await TestRelay.open()
  closeAfterwards(() => relay.close())
  const inside = await openInside({ env: { VIGIE_RELAY: relay.url.href }, start: "2026-11-02T20:58:00Z" })
  await inside.inbox(CARE)
  const { http, smtp } = inside.house.ports
  const house = { api: inside.api, token: await inside.token("admin"), url: `http://127.0.0.1:${http}`, smtpPort: smtp }
  const page = await sitDown(house, { name: "Ines Okafor" })
  await page.clock.install({ time: "2026-11-02T21:00:00Z" }) // 22:00 in Paris, a Monday
  const { number, contactId } = await customerWrites(house, { subject: "My statement", text: "Could you send it?" })
  const answer = page.getByLabel("Text of the answer")
  const reply = () => page.getByRole("button", { name: "Reply" }).click()
  await page.goto(`/cases/${number}`)
  await reply()
  await until("neutral while nothing is known", async () => (await answer.inputValue()) === "Hello,\n\n")
  await page.getByText("By mail, right away").waitFor()
  await answer.press("Escape")

  await house.api(`/api/contacts/${contactId}`, { token: house.token, method: "PATCH", body: { salutation: "Madame Rousseau" } })
  await house.api(`/api/contacts/${contactId}/wishes`, {
    token: house.token,
    method: "PUT",
    body: { channels: ["mail"], hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }], timeZone: "Europe/Paris" },
  })
  await page.reload()
  await reply()
  await until("as she asked", async () => (await answer.inputValue()) === "Hello Madame Rousseau,\n\n")
  await page.getByText("By mail, tomorrow 09:00, in Camille Rousseau’s hours").waitFor()
  await answer.press("Control+End")
  await page.keyboard.type("Here it is.")
  await page.getByRole("button", { name: "Send at that hour" }).click()
  await page.getByText(/Leaves .*09:00: the customer's hours\./).waitFor()
  inside.clock.set("2026-11-03T07:59:00Z")
  await inside.house.settle()
  assert.equal(relay.mails.length, 0)
  inside.clock.set("2026-11-03T08:00:00Z")
  await inside.house.settle()
  const mail = await until("the mail leaves at nine", async () => relay.mails[0])
  assert.match(mail.bytes, /Hello Madame Rousseau,/)
  await page.locator('.outbox[data-state="sent"]').waitFor()
})
