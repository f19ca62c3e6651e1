import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Locator, Page } from "playwright-core"
import { lackingChromium } from "../support/chromium.ts"
import { closeAfterwards } from "../support/database.ts"
import { customerWrites, type DeskHouse, sitDown, startDesk } from "../support/desk.ts"
import { type Json, until } from "../support/house.ts"
import { TestRelay } from "../support/relay.ts"

let refusing = true
let relay: TestRelay
let house: DeskHouse
let ines: Page
let one: Json
before(async () => {
  if (lackingChromium) return
  relay = await TestRelay.open({ command: (line) => (refusing && /^RCPT/i.test(line) ? "550 5.1.1 User unknown" : null) })
  closeAfterwards(() => relay.close())
  house = await startDesk({ VIGIE_RELAY: relay.url.href, VIGIE_UNDO_SECONDS: "1" })
  ines = await sitDown(house, { name: "Ines Okafor" })
  one = await customerWrites(house, { subject: "Le vase", text: "Le vase est arrivé cassé." })
  await house.api(`/api/contacts/${one.contactId}`, { token: house.token, method: "PATCH", body: { language: "fr" } })
  await ines.goto(`/cases/${one.number}`)
})

const api = (path: string, options: { body?: unknown } = {}) => house.api(path, { token: house.token, ...options })
const box = () => ines.getByLabel("Text of the answer")
const answers = () => ines.getByRole("article", { name: /Our answer/ })

/** An answer is written; gives its paper in the thread, once `send` has sent it. */
async function answer(text: string, send: () => Promise<unknown>): Promise<Locator> {
  await ines.getByRole("button", { name: "Reply" }).click()
  await until("greeted in their language", async () => (await box().inputValue()).startsWith("Bonjour"))
  assert.equal(await box().getAttribute("lang"), "fr", "spelling is checked in the customer's language")
  await box().fill(text)
  await send()
  return answers().filter({ hasText: text })
}
const now = () => ines.getByRole("button", { name: "Send", exact: true }).click()

test("a file is dropped; what the relay refuses says why, and is tried again or given up", { skip: lackingChromium }, async () => {
  const first = await answer("Un nouveau vase part ce soir.", async () => {
    const drag = (type: string) =>
      ines.locator(".composer").evaluate((place, kind) => {
        const data = new DataTransfer()
        data.items.add(new File(["bon de retour"], "retour.txt", { type: "text/plain" }))
        place.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }))
      }, type)
    await drag("dragover")
    await ines.locator(".drop-here").waitFor()
    await drag("drop")
    await ines.getByRole("button", { name: /Remove.+retour\.txt|retour\.txt.+Remove/ }).waitFor()
    await ines.locator(".drop-here").waitFor({ state: "detached" })
    await ines.getByText("Draft saved").waitFor()
    await now()
  })
  const refused = first.getByRole("alert")
  await refused.getByText("The relay refused it.").waitFor()
  await refused.getByText("550 5.1.1 User unknown").waitFor()
  refusing = false
  await refused.getByRole("button", { name: "Try again" }).click()
  await until("it has left", async () => relay.mails.length === 1)
  assert.match(relay.mails[0]!.bytes, /retour\.txt/)
  await first.getByText("Sent", { exact: true }).waitFor()
  const { body } = await api(`/api/cases/${one.id}/timeline`)
  const sent = body.items.find(({ message }: Json) => message?.direction === "out").message
  for (const verb of ["retry", "discard", "keep-time"]) {
    const again = await api(`/api/messages/${sent.id}/${verb}`, { body: {} })
    assert.deepEqual([again.status, again.body.key], [409, "conversations.outbox.state"], `${verb}: it is gone`)
  }
  refusing = true
  const second = await answer("Et la carte ?", now)
  await second.getByRole("button", { name: "Give it up" }).click()
  await second.and(ines.locator("[data-state=cancelled]")).getByText("Given up").waitFor()
  refusing = false
  assert.equal(relay.mails.length, 1, "what was given up stays here")
})

test(
  "an answer for later asks again once the customer has written, and keeps its time when told to",
  { skip: lackingChromium },
  async () => {
    const later = await answer("Le vase arrive demain.", async () => {
      await ines.getByRole("button", { name: "Send later" }).click()
      await ines.getByRole("menuitem", { name: /In two hours/ }).click()
    })
    await later.getByText(/^Leaves .+\./).waitFor()
    const ours = /^Message-ID: (<.+>)/im.exec(relay.mails[0]!.bytes)?.[1]
    await customerWrites(house, {
      subject: "Re: Le vase",
      text: "Trop tard, merci.",
      headers: `In-Reply-To: ${ours}\r\nContent-Type: text/plain; charset=utf-8\r\n`,
    })
    await later.getByText("Held: the customer has written since. Send it as it is?").waitFor()
    await later.getByRole("button", { name: "Keep its time" }).click()
    await later.getByText(/^Leaves .+\./).waitFor()
    await later.getByRole("button", { name: "Take it back" }).click()
    await until("its words are back", async () => (await box().inputValue()) === "Le vase arrive demain.")
    assert.equal(relay.mails.length, 1)
  },
)
