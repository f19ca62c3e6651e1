// Over 12 kB because these share one house with a relay: a second one would cost more than all of them.
import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Locator, Page } from "playwright-core"
import { lackingChromium } from "../support/chromium.ts"
import { closeAfterwards } from "../support/database.ts"
import { customerWrites, type DeskHouse, sitDown, startDesk } from "../support/desk.ts"
import { type Json, until } from "../support/house.ts"
import { TestRelay } from "../support/relay.ts"

let house: DeskHouse
let ines: Page & { complaints: string[] }
before(async () => {
  if (lackingChromium) return
  const relay = await TestRelay.open()
  closeAfterwards(() => relay.close())
  house = await startDesk({ VIGIE_RELAY: relay.url.href, VIGIE_UNDO_SECONDS: "60" })
  ines = await sitDown(house, { name: "Ines Okafor" })
})

/** What is filled in while the greeting comes would stand below it. */
const greeted = (text: Locator) => until("the greeting stands there", async () => (await text.inputValue()) === "Hello,\n\n")

const get = async (path: string): Promise<Json> => (await house.api(path, { token: house.token })).body

test("z undoes the last things one after the other, an answer in another case included", { skip: lackingChromium }, async () => {
  const vase = await customerWrites(house, { subject: "The vase", text: "It is broken." })
  const bill = await customerWrites(house, { subject: "The bill", text: "It is wrong.", from: "omar@haddad.example" })
  const category = async (): Promise<string> => (await get(`/api/cases/${bill.id}`)).status.category
  await ines.goto(`/cases/${vase.number}?view=all`)
  await ines.getByRole("button", { name: "Reply" }).click()
  await greeted(ines.getByLabel("Text of the answer"))
  await ines.getByLabel("Text of the answer").fill("A new one leaves today.")
  await ines.keyboard.press("Control+Enter")
  await ines.getByRole("timer").waitFor()
  await ines.locator(`.row[data-number="${bill.number}"]`).click()
  await ines.getByRole("button", { name: "Resolve" }).click()
  await until("resolved", async () => (await category()) === "resolved")
  await ines.locator(".notice", { hasText: "Undo" }).first().waitFor() // the desk knows it, too
  await ines.keyboard.press("z")
  await until("not resolved", async () => (await category()) !== "resolved")
  const undone = ines.locator(".notice", { hasText: "Taken back: Resolved" })
  await undone.getByRole("link", { name: `Case ${bill.number}` }).waitFor()
  await ines.locator(`.row[data-number="${bill.number}"]`).click()
  await ines.keyboard.press("z")
  const notice = ines.locator(".notice", { hasText: "Your answer is taken back: its words are your draft." })
  await notice.getByRole("link", { name: `Case ${vase.number}` }).click()
  await ines.getByRole("button", { name: "Reply: go on with your draft" }).click()
  await until("every word", async () => (await ines.getByLabel("Text of the answer").inputValue()) === "A new one leaves today.")
  assert.deepEqual((await get("/api/outbox")).items, [])
  await ines.keyboard.press("Escape")
  await ines.keyboard.press("?")
  await ines.getByRole("dialog").getByText("Undo the last thing").waitFor()
  await ines.keyboard.press("Escape")
  assert.deepEqual(ines.complaints, [])
})

test(
  "z means the act that is on its way to the server, and waits for it; z again what came before",
  { skip: lackingChromium },
  async () => {
    const { id, number } = await customerWrites(house, { subject: "The ribbon", text: "It is torn.", from: "lena@brandt.example" })
    const now = async (): Promise<[boolean, string | null]> => {
      const { status, owner } = await get(`/api/cases/${id}`)
      return [status.category === "resolved", owner?.name ?? null]
    }
    await ines.goto(`/cases/${number}?view=all`)
    await ines.getByRole("button", { name: "Resolve" }).waitFor()
    await ines.keyboard.press("i")
    await ines.locator(".notice", { hasText: "Given to Ines Okafor" }).waitFor()
    const held = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    await ines.route("**/api/cases/*/resolve", async (route) => {
      asked.resolve()
      await held.promise
      await route.continue()
    })
    await ines.keyboard.press("e")
    await asked.promise
    await ines.keyboard.press("z")
    await ines.keyboard.press("?") // the key has been heard once what the next one opens stands there
    await ines.getByRole("dialog").waitFor()
    await ines.keyboard.press("Escape")
    assert.deepEqual(await now(), [false, "Ines Okafor"], "what was done before stays done")
    held.resolve()
    await ines.locator(".notice", { hasText: "Taken back: Resolved" }).waitFor()
    assert.deepEqual(await now(), [false, "Ines Okafor"])
    await ines.keyboard.press("z")
    await until("nobody has it", async () => (await now())[1] === null)
    await ines.unroute("**/api/cases/*/resolve")

    await ines.goto(`/cases/${number}?view=all`)
    await ines.getByRole("button", { name: "Resolve" }).waitFor()
    await ines.keyboard.press("i")
    await ines.locator(".notice", { hasText: "Given to Ines Okafor" }).waitFor()
    const refused = Promise.withResolvers<void>()
    await ines.route("**/api/cases/*/resolve", async (route) => {
      await refused.promise
      await route.fulfill({ status: 500, contentType: "application/problem+json", body: "{}" })
    })
    await ines.keyboard.press("e")
    await ines.keyboard.press("z")
    refused.resolve()
    await ines
      .locator('.notice[data-tone="hot"]')
      .getByRole("link", { name: `Case ${number}` })
      .waitFor()
    assert.deepEqual(await now(), [false, "Ines Okafor"], "nothing came of it: there is nothing to undo, least of all what came before")
    await ines.unroute("**/api/cases/*/resolve")
  },
)

test("an answer taken back from elsewhere waits beside what was begun in its case since", { skip: lackingChromium }, async () => {
  const lamp = await customerWrites(house, { subject: "The lamp", text: "It is dark.", from: "ada@lind.example" })
  const text = ines.getByLabel("Text of the answer")
  await ines.goto(`/cases/${lamp.number}?view=all`)
  await ines.getByRole("button", { name: "Reply" }).click()
  await greeted(text)
  await text.fill("A new bulb leaves today.")
  await ines.keyboard.press("Control+Enter")
  await ines.getByRole("timer").waitFor()
  await ines.getByRole("button", { name: "Reply" }).first().click()
  await greeted(text)
  await text.fill("And a word more.")
  await ines.getByText("Draft saved").waitFor()
  await ines.keyboard.press("Escape")
  await ines.locator(`.row:not([data-number="${lamp.number}"])`).first().click()
  await ines.keyboard.press("z")
  const notice = ines.locator(".notice", { hasText: "Your answer is taken back: its words are your draft." }).last()
  await notice.getByRole("link", { name: `Case ${lamp.number}` }).click()
  await ines.getByRole("button", { name: "Reply: go on with your draft" }).click()
  await ines.locator(".draft-elsewhere q", { hasText: "A new bulb leaves today." }).waitFor()
  assert.equal(await text.inputValue(), "And a word more.")
  await ines.getByRole("button", { name: "Keep both" }).click()
  await until("every word", async () => (await text.inputValue()) === "And a word more.\n\nA new bulb leaves today.")
  await ines.keyboard.press("Escape")
})

test("z takes back what was written to somebody first", { skip: lackingChromium }, async () => {
  await ines.goto("/cases?view=all")
  await ines.locator(".row").first().waitFor()
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  await ines.route("**/api/drafts/first", async (route) => {
    await opened
    await route.continue()
  })
  await ines.keyboard.press("c")
  const dialog = ines.getByRole("dialog")
  await dialog.getByLabel("To", { exact: true }).fill("joris@vos.example")
  await dialog.getByLabel("Subject").fill("Your vase")
  open()
  await greeted(dialog.getByLabel("Text", { exact: true }))
  assert.equal(await dialog.getByLabel("To", { exact: true }).inputValue(), "joris@vos.example", "filled in before the draft was fetched")
  await dialog.getByLabel("Text", { exact: true }).fill("It leaves tonight.")
  await ines.keyboard.press("Control+Enter")
  await ines.getByRole("timer").waitFor()
  await ines.keyboard.press("z")
  await until("every word", async () => (await ines.getByLabel("Text of the answer").inputValue()) === "It leaves tonight.")
  assert.deepEqual((await get("/api/outbox")).items, [])
})

test("tags of an article stand as they are kept, and are sent once", { skip: lackingChromium }, async () => {
  const body = { language: "en", title: "Weddings", body: "Flowers for a day.", tags: [] }
  const { id } = (await house.api("/api/articles", { token: house.token, body })).body
  await ines.goto(`/knowledge/${id}`)
  const tags = ines.getByLabel("Tags", { exact: true })
  await tags.fill("Mariage,  Vases")
  await tags.blur()
  await until("as they are kept", async () => (await tags.inputValue()) === "mariage, vases")
  assert.deepEqual((await get(`/api/articles/${id}`)).tags, ["mariage", "vases"])
  await house.api(`/api/articles/${id}`, { method: "PATCH", token: house.token, body: { tags: ["roses"] } })
  await until("a colleague's", async () => (await tags.inputValue()) === "roses")
  let sent = 0
  ines.on("request", (request) => (sent += request.method() === "PATCH" ? 1 : 0))
  await tags.fill("Roses")
  await tags.blur()
  await until("said already", async () => (await tags.inputValue()) === "roses")
  assert.equal(sent, 0)
})

test(
  "what went wrong stays, with its case, until it is put away; what can be undone waits under the pointer",
  { skip: lackingChromium },
  async () => {
    const card = await customerWrites(house, { subject: "The card", text: "It is empty.", from: "nora@lind.example" })
    const page = await ines.context().newPage()
    await page.clock.install()
    await page.goto(`/cases/${card.number}?view=all`)
    await page.route("**/api/cases/*/resolve", (route) =>
      route.fulfill({ status: 500, contentType: "application/problem+json", body: "{}" }),
    )
    await page.getByRole("button", { name: "Resolve" }).click()
    const wrong = page.locator('.notice[data-tone="hot"]')
    await wrong.getByRole("link", { name: `Case ${card.number}` }).waitFor()
    await page.unroute("**/api/cases/*/resolve")
    await page.getByRole("button", { name: "Resolve" }).click()
    const done = page.locator(".notice", { hasText: "Undo" })
    await done.hover()
    await page.clock.fastForward(40_000)
    assert.equal(await wrong.count(), 1, "an error isn't taken away")
    assert.equal(await done.count(), 1, "nor what the pointer is on")
    await page.mouse.move(0, 0)
    await page.clock.fastForward(16_000)
    await done.waitFor({ state: "detached" })
    await wrong.getByRole("button", { name: "Close" }).click()
    await wrong.waitFor({ state: "detached" })
    await page.close()
  },
)

test("an article's words that a browser kept aren't saved over what somebody else wrote since", { skip: lackingChromium }, async () => {
  const body = { language: "en", title: "Vases", body: "A new vase leaves at once.", tags: [] }
  const { id } = (await house.api("/api/articles", { token: house.token, body })).body
  const textOf = async (): Promise<Json> => (await get(`/api/articles/${id}`)).texts[0]
  await ines.goto(`/knowledge/${id}`)
  const text = ines.getByRole("textbox", { name: "Text", exact: true })
  await text.waitFor()
  await ines.context().setOffline(true)
  await text.fill("Mine")
  await ines.getByText("Kept in this browser").waitFor()
  const { revision } = await textOf()
  const theirs = { title: "Vases", body: "Theirs, from the other desk.", revision }
  assert.equal((await house.api(`/api/articles/${id}/texts/en`, { method: "PUT", token: house.token, body: theirs })).status, 200)
  await ines.context().setOffline(false)
  await ines.reload()
  await ines.locator(".draft-elsewhere q", { hasText: "Theirs, from the other desk." }).waitFor()
  assert.equal(await text.inputValue(), "Mine", "what was typed stands there")
  await ines.getByRole("button", { name: /Publish|Put in use/ }).click()
  await ines.getByText("Not published: the server doesn’t have all of it yet.").waitFor()
  assert.equal((await textOf()).body, "Theirs, from the other desk.", "nothing is written over it")
  await ines.getByRole("button", { name: "Keep what is here" }).click()
  await until("chosen", async () => (await textOf()).body === "Mine")
})
