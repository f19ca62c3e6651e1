import { fileURLToPath } from "node:url"
import { openPage } from "../test/support/chromium.ts"
import { closeEverything } from "../test/support/database.ts"
import { customerWrites, sitDown, startDesk } from "../test/support/desk.ts"
import { WritingService } from "../test/support/writing-service.ts"

/** Takes the pictures of docs/knowledge.md and docs/writing-help.md again. Run with: sh bin/with-node docs/take-pictures-of-knowledge.ts */
const FOLDER = fileURLToPath(new URL("pictures/", import.meta.url))
const WIDE = { viewport: { width: 1440, height: 900 } }

const ANSWER = `When a vase arrives broken, we send another at no charge.

1. Take a picture of the vase and of its box.
2. Keep the pieces for two days: the carrier may ask to see them.

Camille, yours (order LIL-20418) leaves tomorrow for 12 rue des Lilas, 75011 Paris.

Kind regards`

const service = await WritingService.open()
const house = await startDesk({ VIGIE_ALLOW_PRIVATE: "localhost" })
try {
  const ask = async (path: string, body: object, method = "POST") => (await house.api(path, { token: house.token, body, method })).body
  await ask("/api/company", { name: "Lilas" }, "PATCH")
  await ask(
    "/api/settings/writing-help",
    { baseUrl: service.url, model: "small", helps: ["summary", "answer", "tone", "translation"] },
    "PUT",
  )
  const first = await customerWrites(house, {
    subject: "A vase that arrived broken",
    text: "Hello,\n\nthe vase is in pieces.\n\nCamille Rousseau",
  })
  const page = await sitDown(house, { name: "Ines Okafor", role: "lead" }, WIDE)
  const answer = await page.request.post(`/api/conversations/${first.conversationIds[0]}/replies`, { data: { text: ANSWER } })
  const { id } = (await answer.json()) as { id: string }
  const article = (await (await page.request.post(`/api/messages/${id}/article`, { data: {} })).json()) as { id: string }
  await page.goto(`/knowledge/${article.id}`)
  await page.getByRole("region", { name: "This may say who the customer is" }).waitFor()
  await page.screenshot({ path: `${FOLDER}knowledge.png` })

  await page.getByRole("button", { name: /Take all/ }).click()
  const text = page.getByRole("textbox", { name: "Text", exact: true })
  await text.fill(ANSWER.split("\n\nCamille")[0] ?? "")
  await page.getByText("Saved").waitFor()
  await page.getByLabel("Read by").selectOption("Everybody")
  await page.getByRole("button", { name: "Publish" }).click()
  await page.getByText("Everybody can read it from now on.").waitFor()

  const second = await customerWrites(house, {
    from: "jonas@weber.example",
    name: "Jonas Weber",
    subject: "My vase came broken",
    text: "Good morning,\n\nthe vase I ordered for my mother arrived broken, in a box that was dented. What do I do with the pieces?\n\nJonas Weber",
  })
  await page.goto(`/cases/${second.number}?view=all`)
  const helping = page.getByRole("complementary").getByRole("button", { name: "A vase that arrived broken" })
  await helping.click()
  await page.locator(".helping-acts").first().scrollIntoViewIfNeeded()
  await page.screenshot({ path: `${FOLDER}knowledge-beside.png` })

  service.manner = {
    words: [
      "We send you another vase at no charge [1]. ",
      "Please take a picture of the vase and of its box, and keep the pieces for two days [1].",
    ],
  }
  await page.getByRole("button", { name: "Reply" }).click()
  await page.getByRole("button", { name: "Writing help" }).click()
  await page.getByRole("menuitem", { name: "Suggest an answer from knowledge" }).click()
  await page.getByRole("button", { name: "Use" }).waitFor()
  await page.screenshot({ path: `${FOLDER}writing-help.png` })

  const reader = await openPage({ baseURL: house.url, locale: "en-GB", javaScriptEnabled: false, viewport: { width: 1200, height: 760 } })
  await reader.goto("/help/a-vase-that-arrived-broken")
  await reader.screenshot({ path: `${FOLDER}help-page.png` })
} finally {
  await closeEverything()
}
