import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Page } from "playwright-core"
import { lackingChromium } from "../support/chromium.ts"
import { closeAfterwards } from "../support/database.ts"
import { amiss, customerWrites, type DeskHouse, sitDown, startDesk } from "../support/desk.ts"
import { type Json, until } from "../support/house.ts"
import { TestRelay } from "../support/relay.ts"

let house: DeskHouse
let ines: Page & { complaints: string[] }
before(async () => {
  if (lackingChromium) return
  const relay = await TestRelay.open()
  closeAfterwards(() => relay.close())
  house = await startDesk({ VIGIE_RELAY: relay.url.href, VIGIE_UNDO_SECONDS: "60" })
  await house.api("/api/templates", {
    token: house.token,
    body: {
      name: "Lost bouquet",
      reach: "everybody",
      textEn: "{{contact.salutation}}\n\nYour order {{order.reference}} is lost; case {{case.number}}.\n\n{{agent.name}}",
    },
  })
  await house.api("/api/teams", { token: house.token, body: { name: "Deliveries" } })
  ines = await sitDown(house, { name: "Ines Okafor" })
})

let letters = 0
const writes = (): Promise<Json> =>
  customerWrites(house, {
    subject: `Letter ${++letters}`,
    text: "Where is my bouquet?",
    from: `amadou${letters}@diallo.example`,
    name: "Amadou Diallo",
  })

const answer = (page: Page) => page.getByLabel("Text of the answer")
const words = (page: Page): Promise<string> => answer(page).inputValue()
const list = (page: Page, name: string) => page.getByRole("listbox", { name })

async function reply(page: Page, number: number): Promise<void> {
  await page.goto(`/cases/${number}`)
  await page.getByRole("button", { name: "Reply" }).click()
  await until("the greeting stands there", async () => (await words(page)) === "Hello,\n\n")
}

test(
  "a template fills what is known; what isn't is a gap, said in words, and nothing leaves before it is filled",
  { skip: lackingChromium },
  async () => {
    const { number } = await writes()
    await reply(ines, number)
    await ines.keyboard.type("/lost bou")
    await list(ines, "Templates")
      .getByRole("option", { name: /Lost bouquet/ })
      .waitFor()
    assert.deepEqual(await amiss(ines), [])
    await ines.keyboard.press("Enter")
    const filled = `Hello,\n\nYour order ⟦order number⟧ is lost; case ${number}.\n\nInes Okafor`
    await until("the template in the place of the greeting", async () => (await words(ines)) === filled)
    await ines.getByText("1 gap to fill before sending:").waitFor()
    await ines.keyboard.press("Control+Enter")
    await ines.getByText("Fill what the template left open first: order number.").waitFor()
    assert.equal(await ines.locator(".outbox").count(), 0)
    await ines.keyboard.type("A-7 :bouq") // the gap is selected: typing fills it
    await list(ines, "Emoji").getByRole("option", { name: "bouquet" }).waitFor()
    await ines.keyboard.press("Enter")
    await until("gap filled, sign in its place", async () => (await words(ines)) === filled.replace("⟦order number⟧", "A-7 💐"))
    await ines.keyboard.press("Control+z")
    assert.match(await words(ines), /A-7 :bouq/, "what a list put in is taken back like any typing")
    await ines.keyboard.press("Control+y")
    await ines.keyboard.press("Control+Enter")
    await ines.getByRole("timer").waitFor()
    await ines.getByRole("button", { name: "Take it back" }).click()
    await until("every word is back", async () => /A-7 💐 is lost/.test(await words(ines)))
    assert.equal((await house.api("/api/templates", { token: house.token })).body.items[0].used, 1)
  },
)

test("@ calls a colleague or a team in a note; Escape leaves a sign a sign", { skip: lackingChromium }, async () => {
  const { number, id } = await writes()
  const lea = await house.api("/api/agents", {
    token: house.token,
    body: { email: "lea@lilas.example", name: "Léa Moreau", role: "agent" },
  })
  const { items } = (await house.api("/api/teams", { token: house.token })).body
  await house.api(`/api/teams/${items[0].id}`, { token: house.token, method: "PATCH", body: { agentIds: [lea.body.id] } })
  await ines.goto(`/cases/${number}`)
  await ines.reload()
  await ines.getByRole("button", { name: "Note" }).click()
  await ines.getByLabel("Text of the note").waitFor()
  await ines.keyboard.type("@del")
  await list(ines, "Colleagues and teams")
    .getByRole("option", { name: /Deliveries/ })
    .waitFor()
  await ines.keyboard.press("Tab")
  await ines.keyboard.type("please call; mail @le")
  await list(ines, "Colleagues and teams").waitFor()
  await ines.keyboard.press("Escape")
  await list(ines, "Colleagues and teams").waitFor({ state: "detached" })
  await ines.keyboard.type(" is no call")
  await ines.getByText("Will be told: Deliveries").waitFor()
  await ines.keyboard.press("Control+Enter")
  await ines.getByRole("article", { name: "Internal note, Ines Okafor" }).getByText("@Deliveries please call").waitFor()
  const { followers } = (await house.api(`/api/cases/${id}`, { token: house.token })).body
  assert.ok(followers.includes(lea.body.id), "whoever is in the team follows")
})

test("a pasted picture goes along as it looks, and a tab that crashes loses nothing", { skip: lackingChromium }, async () => {
  const { number } = await writes()
  await reply(ines, number)
  await answer(ines).evaluate(async (field) => {
    const canvas = document.createElement("canvas")
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done))
    const data = new DataTransfer()
    if (blob) data.items.add(new File([blob], "rose.png", { type: "image/png" }))
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))
  })
  const picture = ines.locator(".composer .file-picture")
  await picture.waitFor()
  await until("drawn by the server", () => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0))
  await ines.getByText("Draft saved").waitFor()
  await answer(ines).press("Control+End")
  await ines.keyboard.type("We found it, and")
  const context = ines.context()
  const crashing = await context.newCDPSession(ines)
  const crashed = ines.waitForEvent("crash")
  void crashing.send("Page.crash").catch(() => {}) // nobody is left to answer
  await crashed
  const again = await context.newPage()
  await again.goto(`/cases/${number}`)
  await again.getByRole("button", { name: "Reply" }).click()
  await until("every word", async () => (await words(again)) === "Hello,\n\nWe found it, and")
  await again.locator(".composer .file", { hasText: "rose.png" }).waitFor()
  await again.getByText("Draft saved").waitFor()
  ines = Object.assign(again, { complaints: ines.complaints })
})

test(
  "two people in one case see each other, and the second is asked before a second answer leaves",
  { skip: lackingChromium },
  async () => {
    const { number, subject } = await writes()
    const nora = await sitDown(house, { name: "Nora Lind" })
    await nora.goto(`/cases/${number}?view=all`)
    await nora.getByRole("button", { name: "Reply" }).waitFor()
    await reply(ines, number)
    await nora.locator(".case-head").getByText("Ines Okafor is answering").waitFor()
    await nora
      .getByRole("link", { name: new RegExp(subject) })
      .getByText("Ines Okafor is answering")
      .waitFor()
    await nora.getByRole("button", { name: "Reply" }).click()
    await nora.locator(".composer").getByText("Ines Okafor is answering this case right now.").waitFor()
    await answer(nora).press("Control+End")
    await nora.keyboard.type("It is found.")
    await nora.keyboard.press("Control+Enter")
    await nora.getByText("Two answers may say two things.").waitFor()
    assert.equal(await nora.locator(".outbox").count(), 0)
    await nora.getByRole("button", { name: "Send all the same" }).click()
    await nora.locator(".outbox").waitFor()
    await ines.getByText("Nora Lind has answered since you began.").waitFor()
    await ines.keyboard.press("Escape")
    await nora.locator(".case-head").getByText("Ines Okafor is looking").waitFor()
    await ines.close()
    // A window that a busy browser ends without asking it says nothing; of that, silence tells.
    await nora.locator(".case-head .here").waitFor({ state: "detached", timeout: 60_000 })
    assert.deepEqual(nora.complaints, [])
  },
)
