import { fileURLToPath } from "node:url"
import { closeEverything } from "../test/support/database.ts"
import { customerWrites, sitDown, startDesk } from "../test/support/desk.ts"

/** Takes the pictures of setting up again. Run with: sh bin/with-node docs/take-pictures-of-figures.ts */
const FOLDER = fileURLToPath(new URL("pictures/", import.meta.url))

const house = await startDesk()
try {
  for (const from of ["camille", "amadou", "brune", "dov"])
    await customerWrites(house, { from: `${from}@post.example`, name: from, subject: "Bouquet du lundi", text: "Où est mon bouquet ?" })
  await house.vigie("figures", "recount")
  const page = await sitDown(house, { name: "Ines Okafor", role: "admin" }, { viewport: { width: 1280, height: 900 } })
  await page.goto("/figures?period=7d")
  await page.locator(".plot canvas").first().waitFor()
  await page.screenshot({ path: `${FOLDER}figures.png` })
  await page.goto("/start")
  await page.getByRole("button", { name: /Inbox/ }).click()
  await page.getByText("Where mail goes (MX)").waitFor()
  await page.screenshot({ path: `${FOLDER}first-day.png` })
} finally {
  await closeEverything()
}
