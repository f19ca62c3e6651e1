import assert from "node:assert/strict"
import { before, test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, customerWrites, type DeskHouse, sitDown, startDesk } from "../support/desk.ts"
import { type Json, until } from "../support/house.ts"

let house: DeskHouse
before(async () => {
  if (!lackingChromium) house = await startDesk()
})

const must = async (path: string, body: object): Promise<Json> => {
  const answer = await house.api(path, { token: house.token, body })
  assert.ok(answer.status < 300, JSON.stringify(answer.body))
  return answer.body
}

test(
  "what may be about a case is shown with its reasons; a person says so by keyboard, and decides whether to speak",
  { skip: lackingChromium },
  async () => {
    await must("/api/watches", { name: "Lilas", query: "lilas" })
    const one = await customerWrites(house, {
      subject: "My brother, accident in Mongolia",
      from: "sally.marsh@post.example",
      name: "Sally Marsh",
      text: "My brother Theo Marsh has come off his motorbike near Tsetserleg. He is in a district clinic; a helicopter flies him over the steppe for a scan. I booked with Lilas, number GE-77120.",
    })
    await must("/api/mentions", {
      source: "Mountains",
      mentions: [
        {
          key: "p1",
          url: "https://mountains.example/theo/1",
          text: "Mountain: 1. Theo: 0. Flown out over the steppe by helicopter like a parcel, scanned like luggage. @lilas knows where to send the bill.",
          author: { handle: "theo_on_two_wheels" },
          media: [{ url: "https://mountains.example/1.jpg", alt: "A valley and a stretcher" }],
          publishedAt: new Date().toISOString(),
        },
      ],
    })
    await until("a tie is proposed", async () => (await house.api(`/api/cases/${one.id}/ties`, { token: house.token })).body.items[0])
    const page = await sitDown(house, { name: "Maggie Thorne", role: "lead" })
    await page.goto(`/cases/${one.number}`)
    const proposal = page.getByRole("region", { name: "This may be about this case." })
    await proposal.getByRole("row", { name: /Rare words in common .*steppe/ }).waitFor()
    await proposal.getByRole("row", { name: /Name .*Theo Marsh/ }).waitFor()
    assert.deepEqual(await amiss(page), [])

    await proposal.getByRole("button", { name: "It belongs here" }).focus()
    await page.keyboard.press("Enter")
    const words = page.getByRole("article", { name: "Said in public by theo_on_two_wheels" })
    await words.getByText("Flown out over the steppe").waitFor()
    await proposal.waitFor({ state: "detached" })
    await words.getByRole("button", { name: "Decide whether to speak" }).press("Enter")
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("Why").fill("He is in surgery: no medical word in public.")
    await dialog.getByLabel("In what tone").fill("Warm")
    assert.deepEqual(await amiss(page), [])
    await dialog.getByRole("button", { name: "Write it down" }).press("Enter")
    await words.getByText("He is in surgery").waitFor()
    assert.deepEqual(await amiss(page), [])

    await must("/api/mentions", { source: "Mountains", gone: ["p1"] })
    await page.getByText("Deleted where it was said.").waitFor()
    await page.getByRole("article", { name: "Said in public by Somebody" }).getByRole("button", { name: "Untie" }).press("Enter")
    await page.getByText("Deleted where it was said.").waitFor({ state: "detached" })
    assert.deepEqual(page.complaints, [])
  },
)
