import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { closeAfterwards } from "../support/database.ts"
import { customerWrites, sitDown, startDesk } from "../support/desk.ts"
import { type Json, until } from "../support/house.ts"
import { TestRelay } from "../support/relay.ts"

test("a mail comes in live, is answered, taken back, sent again, and arrives", { skip: lackingChromium }, async () => {
  const relay = await TestRelay.open()
  closeAfterwards(() => relay.close())
  const house = await startDesk({ VIGIE_RELAY: relay.url.href, VIGIE_UNDO_SECONDS: "60" })
  const page = await sitDown(house, { name: "Ines Okafor" })
  await page.goto("/cases?view=unassigned")
  await page.getByText("Every case has somebody.").waitFor()

  const { id } = await customerWrites(house, {
    subject: "Le bouquet n’est jamais arrivé",
    text: "Bonjour,\n\nPersonne n’a rien reçu.\n\n-- \nCamille Rousseau",
  })
  await page.getByRole("link", { name: /Le bouquet n’est jamais arrivé/ }).click()
  await page.getByText("Personne n’a rien reçu.").last().waitFor()
  await page.getByText("has waited").waitFor()
  assert.match(await page.locator("[data-announcer]").innerText(), /A new message came in/)

  await page.getByRole("button", { name: "Reply" }).click()
  const answer = page.getByLabel("Text of the answer")
  await until("the greeting stands there", async () => (await answer.inputValue()) === "Bonjour,\n\n") // what is filled in as it comes would stand below it
  await answer.fill("Bonjour Madame,\n\nNous cherchons.")
  await page.getByText("camille.rousseau@post.example>").waitFor() // the recipient, before sending
  await page.getByRole("button", { name: "Send", exact: true }).click()
  await answer.waitFor({ state: "detached" }) // what stands above moves as the composer closes, under a pointer that presses too soon
  await page.getByRole("button", { name: "Take it back" }).click()
  const words = "Bonjour Madame,\n\nNous cherchons."
  await until("taken back, its words are in the composer", async () => (await answer.inputValue()) === words).catch(
    async (error: Error) => {
      throw new Error(`${error.message}. The page says: ${await page.locator("#stage").innerText()}`, { cause: await answer.inputValue() })
    },
  )
  assert.equal(relay.mails.length, 0)

  await answer.fill("Bonjour Madame,\n\nUn nouveau bouquet part ce soir.")
  await answer.press("Control+Enter")
  await page.getByRole("timer").waitFor()
  const leaving = await until("the other answer waits to leave", async () => {
    const { items } = (await house.api(`/api/cases/${id}/timeline`, { token: house.token })).body
    return items.map(({ message }: Json) => message).find((each: Json) => each?.state === "ready" && /nouveau/.test(each.text))
  })
  await house.api(`/api/messages/${leaving.id}/send-now`, { method: "POST", token: house.token })
  const [sent] = await until("the answer has left", async () => relay.mails.length > 0 && relay.mails)
  assert.deepEqual(sent?.to, ["camille.rousseau@post.example"])
  await page.locator('.outbox[data-state="sent"]').waitFor()
  assert.deepEqual(page.complaints, [])
})

test("a note is another thing than an answer, and without a relay an answer says that it is held", { skip: lackingChromium }, async () => {
  const house = await startDesk()
  const page = await sitDown(house, { name: "Amadou Diallo" })
  const { number } = await customerWrites(house, { subject: "Invoice twice", text: "You have charged me twice." })
  await page.goto(`/cases/${number}`)
  await page.getByRole("button", { name: "Note" }).click()
  await page.getByText("For colleagues. It can't be sent.").waitFor()
  await page.getByLabel("Text of the note").fill("@Amadou the bank says once.")
  await page.getByText("Will be told: Amadou Diallo").waitFor()
  await page.getByRole("button", { name: "Add the note" }).click()
  await page.getByRole("article", { name: "Internal note, Amadou Diallo" }).getByText("never sent").waitFor()

  await page.getByRole("button", { name: "Reply" }).click()
  await page.getByLabel("Text of the answer").fill("We look into it.")
  await page.getByRole("button", { name: "Send", exact: true }).click()
  await page.getByText("Held: no relay is configured").waitFor()
})

test(
  "refused by the relay, an answer comes back to have its address mended; given up, it stays in the case, struck through",
  { skip: lackingChromium },
  async () => {
    let refuses = true
    const relay = await TestRelay.open({ command: (line) => (refuses && /^RCPT/i.test(line) ? "550 5.1.1 no such user" : null) })
    closeAfterwards(() => relay.close())
    const house = await startDesk({ VIGIE_RELAY: relay.url.href, VIGIE_UNDO_SECONDS: "0" })
    const page = await sitDown(house, { name: "Ines Okafor" })
    const { number } = await customerWrites(house, { subject: "Vase", text: "The vase is broken." })
    await page.goto(`/cases/${number}`)
    await page.getByRole("button", { name: "Reply" }).click()
    const answer = page.getByLabel("Text of the answer")
    await answer.fill("A new one leaves today.")
    await answer.press("Control+Enter")
    await page.getByText("550 5.1.1 no such user").waitFor()
    await page.getByRole("button", { name: "Give it up" }).click()
    await page.getByText("Given up: it was not sent.").waitFor()
    const struck = page.getByRole("article", { name: /Our answer/ }).locator(".message-text")
    assert.match(await struck.evaluate((text) => getComputedStyle(text).textDecorationLine), /line-through/)
    await page.reload()
    await page.getByText("Given up: it was not sent.").waitFor()
    await page.getByRole("button", { name: "Take it back" }).click()
    await until("its words are in the composer", async () => (await answer.inputValue()) === "A new one leaves today.")
    await page.getByRole("button", { name: "Change the recipients" }).click()
    await page.getByLabel("To", { exact: true }).fill("camille@new.example")
    refuses = false
    await answer.press("Control+Enter")
    const [mail] = await until("it has left", async () => relay.mails.length > 0 && relay.mails)
    assert.deepEqual(mail?.to, ["camille@new.example"])
    await page.locator('.outbox[data-state="sent"]').waitFor()
    assert.equal(await page.getByText("Given up").count(), 0)
    assert.deepEqual(page.complaints, [])
  },
)

test("what is being written survives closing, a reload and another window", { skip: lackingChromium }, async () => {
  const house = await startDesk()
  const page = await sitDown(house, { name: "Ines Okafor" })
  const { number, conversationIds } = await customerWrites(house, { subject: "Colours", text: "Could we talk about the colours?" })
  await page.goto(`/cases/${number}`)
  await page.getByRole("button", { name: "Reply" }).click()
  await page.getByLabel("Text of the answer").fill("White and green")
  await page.getByText("Draft saved").waitFor()
  await page.reload()
  await page.getByRole("button", { name: "Reply" }).click()
  await page.waitForFunction(() => document.querySelector("textarea")?.value === "White and green")

  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ")
  const draft = `/api/conversations/${conversationIds[0]}/drafts/reply`
  const before = await house.api(draft, { headers: { cookie } })
  await house.api(draft, { method: "PUT", headers: { cookie }, body: { text: "From the other window", version: before.body.version } })
  await page.getByLabel("Text of the answer").fill("White, green and blue")
  await page.getByText("This draft was changed on another screen").waitFor()
  assert.equal(await page.getByLabel("Text of the answer").inputValue(), "White, green and blue", "nothing typed is overwritten")
  await page.getByRole("button", { name: "Take that one" }).click()
  assert.equal(await page.getByLabel("Text of the answer").inputValue(), "From the other window")
})

test("a customer who writes while one answers is read first", { skip: lackingChromium }, async () => {
  const house = await startDesk()
  const page = await sitDown(house, { name: "Ines Okafor" })
  const { number, id } = await customerWrites(house, { subject: "Address", text: "Please deliver to 4 Lime Street." })
  await page.goto(`/cases/${number}`)
  await page.getByRole("button", { name: "Reply" }).click()
  await page.getByLabel("Text of the answer").fill("Lime Street it is.")
  await page.getByRole("button", { name: "Send", exact: true }).click()
  await page.locator(".outbox").waitFor()
  const { body } = await house.api(`/api/cases/${id}/timeline`, { token: house.token })
  const ours = body.items.find((item: { message?: { direction: string } }) => item.message?.direction === "out").message.messageId
  const page2 = page
  await page2.getByRole("button", { name: "Reply" }).click()
  await page2.getByLabel("Text of the answer").fill("And the card?")
  await customerWrites(house, {
    subject: "Re: Address",
    text: "Sorry: 14 Lime Street.",
    headers: `In-Reply-To: ${ours}\r\nContent-Type: text/plain; charset=utf-8\r\n`,
  })
  await page2.getByText("The customer has written again since you began.").waitFor()
  await page2.getByRole("button", { name: "I have read it" }).click()
  await page2.getByRole("button", { name: "Send", exact: true }).click()
  await page2
    .getByRole("article", { name: /Our answer/ })
    .nth(1)
    .waitFor()
})

test(
  "a formatted mail is shown as text; as it was made up only when asked for, in a frame where nothing runs",
  { skip: lackingChromium },
  async () => {
    const house = await startDesk()
    const page = await sitDown(house, { name: "Ines Okafor" })
    const { number } = await customerWrites(house, {
      subject: "Offer",
      headers: "Content-Type: text/html; charset=utf-8\r\n",
      text: "<h1>Our offer</h1><p onclick='top.document.title=1'>Two for one.</p><script>top.ran = true; document.title = 'ran'</script><img src='https://tracker.example/pixel.gif'>",
    })
    const asked: string[] = []
    page.on("request", (request) => asked.push(new URL(request.url()).host))
    await page.goto(`/cases/${number}`)
    await page.locator(".words", { hasText: "Two for one." }).waitFor()
    await page.getByRole("button", { name: "What to do with this message" }).click()
    await page.getByRole("menuitem", { name: "Show as it was made up" }).click()
    await page.frameLocator("iframe[title]").getByRole("heading", { name: "Our offer" }).waitFor()
    assert.equal(await page.evaluate(() => "ran" in window), false)
    assert.deepEqual([...new Set(asked)], [new URL(house.url).host], "nothing was asked of anybody else")
  },
)
