import assert from "node:assert/strict"
import { test } from "node:test"
import { MINUTE } from "#platform"
import { lackingChromium, openPage } from "../support/chromium.ts"
import { amiss } from "../support/desk.ts"
import { Shop } from "../support/shop.ts"

const SAID = {
  fr: { title: "Comment cela s’est-il passé", best: "Très bien", send: "Envoyer", thanks: /Merci/ },
  en: { title: "How did it go", best: "Very well", send: "Send", thanks: /Thank you/ },
} as const

for (const language of ["fr", "en"] as const) {
  test(`a customer says how it went, with a keyboard and without any script, ${language}`, { skip: lackingChromium }, async () => {
    const shop = await Shop.open({ language })
    const [{ inboxId }] = (await shop.ask("/api/satisfaction")).items
    const admin = await shop.inside.token("admin")
    await shop.inside.api(`/api/satisfaction/${inboxId}`, { token: admin, method: "PUT", body: { choices: 5 } })
    const text = language === "fr" ? "Bonjour, où est mon bouquet ? Merci de me répondre." : "Hello, where is my bouquet? Please answer me."
    const mail = await shop.receive({ from: "Camille <camille@post.example>", to: shop.address, subject: "Bouquet", text })
    await shop.answer(mail.conversationId, language === "fr" ? "Il arrive demain." : "It comes tomorrow.")
    await shop.aMinuteLater()
    await shop.ask(`/api/cases/${mail.caseId}/status`, { body: { category: "resolved" } })
    await shop.until(new Date(shop.inside.clock.now().getTime() + 11 * MINUTE))
    await shop.aMinuteLater()
    const link = (bytes: string): string | undefined => /\/s\/[\w-]+/.exec(readable(bytes))?.[0]
    const { bytes } = await shop.mailTo("camille@post.example", (each) => link(each.bytes) !== undefined)

    const baseURL = `http://127.0.0.1:${shop.inside.house.ports.http}`
    const page = await openPage({ baseURL, javaScriptEnabled: false })
    const words = SAID[language]
    await page.goto(link(bytes)!)
    assert.equal(await page.locator("html").getAttribute("lang"), language)
    await page.getByRole("heading", { name: words.title }).waitFor()
    await page.getByRole("radio", { name: words.best, exact: true }).focus()
    await page.keyboard.press("Space")
    await page.keyboard.press("Tab")
    await page.keyboard.type("Rapide.")
    await page.getByRole("button", { name: words.send }).press("Enter")
    await page.getByRole("heading", { name: words.thanks }).waitFor()
    await page.getByText("Rapide.", { exact: true }).first().waitFor()
    const { items } = await shop.ask(`/api/cases/${mail.caseId}/timeline`)
    assert.equal(items.filter(({ kind }: { kind: string }) => kind === "satisfaction").length, 1)

    // Nothing that looks at a page runs without scripts: the same, where they do.
    for (const colorScheme of ["light", "dark"] as const) {
      const seen = await openPage({ baseURL, colorScheme })
      await seen.goto(link(bytes)!)
      assert.deepEqual(await amiss(seen), [], `answered, ${colorScheme}`)
    }
  })
}

/** A mail's parts as text. */
function readable(bytes: string): string {
  const blocks = [...bytes.matchAll(/base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/g)].map(([, block = ""]) =>
    Buffer.from(block, "base64").toString(),
  )
  return [bytes.replaceAll("=\r\n", "").replaceAll("=3D", "="), ...blocks].join("\n")
}
