import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { closeEverything } from "../test/support/database.ts"
import { customerWrites, sitDown, startDesk } from "../test/support/desk.ts"

/** Takes the pictures of docs/answering.md again. Run with: sh bin/with-node docs/take-pictures-of-answering.ts */
const FOLDER = fileURLToPath(new URL("pictures/", import.meta.url))
const DAY = 86_400_000
const iso = (from: number): string => new Date(Date.now() + from).toISOString()

const house = await startDesk({ VIGIE_UNDO_SECONDS: "60" })
try {
  const post = (path: string, body: object) => house.api(path, { token: house.token, body })
  const file = (name: string, type: string, bytes: Buffer) =>
    `Content-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${bytes.toString("base64").replace(/.{76}/g, "$&\n")}\n`
  const one = await customerWrites(house, {
    subject: "Monday’s bouquet",
    headers: 'Content-Type: multipart/mixed; boundary="b"\r\n',
    text: [
      "",
      "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" +
        Buffer.from(
          "Hello,\n\nThe carrier says it delivered on Tuesday. Nobody here has received anything, and my card is debited.\n\nCamille",
        ).toString("base64") +
        "\n",
      file("front-door.png", "image/png", await readFile(`${FOLDER}desk-phone-list.png`)),
      file("orders.csv", "text/csv", Buffer.from("number;what;price\nLIL-20418;November bouquet;49\nLIL-20102;Roses;35\n")),
    ]
      .join("\n--b\n")
      .concat("\n--b--"),
  })
  const told = (body: object) => post(`/api/contacts/${one.contactId}/facts`, body)
  await told({
    kind: "order",
    state: "placed",
    reference: "LIL-20418",
    text: "November bouquet",
    source: "Shop",
    occurredAt: iso(-3 * DAY),
  })
  await told({ kind: "delivery", state: "delivered", reference: "6A 2041 8830", source: "Carrier", occurredAt: iso(-DAY) })
  await post("/api/templates", {
    name: "Lost bouquet",
    reach: "everybody",
    textEn:
      "{{contact.salutation}}\n\nYour order {{order.reference}} of {{order.date}} never arrived, and we are sorry. A new bouquet leaves {{field.day}}.\n\n{{agent.name}}",
  })
  const page = await sitDown(house, { name: "Léa Moreau", role: "lead" }, { viewport: { width: 1440, height: 900 } })
  await page.request.post(`/api/conversations/${one.conversationIds[0]}/notes`, {
    data: { text: "I am calling the carrier: their proof of delivery names another street." },
  })
  await page.goto(`/cases/${one.number}?view=all`)
  await page.getByText("I am calling the carrier").last().waitFor()
  await page.locator(".thread").evaluate((thread) => thread.scrollTo(0, 0))
  await page.locator(".first-lines span").first().waitFor()
  await page.screenshot({ path: `${FOLDER}reading.png` })
  await page.getByRole("button", { name: "Reply" }).click()
  await page.waitForFunction(() => document.querySelector("textarea")?.value === "Hello,\n\n")
  await page.keyboard.type("/")
  await page.getByRole("option", { name: /Lost bouquet/ }).click()
  await page.getByText("1 gap to fill before sending").waitFor()
  await page.screenshot({ path: `${FOLDER}answering.png` })
} finally {
  await closeEverything()
}
