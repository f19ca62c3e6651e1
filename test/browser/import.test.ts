import assert from "node:assert/strict"
import { test } from "node:test"
import { mboxrd, years } from "../moving/archive.ts"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, sitDown, startDesk } from "../support/desk.ts"

test(
  "contacts are looked at before they come in; an archive is stopped and gone on with; all of it is taken out",
  { skip: lackingChromium },
  async () => {
    const house = await startDesk()
    const page = await sitDown(house, { name: "Ines Okafor", role: "admin" })
    const file = (name: string, text: string, mimeType = "text/plain") => ({ name, mimeType, buffer: Buffer.from(text) })

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

    await page.goto("/settings/export")
    const [table] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Table (CSV)" }).last().click()])
    assert.match(table.suggestedFilename(), /^contacts-.*\.csv$/)
    assert.deepEqual(await amiss(page), [])
    assert.deepEqual(page.complaints, [])
  },
)
