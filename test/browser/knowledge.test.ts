import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingChromium, openPage } from "../support/chromium.ts"
import { amiss, customerWrites, type DeskHouse, sitDown, startDesk } from "../support/desk.ts"
import { type Json, until } from "../support/house.ts"

const ANSWER =
  "When a vase arrives broken we send another at no charge. Please keep the pieces for two days.\n\nCamille, yours (order AB-1290) leaves tomorrow.\n\nKind regards"

const countsOf = async (house: DeskHouse, id: string): Promise<Json> =>
  (await house.api(`/api/articles/${id}`, { token: house.token })).body.counts

test(
  "what one adviser wrote, all can read: an answer becomes an article in one gesture, and helps a colleague and the public",
  { skip: lackingChromium },
  async () => {
    const house = await startDesk()
    const ines = await sitDown(house, { name: "Ines Okafor", role: "lead" })
    const first = await customerWrites(house, {
      subject: "My vase came broken",
      text: "Hello,\n\nthe vase is in pieces.\n\nCamille Rousseau",
    })

    await ines.goto(`/cases/${first.number}?view=all`)
    await ines.getByRole("button", { name: "Reply" }).click()
    const answer = ines.getByRole("textbox", { name: "Text of the answer" })
    await answer.waitFor()
    await until("the greeting stands", async () => (await answer.inputValue()) !== "")
    await ines.keyboard.press("Control+End")
    await ines.keyboard.insertText(ANSWER)
    await ines.keyboard.press("Control+Enter")
    await ines.locator('.message[data-direction="out"]').waitFor()
    await ines.keyboard.press("b")
    await ines.waitForURL(/\/knowledge\//)
    const id = new URL(ines.url()).pathname.split("/")[2]!

    const text = ines.getByRole("textbox", { name: "Text", exact: true })
    assert.match(await text.inputValue(), /^When a vase arrives broken/, "without greeting")
    assert.doesNotMatch(await text.inputValue(), /Kind regards/)
    const pieces = ines.getByRole("region", { name: "This may say who the customer is" })
    await pieces.getByText("Camille", { exact: true }).waitFor()
    await pieces.getByRole("button", { name: /Take all/ }).click()
    assert.doesNotMatch(await text.inputValue(), /Camille|AB-1290/)
    await text.fill("When a vase arrives broken we send another at no charge.\n\n- Keep the pieces for two days.")
    await ines.getByText("Saved").waitFor()
    await ines.reload()
    assert.match(await text.inputValue(), /- Keep the pieces/, "nothing typed is lost")
    await ines.getByLabel("Read by").click()
    await ines.getByRole("option", { name: "Everybody" }).click()
    await ines.getByRole("button", { name: "Publish" }).click()
    await ines.getByText("Everybody can read it from now on.").waitFor()
    assert.deepEqual(await amiss(ines), [])

    const lea = await sitDown(house, { name: "Lea Fontaine" })
    const second = await customerWrites(house, {
      from: "jonas@weber.example",
      name: "Jonas Weber",
      subject: "Broken vase",
      text: "Good morning, the vase I ordered arrived broken.",
    })
    await lea.goto(`/cases/${second.number}?view=all`)
    const panel = lea.getByRole("complementary")
    await panel.getByRole("button", { name: "My vase came broken" }).waitFor()
    await panel.getByText(/^Written .* · Ines Okafor/).waitFor()
    await panel.getByText(/Says “.*vase.*” too|Says .*“vase”/).waitFor()
    await until("it was shown", async () => (await countsOf(house, id)).shown >= 1)
    await lea.keyboard.press("Control+i")
    const reply = lea.getByRole("textbox", { name: "Text of the answer" })
    await until("the article stands in the answer", async () => /we send another at no charge/.test(await reply.inputValue()))
    assert.match(await reply.inputValue(), /^Hello[\s\S]*\n\nWhen a vase[\s\S]*\n- Keep the pieces/)
    await reply.press("Control+Enter")
    await until("it counts as sent", async () => (await countsOf(house, id)).sent === 1)
    assert.deepEqual(lea.complaints, [])

    await lea.getByRole("button", { name: "Reply" }).click()
    await reply.waitFor()
    await reply.press("Control+End")
    await reply.pressSequentially("[[vase")
    await lea.getByRole("option", { name: /My vase came broken/ }).waitFor()
    await reply.press("Enter")
    await until("it stands where the sign was", async () => /When a vase/.test(await reply.inputValue()))

    await lea.keyboard.press("Control+k")
    await lea.keyboard.type("broken vas")
    await lea.getByRole("group", { name: "Knowledge" }).getByRole("option", { name: "My vase came broken" }).click()
    await lea.waitForURL(new RegExp(`/knowledge/${id}`))

    const reader = await openPage({ baseURL: house.url, javaScriptEnabled: false, locale: "en-GB" })
    const page = await reader.goto("/help")
    assert.equal(page?.status(), 200)
    await reader.getByRole("searchbox").fill("breaking vases")
    await reader.getByRole("button", { name: "Search" }).click()
    await reader.getByRole("link", { name: "My vase came broken" }).click()
    await reader.getByRole("heading", { name: "My vase came broken" }).waitFor()
    const bytes = Buffer.byteLength(await reader.content())
    assert.ok(bytes < 15_000, `${bytes} bytes`)
    await reader.getByRole("button", { name: "Yes" }).click()
    await reader.getByText("Thank you.").waitFor()
    assert.equal((await countsOf(house, id)).yes, 1)
    const looked = await openPage({ baseURL: house.url, locale: "en-GB" })
    await looked.goto("/help/my-vase-came-broken")
    assert.deepEqual(await amiss(looked), [])
  },
)
