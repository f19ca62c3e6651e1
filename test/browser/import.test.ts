import assert from "node:assert/strict"
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { before, test } from "node:test"
import { mboxrd, years } from "../moving/archive.ts"
import { chatwootPage, zendeskLines } from "../moving/other-desks.ts"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, type DeskHouse, sitDown, startDesk } from "../support/desk.ts"

let house: DeskHouse
before(async () => {
  if (!lackingChromium) house = await startDesk()
})

const file = (name: string, text: string, mimeType = "text/plain") => ({ name, mimeType, buffer: Buffer.from(text) })

test(
  "contacts are looked at before they come in; an archive is stopped and gone on with; all of it is taken out",
  { skip: lackingChromium },
  async () => {
    const page = await sitDown(house, { name: "Ines Okafor", role: "admin" })

    await page.goto("/settings/import")
    await page.getByText("Nothing was brought in yet.").waitFor()
    await page.getByRole("button", { name: "New import" }).click()
    const asked = page.getByRole("region", { name: "New import" })
    await asked.getByRole("button", { name: /What$/ }).click()
    await page.getByRole("option", { name: "Contacts (CSV)" }).click()
    const rows = [
      "Name;E-mail;Since when",
      "Hélène Çelik;helene@celik.example;Lyon",
      "Malik Sow;malik@sow.example;Metz",
      ";not-an-address;",
    ]
    await asked.getByLabel("Files").setInputFiles(file("customers.csv", rows.join("\n"), "text/csv"))
    await asked.getByRole("button", { name: "Look at it first" }).click()
    const looked = page.getByRole("region", { name: "What it becomes" })
    await looked.getByRole("cell", { name: "Hélène Çelik" }).waitFor()
    assert.deepEqual(await amiss(page), [])
    await looked.getByRole("button", { name: /Since when$/ }).click()
    await page.getByRole("option", { name: "Organisation" }).click()
    await looked.getByRole("cell", { name: "Lyon" }).waitFor()
    await looked.getByRole("button", { name: "Bring in" }).click()
    const contacts = page.locator(".card", { hasText: "customers.csv" })
    await contacts.getByText("2 new contacts").waitFor()

    await page.getByRole("button", { name: "New import" }).click()
    await asked.getByLabel("Files").setInputFiles(file("Old.mbox", mboxrd(years(900))))
    await asked.getByRole("button", { name: "Bring in" }).click()
    const mail = page.locator(".card", { hasText: "Old.mbox" })
    await mail.getByRole("progressbar", { name: "How far it is" }).waitFor()
    await mail.getByRole("button", { name: "Stop" }).click()
    await mail.getByText("Stopped", { exact: true }).waitFor()
    assert.deepEqual(await amiss(page), [])
    await mail.getByRole("button", { name: "Go on" }).click()
    await mail.getByText("Done", { exact: true }).waitFor({ timeout: 120_000 })
    await mail.getByText(/600 cases/).waitFor()

    const folder = await mkdtemp(join(tmpdir(), "vigie-maildir-"))
    await mkdir(join(folder, "Care/.Sent/cur"), { recursive: true })
    await mkdir(join(folder, "Care/new"), { recursive: true })
    await mkdir(join(folder, "Care/tmp"), { recursive: true })
    const mail1 =
      "From: Nour <nour@studio.example>\r\nTo: care@lilas.example\r\nSubject: Of long ago\r\nMessage-ID: <old-1@studio.example>\r\nDate: Mon, 2 Mar 2020 09:00:00 +0000\r\n\r\nWhere are my tulips?\r\n"
    await writeFile(join(folder, "Care/new", "1583139600.M1P1.care,S=200:2,"), mail1)
    await writeFile(
      join(folder, "Care/.Sent/cur", "a".repeat(120)),
      mail1.replace("old-1", "old-2").replace("Of long ago", "Re: Of long ago"),
    )
    await writeFile(join(folder, "Care/tmp", "half"), "From: nobody")
    await page.getByRole("button", { name: "New import" }).click()
    await asked.getByRole("button", { name: /What$/ }).click()
    await page.getByRole("option", { name: "Mail archive (Maildir)" }).click()
    await asked.getByLabel("Folder").setInputFiles(join(folder, "Care"))
    await asked.getByText("2 mails").waitFor()
    assert.deepEqual(await amiss(page), [])
    await asked.getByRole("button", { name: "Bring in" }).click()
    await page.locator(".card", { hasText: "Care" }).getByText("Done", { exact: true }).waitFor()
    await rm(folder, { recursive: true })

    await page.goto("/settings/export")
    const [table] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Table (CSV)" }).last().click()])
    assert.match(table.suggestedFilename(), /^contacts-.*\.csv$/)
    assert.deepEqual(await amiss(page), [])
    assert.deepEqual(page.complaints, [])
  },
)

test(
  "another desk's export shows how far it is, is stopped and gone on with, and says what it left out and why",
  { skip: lackingChromium },
  async () => {
    const page = await sitDown(house, { name: "Nora Diaz", role: "admin" })
    const asked = page.getByRole("region", { name: "New import" })
    const bringIn = async (kind: string, ...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> => {
      await page.getByRole("button", { name: "New import" }).click()
      await asked.getByRole("button", { name: /What$/ }).click()
      await page.getByRole("option", { name: kind }).click()
      await asked.getByRole("button", { name: /Cases come in$/ }).click()
      await page.getByRole("option", { name: "as they were" }).click()
      await asked.getByLabel("Files").setInputFiles(files)
      await asked.getByRole("button", { name: "Bring in" }).click()
    }
    await page.goto("/settings/import")
    await bringIn("Zendesk export", file("tickets.json", zendeskLines(2400)))
    const zendesk = page.locator(".card", { hasText: "tickets.json" })
    await zendesk.getByText(/^[\d,]+ of 2,401$/).waitFor()
    await zendesk.getByRole("button", { name: "Stop" }).click()
    await zendesk.getByText("Stopped", { exact: true }).waitFor()
    await zendesk.getByRole("button", { name: "Go on" }).click()
    await zendesk.getByText("Done", { exact: true }).waitFor({ timeout: 120_000 })
    await zendesk.getByText("2,400 cases").waitFor()
    await zendesk.getByRole("button", { name: "2 left out or in part" }).click()
    await zendesk.getByRole("row", { name: /#70999 Silence Nothing was said in it/ }).waitFor()
    await zendesk.getByRole("row", { name: /tickets\.json, 2402 Isn’t valid JSON/ }).waitFor()
    assert.deepEqual(await amiss(page), [])
    const [list] = await Promise.all([page.waitForEvent("download"), zendesk.getByRole("link", { name: "The whole list (CSV)" }).click()])
    assert.match(list.suggestedFilename(), /\.csv$/)

    await bringIn("Chatwoot export", file("conversations.json", chatwootPage()))
    const chatwoot = page.locator(".card", { hasText: "conversations.json" })
    await chatwoot.getByText("Done", { exact: true }).waitFor()
    await chatwoot.getByText("1 case, 1 message").waitFor()
    await chatwoot.getByRole("button", { name: "1 left out or in part" }).click()
    await chatwoot.getByRole("row", { name: /#8802 Rien Nothing was said in it/ }).waitFor()

    await page.goto("/cases/8801?view=all")
    await page.getByRole("article", { name: "Message from the customer, Amadou Diallo" }).getByText("La lampe est cassée").waitFor()
    await page.getByText("Rembourser").first().waitFor()
    await page.goto("/cases/71003?view=all")
    await page.getByRole("heading", { name: "Vase 3" }).waitFor()
    await page.getByText("Le vase est arrivé en morceaux.").first().waitFor()
    assert.deepEqual(page.complaints, [])
  },
)
