import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Page } from "playwright-core"
import { lackingChromium, openPage } from "../support/chromium.ts"
import { amiss, customerWrites, type DeskHouse, sitDown, startDesk } from "../support/desk.ts"
import { type Json, until } from "../support/house.ts"

const ANSWER =
  "When a vase arrives broken we send another at no charge. Please keep the pieces for two days.\n\nCamille, yours (order AB-1290) leaves tomorrow.\n\nKind regards"

let house: DeskHouse
let ines: Page & { complaints: string[] }
before(async () => {
  if (lackingChromium) return
  house = await startDesk()
  ines = await sitDown(house, { name: "Ines Okafor", role: "lead" })
})

const countsOf = async (id: string): Promise<Json> => (await house.api(`/api/articles/${id}`, { token: house.token })).body.counts

test(
  "what one adviser wrote, all can read: an answer becomes an article in one gesture, and helps a colleague and the public",
  { skip: lackingChromium },
  async () => {
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
    await until("it was shown", async () => (await countsOf(id)).shown >= 1)
    await lea.keyboard.press("Control+i")
    const reply = lea.getByRole("textbox", { name: "Text of the answer" })
    await until("the article stands in the answer", async () => /we send another at no charge/.test(await reply.inputValue()))
    assert.match(await reply.inputValue(), /^Hello[\s\S]*\n\nWhen a vase[\s\S]*\n- Keep the pieces/)
    await reply.press("Control+Enter")
    await until("it counts as sent", async () => (await countsOf(id)).sent === 1)
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
    assert.equal((await countsOf(id)).yes, 1)
    const looked = await openPage({ baseURL: house.url, locale: "en-GB" })
    await looked.goto("/help/my-vase-came-broken")
    assert.deepEqual(await amiss(looked), [])
  },
)

const article = async (id: string): Promise<Json> => (await house.api(`/api/articles/${id}`, { token: house.token })).body

/** A colleague at another desk, who has a program write for her. */
async function colleague(id: string, body: string, publish = true): Promise<void> {
  const [{ title, revision }] = (await article(id)).texts
  const ask = async (path: string, method: string, given: object) => {
    const { status } = await house.api(`/api/articles/${id}/texts/en${path}`, { token: house.token, method, body: given })
    assert.equal(status, 200)
  }
  await ask("", "PUT", { title, body, revision })
  if (publish) await ask("/publish", "POST", {})
}

async function openArticle(title: string, body: string): Promise<{ id: string; page: string }> {
  const { id } = (await house.api("/api/articles", { token: house.token, body: { language: "en", title, body } })).body
  await house.api(`/api/articles/${id}`, { token: house.token, method: "PATCH", body: { audience: "public" } })
  const { body: made } = await house.api(`/api/articles/${id}/texts/en/publish`, { token: house.token, body: {} })
  await ines.goto(`/knowledge/${id}`)
  await ines.getByRole("textbox", { name: "Text", exact: true }).waitFor()
  return { id, page: made.url }
}

test(
  "a publication taken back gives the public the words that it had before; taken out of use, it is a draft until that is undone",
  {
    skip: lackingChromium,
  },
  async () => {
    const { page } = await openArticle("When it arrives", "Within three days.")
    const served = async () => (await house.api(page)).body as string
    const text = ines.getByRole("textbox", { name: "Text", exact: true })
    const english = ines.getByRole("region", { name: "English" })
    const undo = (words: string) => ines.locator(".notice", { hasText: words }).getByRole("button", { name: "Undo" })
    await text.fill("Within nine days.")
    await english.getByText("Changed since").waitFor()
    await english.getByRole("button", { name: "Publish" }).click()
    await undo("Everybody can read it from now on.").waitFor()
    assert.match(await served(), /Within nine days/)
    await undo("Everybody can read it from now on.").click()
    await ines.getByText("Version 1 is in use again.").waitFor()
    assert.match(await served(), /Within three days/)
    await english.getByText("Changed since").waitFor()
    assert.equal(await text.inputValue(), "Within nine days.", "what was written waits")

    await english.getByRole("button", { name: "More for this language" }).click()
    await ines.getByRole("menuitem", { name: "Take out of use" }).click()
    await english.getByText("Draft", { exact: true }).waitFor()
    assert.equal((await house.api(page)).status, 404)
    await undo("It is a draft again.").click()
    await english.getByText("Changed since").waitFor()
    assert.match(await served(), /Within three days/)
    assert.deepEqual(ines.complaints, [])
  },
)

test("an open article follows what colleagues do with it, and undoing it writes over none of that", { skip: lackingChromium }, async () => {
  const { id, page } = await openArticle("What a vase costs", "Six euros.")
  const text = ines.getByRole("textbox", { name: "Text", exact: true })
  const english = ines.getByRole("region", { name: "English" })
  const undo = (words: string) => ines.locator(".notice", { hasText: words }).getByRole("button", { name: "Undo" })
  await colleague(id, "Seven euros.")
  await until("hers", async () => (await text.inputValue()) === "Seven euros.")
  await house.api(`/api/articles/${id}/texts/en/withdraw`, { token: house.token, body: {} })
  await english.getByText("Draft", { exact: true }).waitFor()
  assert.equal(await english.getByRole("button", { name: "Publish" }).isEnabled(), true)
  await english.getByRole("button", { name: "Publish" }).click()
  await undo("Everybody can read it from now on.").waitFor()
  await colleague(id, "Eight euros.")
  await undo("Everybody can read it from now on.").click()
  await ines.locator('.notice[data-tone="hot"]', { hasText: "This has been changed since. It stays as it is now." }).waitFor()
  assert.match((await house.api(page)).body, /Eight euros/)

  await until("hers again", async () => (await text.inputValue()) === "Eight euros.")
  await english.getByRole("button", { name: "More for this language" }).click()
  await ines.getByRole("menuitem", { name: "History" }).click()
  const history = ines.getByRole("dialog")
  await history.getByRole("button", { name: /Version 1/ }).click()
  await history.getByRole("button", { name: "Take these words into the draft" }).click()
  await until("taken", async () => (await text.inputValue()) === "Six euros.")
  await text.fill("Six euros, and a card.")
  await undo("The draft has the words of that version.").click()
  assert.equal(await text.inputValue(), "Eight euros.")
  await undo("Put back. What was written since can come back, too.").click()
  await until("what was written since", async () => (await text.inputValue()) === "Six euros, and a card.")
  await ines.getByText("Saved").waitFor()

  await ines.route(`**/api/articles/${id}/**`, (route) => (route.request().method() === "PUT" ? route.abort() : route.continue()))
  await text.fill("Mine.")
  await ines.getByText("Kept in this browser").waitFor()
  await colleague(id, "Hers.", false)
  await ines.unroute(`**/api/articles/${id}/**`)
  await ines.locator(".draft-elsewhere q", { hasText: "Hers." }).waitFor()
  await ines.context().setOffline(true)
  const asked = ines.locator(".draft-elsewhere")
  await asked.getByRole("button", { name: "Take that one" }).click()
  await asked.locator(".wrong").waitFor()
  assert.equal(await text.inputValue(), "Mine.")
  await ines.context().setOffline(false)
  await asked.getByRole("button", { name: "Take that one" }).click()
  await until("hers", async () => (await text.inputValue()) === "Hers.")
  await undo("The other words stand here now.").click()
  await until("mine, after all", async () => (await article(id)).texts[0].body === "Mine.")
  assert.deepEqual(ines.complaints, [])
})
