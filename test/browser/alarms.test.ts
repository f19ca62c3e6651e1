import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, CARE, customerWrites, sitDown } from "../support/desk.ts"
import { callAlarm } from "../support/alarm.ts"
import { until } from "../support/house.ts"
import { openInside } from "../support/inside.ts"

test(
  "who is told of a surge is said on its watch; its page shows who was, whose cases, and takes that one is on it; quiet hours are one's own",
  { skip: lackingChromium },
  async () => {
    const inside = await openInside({ start: "2026-11-02T09:58:00Z" })
    await inside.inbox(CARE)
    const { http, smtp } = inside.house.ports
    const house = { api: inside.api, token: await inside.token("admin"), url: `http://127.0.0.1:${http}`, smtpPort: smtp }
    const { body: watch } = await house.api("/api/watches", { token: house.token, body: { name: "Orchidées", query: "orchidée" } })
    await inside.agent("amadou@lilas.example", "Amadou Diallo")
    const page = await sitDown(house, { name: "Léa Moreau", role: "lead" })
    await page.clock.install({ time: "2026-11-02T10:00:00Z" })

    await page.goto(`/listening/${watch.id}`)
    const told = page.getByRole("region", { name: "Who is told" })
    await told.getByText("At once: leads and administrators.").waitFor()
    await told.getByRole("button", { name: "Change who is told" }).click()
    await told.getByRole("button", { name: "Add a step" }).click()
    await told.getByLabel("Minutes after the step before").fill("10")
    await told.getByRole("button", { name: "Save who is told" }).click()
    await told.getByText("Name somebody for this step").first().waitFor()
    await told
      .getByRole("button", { name: /^People: / })
      .last()
      .click()
    await page.getByRole("option", { name: "Amadou Diallo" }).click()
    await page.keyboard.press("Escape")
    await page.getByRole("heading", { name: "Orchidées" }).scrollIntoViewIfNeeded() // what the bar covers is no target
    assert.deepEqual(await amiss(page), [])
    await told.getByRole("button", { name: "Save who is told" }).click()
    await told.getByText("After 10 minutes without anybody on it: Amadou Diallo.").waitFor()

    const one = await customerWrites(house, { subject: "My order", text: "L’orchidée n’est pas venue" })
    inside.clock.set(new Date("2026-11-02T10:00:00Z"))
    await callAlarm(inside, watch.id)
    await page.goto("/cases?view=inbox")
    await page.getByRole("link", { name: /Far more is said than usual/ }).click()
    await page.waitForURL(/\/listening\/alarms\//)
    await page.getByText("Unless somebody is on it, others are told").waitFor()
    await page.getByRole("link", { name: `My order · ${one.number}` }).waitFor()
    const trail = page.getByRole("list", { name: "Who was told" })
    await trail.getByText("2 people were told").waitFor()
    await trail.getByText("Léa Moreau saw it").waitFor()
    await page.keyboard.press("i")
    await page.getByText("You are on it", { exact: true }).waitFor()
    await trail.getByText("Léa Moreau is on it").waitFor()
    assert.deepEqual(await amiss(page), [])

    await page.goto("/settings/account")
    await page.getByRole("checkbox", { name: "There are hours in which I want silence" }).click({ force: true })
    const quiet = page.getByRole("region", { name: "Quiet hours" })
    await quiet.getByLabel("From").fill("21:30")
    await page.getByRole("checkbox", { name: "By mail, too" }).click({ force: true })
    await quiet.getByRole("button", { name: "I am on duty for the next 12 hours" }).click()
    await quiet.getByText("On duty until").waitFor()
    assert.deepEqual(await amiss(page), [])
    await until("kept", async () => {
      const { body } = await page.evaluate(async () => ({ body: await (await fetch("/api/me/preferences")).json() }))
      return body.quiet[0]?.from === "21:30" && body.alerts.mail === false && body.alerts.dutyUntil !== null
    })
    assert.deepEqual(page.complaints, [])
  },
)
