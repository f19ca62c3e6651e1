import { rm } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import type { Page } from "playwright-core"
import { openPage } from "../test/support/chromium.ts"
import { closeEverything } from "../test/support/database.ts"
import { customerWrites, type DeskHouse, sitDown, startDesk } from "../test/support/desk.ts"
import type { Json } from "../test/support/house.ts"

/** Takes the README's picture again: a small invented florist, one afternoon. Run with: sh bin/with-node docs/take-pictures.ts */
const FOLDER = fileURLToPath(new URL("pictures/", import.meta.url))

const house = await startDesk({ VIGIE_UNDO_SECONDS: "30" })
try {
  const case1 = await furnish(house)
  const page = await sitDown(house, { name: "Léa Moreau", role: "lead", language: "fr" }, { viewport: { width: 1440, height: 900 } })
  const note = "J’appelle le transporteur : la preuve de livraison porte une autre rue."
  await page.request.post(`/api/conversations/${case1.conversationIds[0]}/notes`, { data: { text: note } })
  await show(page, "light", "desk")
  await show(page, "dark", "desk-dark")
  await buildView(page)
  await page.context().storageState({ path: `${FOLDER}.session.json` })
  const phone = await openPage({
    baseURL: house.url,
    storageState: `${FOLDER}.session.json`,
    locale: "fr-FR",
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  await phone.goto("/cases?view=all")
  await phone.getByText("Sofia Lindqvist").waitFor()
  await phone.screenshot({ path: `${FOLDER}desk-phone-list.png` })
  await show(phone, "light", "desk-phone")
} finally {
  await rm(`${FOLDER}.session.json`, { force: true })
  await closeEverything()
}
async function show(page: Page, colorScheme: "light" | "dark", name: string): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.goto("/cases/1?view=all")
  await page.getByText("J’appelle le transporteur").last().waitFor()
  await page.screenshot({ path: `${FOLDER}${name}.png` })
}

/** A view being built. */
async function buildView(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" })
  await page.goto("/cases/view/new?view=all")
  await page.getByLabel("Nom", { exact: true }).fill("Attendent depuis hier")
  await page.locator(".view-cases li").first().waitFor()
  await page.screenshot({ path: `${FOLDER}view-builder.png` })
}

async function furnish(at: DeskHouse): Promise<Json> {
  const bouquet = await customerWrites(at, {
    subject: "Bouquet du lundi 2 novembre",
    text: "Bonjour,\n\nLe transporteur dit avoir livré mardi. Chez nous, toujours rien reçu, et la carte est débitée.\n\nCamille Rousseau",
  })
  const post = (path: string, body: object) => at.api(path, { token: at.token, body })
  const day = 86_400_000
  await post(`/api/contacts/${bouquet.contactId}/facts`, {
    kind: "order",
    state: "placed",
    reference: "LIL-20418",
    text: "Bouquet « Novembre », 49 €",
    source: "Boutique",
    occurredAt: new Date(Date.now() - 3 * day).toISOString(),
  })
  await post(`/api/contacts/${bouquet.contactId}/facts`, {
    kind: "delivery",
    state: "delivered",
    reference: "6A 2041 8830",
    source: "Transporteur",
    occurredAt: new Date(Date.now() - day).toISOString(),
  })
  await post(`/api/cases/${bouquet.id}/promises`, {
    text: "Un nouveau bouquet, ou le remboursement",
    dueAt: new Date(Date.now() + day).toISOString(),
  })
  const letters: [string, string, string, string][] = [
    [
      "Amadou Diallo",
      "amadou@diallo.example",
      "Changer l’adresse de livraison",
      "Bonjour, peut-on livrer au bureau plutôt qu’à la maison jeudi ?",
    ],
    ["Ines Okafor", "ines@okafor.example", "Invoice for October", "Hello, could you send me the invoice for our October order? Thank you."],
    ["Marek Nowak", "marek@nowak.example", "Abonnement mensuel", "Je voudrais passer à un bouquet toutes les deux semaines."],
    ["Sofia Lindqvist", "sofia@lindqvist.example", "Thank you!", "The roses were lovely. My mother says hello."],
  ]
  for (const [name, from, subject, text] of letters) await customerWrites(at, { name, from, subject, text })
  return bouquet
}
