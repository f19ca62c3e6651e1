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
  "what comes in another conversation of the case is told; the words stay where they were begun",
  { skip: lackingChromium },
  async () => {
    const from = { from: "nadia@benali.example", name: "Nadia Benali" }
    const bill = await customerWrites(house, { ...from, subject: "The bill", text: "The bill is wrong." })
    const vase = await customerWrites(house, { ...from, subject: "The vase", text: "The vase is broken." })
    await house.api(`/api/cases/${vase.id}/merge`, { token: house.token, body: { into: bill.id } })
    const answered = await asInes(`/api/conversations/${bill.conversationIds[0]}/replies`, { body: { text: "We look into it." } })
    await reply(bill.number)
    await box().press("Control+End")
    await ines.keyboard.type("A new vase leaves ")
    await customerWrites(house, {
      ...from,
      subject: "Re: The bill",
      text: "And the address on it, too.",
      headers: `In-Reply-To: ${answered.messageId}\r\nContent-Type: text/plain; charset=utf-8\r\n`,
    })
    await ines.getByText("Nadia Benali has just written in another conversation of this case: “Re: The bill”.").waitFor()
    await ines.keyboard.type("tonight.")
    await stands("Hello,\n\nA new vase leaves tonight.", "the caret stays where it was")
    await ines.getByRole("button", { name: "Answer there" }).click()
    await stands("Hello,\n\n", "the other conversation's answer is empty still")
    const kept = await until("kept with the server", () => asInes(`/api/conversations/${vase.conversationIds[0]}/drafts/reply`))
    assert.equal(kept.text, "Hello,\n\nA new vase leaves tonight.")
  },
)

test(
  "what was typed without a line and what was written elsewhere meanwhile are both offered, as often as one looks",
  { skip: lackingChromium },
  async () => {
    const { number, conversationIds } = await customerWrites(house, { subject: "Ribbon", text: "Which colour?", name: "Ida Berg" })
    const draft = `/api/conversations/${conversationIds[0]}/drafts/reply`
    await reply(number)
    await box().fill("Red")
    await ines.getByText("Draft saved").waitFor()
    await ines.context().setOffline(true)
    await box().fill("Red, from the laptop")
    await ines.getByText("Kept in this browser").waitFor()
    const { version } = await asInes(draft)
    await asInes(draft, { method: "PUT", body: { text: "Blue, from the phone", version } })
    await ines.context().setOffline(false)
    for (const look of ["first", "second"]) {
      await ines.reload()
      await ines.getByRole("button", { name: "Reply" }).click()
      await ines.locator(".draft-elsewhere").getByText("Blue, from the phone").waitFor()
      await stands("Red, from the laptop", `${look} look: what was typed stands there`)
      assert.equal((await asInes(draft)).text, "Blue, from the phone", "nothing is written over it")
    }
    await ines.getByRole("button", { name: "Keep both" }).click()
    await stands("Red, from the laptop\n\nBlue, from the phone", "both, one below the other")
    await until("kept with the server", async () => /laptop\n\nBlue/.test((await asInes(draft)).text))
  },
)

test("an answer taken back stands beside the one that was begun after it", { skip: lackingChromium }, async () => {
  const { number } = await customerWrites(house, { subject: "Card", text: "What does the card say?", name: "Omar Haddad" })
  await reply(number)
  await box().fill("It says: with love.")
  await box().press("Control+Enter")
  await ines.getByRole("timer").waitFor()
  await ines.getByRole("button", { name: "Reply" }).click()
  await stands("Hello,\n\n", "a second answer")
  await box().fill("And it is signed.")
  await ines.getByRole("button", { name: "Take it back" }).click()
  await ines.getByText("You had begun another answer:").waitFor()
  await ines.locator(".draft-elsewhere").getByText("And it is signed.").waitFor()
  await stands("It says: with love.", "what was taken back stands in the composer")
  await ines.getByRole("button", { name: "Keep both" }).click()
  await stands("It says: with love.\n\nAnd it is signed.", "nothing is lost")
})

test(
  "what another screen wrote stops the answer that is just leaving, and isn't written over before one has chosen",
  {
    skip: lackingChromium,
  },
  async () => {
    const { number, conversationIds } = await customerWrites(house, { subject: "Paper", text: "Which paper?", name: "Lea Moreau" })
    const draft = `/api/conversations/${conversationIds[0]}/drafts/reply`
    await reply(number)
    await box().fill("Silk")
    await ines.getByText("Draft saved").waitFor()
    const { version } = await asInes(draft)
    await asInes(draft, { method: "PUT", body: { text: "Kraft, from the phone", version } })
    const go = Promise.withResolvers<void>()
    await ines.route(`**${draft}`, async (route) => {
      await go.promise
      await route.continue()
    })
    const saving = ines.waitForRequest((request) => request.method() === "PUT" && request.url().endsWith(draft))
    await box().fill("Silk paper")
    await saving
    await box().press("Control+Enter")
    go.resolve()
    await ines.locator(".draft-elsewhere").getByText("Kraft, from the phone").waitFor()
    await ines.unroute(`**${draft}`)
    assert.equal(await ines.getByRole("timer").count(), 0, "nothing has left")
    await box().fill("Silk paper, white")
    await ines.keyboard.press("Escape")
    await box().waitFor({ state: "detached" })
    await ines.getByRole("button", { name: "Reply" }).click()
    await ines.locator(".draft-elsewhere").getByText("Kraft, from the phone").waitFor()
    await stands("Silk paper, white", "what was typed stands there")
    assert.equal((await asInes(draft)).text, "Kraft, from the phone", "nothing is written over it")
    await ines.getByRole("button", { name: "Keep what is here" }).click()
    await until("kept with the server", async () => (await asInes(draft)).text === "Silk paper, white")

    const again = { text: "Bamboo, from the phone", version: (await asInes(draft)).version }
    await asInes(draft, { method: "PUT", body: again })
    await box().press("Control+End")
    await ines.keyboard.type("!")
    await ines.keyboard.press("Control+Enter")
    await ines.locator(".draft-elsewhere").getByText(again.text).waitFor()
    assert.equal(await ines.getByRole("timer").count(), 0, "words typed just before ask, too")
  },
)

test(
  "what is typed before the draft that was there has come is kept as well, and sending waits until one has seen that draft",
  { skip: lackingChromium },
  async () => {
    const { number, conversationIds } = await customerWrites(house, { subject: "Vase", text: "Which vase?", name: "Nils Holm" })
    const draft = `/api/conversations/${conversationIds[0]}/drafts/reply`
    await asInes(draft, { method: "PUT", body: { text: "The tall one.", version: 0 } })
    let come = Promise.withResolvers<void>()
    await ines.route(`**${draft}`, async (route) => {
      if (route.request().method() === "GET") await come.promise
      await route.continue().catch(() => {}) // the page that asked may be gone
    })
    const begin = async (words: string): Promise<void> => {
      await ines.goto(`/cases/${number}`)
      await ines.getByRole("button", { name: /^Reply/ }).click()
      await box().fill(words)
    }
    await begin("The round one.")
    await begin("The blue one.")
    await ines.keyboard.press("Control+Enter")
    come.resolve()
    const beside = ines.locator(".draft-elsewhere", { hasText: "You had begun another answer:" })
    await beside.getByText("The round one. The tall one.").waitFor()
    await stands("The blue one.", "what was typed last stands there")
    assert.equal(await ines.getByRole("timer").count(), 0, "nothing has left")
    assert.equal((await asInes(draft)).text, "The tall one.", "the draft stays until one has chosen")
    await ines.getByRole("button", { name: "Keep both" }).click()
    await stands("The blue one.\n\nThe round one.\n\nThe tall one.", "every word")
    await until("kept with the server", async () => (await asInes(draft)).text.startsWith("The blue one."))
    await asInes(draft, { method: "DELETE" })

    come = Promise.withResolvers<void>()
    await begin("The small one.")
    await ines.keyboard.press("Control+Enter")
    come.resolve()
    await ines.getByRole("article", { name: "Our answer, Ines Okafor" }).getByText("The small one.").waitFor()
    await ines.unroute(`**${draft}`)
  },
)
