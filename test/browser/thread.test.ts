import assert from "node:assert/strict"
import { before, test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, customerWrites, type DeskHouse, sitDown, startDesk } from "../support/desk.ts"
import { type Json, until } from "../support/house.ts"

let house: DeskHouse
before(async () => {
  if (!lackingChromium) house = await startDesk()
})

const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

test("what was said stands out; history, moves and files fold into what one needs of them", { skip: lackingChromium }, async () => {
  const page = await sitDown(house, { name: "Ines Okafor", role: "lead" })
  const part = (name: string, type: string, base64: string) =>
    `Content-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${base64}\n`
  const one = await customerWrites(house, {
    subject: "Bouquet",
    headers: 'Content-Type: multipart/mixed; boundary="b"\r\n',
    text: [
      "",
      "Content-Type: text/plain; charset=utf-8\n\nNothing came.\n\n-- \nCamille\n\nOn Monday, Lilas wrote:\n> We have sent it.\n",
      part("door.png", "image/png", DOT),
      part("orders.csv", "text/csv", Buffer.from("number;what\nA-7;Roses\n").toString("base64")),
      part("invoice.pdf", "application/pdf", Buffer.from("%PDF-1.4").toString("base64")),
    ]
      .join("\n--b\n")
      .concat("\n--b--"),
  })
  const me: Json = await (await page.request.get("/api/me")).json()
  for (const ownerId of [me.id, null, me.id]) await page.request.patch(`/api/cases/${one.id}`, { data: { ownerId } })
  await page.goto(`/cases/${one.number}`)
  const message = page.getByRole("article", { name: "Message from the customer, Camille Rousseau" })
  await message.locator(".words").getByText("Nothing came.").first().waitFor()
  assert.equal(await message.getByText("We have sent it.").isVisible(), false, "history is folded")
  await message.getByText("Earlier messages quoted below").click()
  await message.getByText("We have sent it.").waitFor()
  await page.getByRole("button", { name: /\d changes/ }).click()
  await page.getByText("Ines Okafor left the case to nobody").waitFor()

  await message.getByText("A-7 │ Roses").waitFor()
  await message.getByText("PDF", { exact: true }).waitFor()
  await message.getByRole("button", { name: "Look at door.png" }).click()
  const large = page.getByRole("dialog")
  await large.getByRole("img", { name: "door.png" }).waitFor()
  await page.keyboard.press("ArrowRight")
  await large.getByRole("columnheader", { name: "what" }).waitFor()
  await page.keyboard.press("Escape")
  await large.waitFor({ state: "detached" })
  await page.request.patch("/api/me", { data: { language: "fr" } })
  await page.reload()
  await page.getByRole("button", { name: "Regarder orders.csv" }).waitFor()
  await page.getByRole("link", { name: /^Télécharger\s+PDF\s*invoice\.pdf/ }).waitFor()
  assert.deepEqual(await amiss(page, ["label-content-name-mismatch"]), [], "what is read on a file is in its name")
  await page.request.patch("/api/me", { data: { language: "en" } })
  assert.deepEqual(page.complaints, [])
})

test("a note can't be taken for an answer, by its paper, its edge, its corner and its words", { skip: lackingChromium }, async () => {
  const page = await sitDown(house, { name: "Léa Moreau" })
  const { number, conversationIds } = await customerWrites(house, {
    subject: "Vase",
    text: "It came in three pieces.",
    from: "h@poste.example",
  })
  const [id] = conversationIds
  await page.request.post(`/api/conversations/${id}/notes`, { data: { text: "She is a florist herself." } })
  await page.request.post(`/api/conversations/${id}/replies`, { data: { text: "A new one leaves today." } })
  await page.goto(`/cases/${number}`)
  const looks = async (name: string) => {
    const article = page.getByRole("article", { name })
    await article.waitFor()
    return article.evaluate((each) => {
      const { backgroundColor, borderTopStyle, clipPath } = getComputedStyle(each)
      return { paper: backgroundColor, edge: borderTopStyle, corner: clipPath !== "none", words: /never sent/.test(each.textContent ?? "") }
    })
  }
  const [note, ours] = [await looks("Internal note, Léa Moreau"), await looks("Our answer, Léa Moreau")]
  assert.notEqual(note.paper, ours.paper)
  assert.deepEqual([note.edge, note.corner, note.words], ["dashed", true, true])
  assert.deepEqual([ours.edge, ours.corner, ours.words], ["solid", false, false])
  await page.emulateMedia({ forcedColors: "active" })
  const forced = await looks("Internal note, Léa Moreau")
  assert.deepEqual(
    [forced.edge, forced.corner, forced.words],
    ["dashed", true, true],
    "where the system takes the colours, three ways stay",
  )
  await page.emulateMedia({ forcedColors: "none" })
  await page.getByRole("button", { name: "Note" }).click()
  const composer = page.getByRole("region", { name: "Internal note" })
  await composer.getByText("It can't be sent.").waitFor()
  assert.equal(await composer.evaluate((each) => getComputedStyle(each).borderTopStyle), "dashed")
})

test("each message of a long thread has a link that leads to it; the rest joins without moving it", { skip: lackingChromium }, async () => {
  const page = await sitDown(house, { name: "Amadou Diallo" })
  const { number, id, conversationIds } = await customerWrites(house, { subject: "Long", text: "The first", from: "long@poste.example" })
  const answered = await page.request.post(`/api/conversations/${conversationIds[0]}/replies`, { data: { text: "We have it." } })
  const ours: Json = await answered.json()
  for (let n = 0; n < 60; n++) await page.request.post(`/api/conversations/${conversationIds[0]}/notes`, { data: { text: `Note ${n}` } })
  const { items } = (await house.api(`/api/cases/${id}/timeline?limit=200`, { token: house.token })).body
  const first = items.find((item: Json) => item.message?.text.startsWith("The first"))
  await page.goto(`/cases/${number}#message-${first.id}`)
  const named = page.locator(`#message-${first.id}`)
  await named.waitFor()
  await until("it has the focus", () => named.evaluate((each) => document.activeElement === each))
  const box = await named.boundingBox()
  assert.ok(box && box.y > 0 && box.y < 500, `in sight: ${JSON.stringify(box)}`)

  await page.goto("/cases")
  await page.goto(`/cases/${number}`)
  await page.getByText("Note 59").waitFor()
  await until("all of it is drawn", async () => (await page.locator(".message:visible").count()) === 62)
  assert.ok(await page.getByText("Note 59").isVisible())
  await customerWrites(house, {
    subject: "Re: Long",
    text: "And one more thing.",
    from: "long@poste.example",
    headers: `In-Reply-To: ${ours.messageId}\r\nContent-Type: text/plain; charset=utf-8\r\n`,
  })
  await until("told to those who listen", async () => /And one more thing/.test(await page.locator("[data-announcer]").innerText()))
})

test("a made-up mail is as high as it is; its pictures come when asked, through Vigie", { skip: lackingChromium }, async () => {
  const page = await sitDown(house, { name: "Nora Lind" })
  const { number } = await customerWrites(house, {
    subject: "Offer",
    from: "offers@poste.example",
    headers: "Content-Type: text/html; charset=utf-8\r\n",
    text: `${"<p>Two for one.</p>".repeat(60)}<img src='https://pictures.example/rose.png'><script>parent.ran = 1</script>`,
  })
  const asked: string[] = []
  page.on("request", (request) => asked.push(new URL(request.url()).host))
  await page.goto(`/cases/${number}`)
  await page.getByRole("button", { name: "Show as it was made up" }).first().click()
  const frame = page.locator("iframe[title]")
  await until("the frame has grown to its mail", async () => ((await frame.boundingBox())?.height ?? 0) > 1500)
  await page.getByText("1 picture from elsewhere isn’t loaded").waitFor()
  await page.getByRole("button", { name: "Show it" }).click()
  await page.getByText("1 picture could not be fetched.").waitFor()
  assert.equal(await page.evaluate(() => "ran" in window), false)
  const [seen, policy] = [await frame.getAttribute("sandbox"), (await page.request.get((await frame.getAttribute("src")) ?? "")).headers()]
  assert.equal(seen, "allow-popups allow-popups-to-escape-sandbox", "without an origin, without scripts")
  assert.match(
    policy["content-security-policy"] ?? "",
    /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';(?!.*script)/,
  )
  assert.deepEqual([...new Set(asked)], [new URL(house.url).host], "the browser asked nobody else")
})
