import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Page } from "playwright-core"
import { lackingChromium } from "../support/chromium.ts"
import { customerWrites, type DeskHouse, sitDown, startDesk } from "../support/desk.ts"

/* The desk for who hears it, who enlarges it and whom movement disturbs. */
let house: DeskHouse
let number: number

before(async () => {
  if (lackingChromium) return
  house = await startDesk()
  number = (await customerWrites(house, { subject: "Fourteen tables", text: "Where are the flowers?\n\nCamille" })).number
})

/** What a screen reader is told of a part of the page, line by line, without states. */
const told = async (page: Page, part: string): Promise<string> => page.locator(part).ariaSnapshot()

test(
  "a screen reader is led through a case: places with names, who speaks, what can be done, and what came of it",
  { skip: lackingChromium },
  async () => {
    const page = await sitDown(house, { name: "Ines Okafor" })
    await page.goto("/cases?view=all")
    await page.getByRole("link", { name: /Fourteen tables/ }).waitFor()
    const desk = await told(page, "body")
    for (const place of [/- link "Skip to the content"/, /- navigation "/, /- (?:region|main)/]) assert.match(desk, place, desk)
    const row = await page.getByRole("link", { name: /Fourteen tables/ }).getAttribute("aria-label")
    const name = row ?? (await told(page, ".row"))
    for (const part of ["Camille Rousseau", "Fourteen tables"]) assert.ok(name.includes(part), name)

    await page.keyboard.press("j")
    await page.getByRole("heading", { name: "Fourteen tables" }).waitFor()
    await page.locator(".message").first().waitFor()
    const read = await told(page, "main")
    assert.match(read, /- heading "Fourteen tables" \[level=1\]|- heading "Fourteen tables" \[level=2\]/, read)
    assert.match(read, /- article "[^"]*Camille Rousseau/, read)
    for (const act of ["Resolve", "Snooze", "Reply", "Note"]) assert.match(read, new RegExp(`- button "[^"]*${act}`), act)
    assert.doesNotMatch(
      await told(page, "body"),
      /- (?:button|link|textbox|combobox|checkbox)(?: \[[^\]]*\])*:?$/m,
      "nothing without a name",
    )

    await page.keyboard.press("r")
    const box = page.getByRole("textbox", { name: "Text of the answer" })
    await box.waitFor()
    assert.equal(await box.evaluate((element) => element === document.activeElement), true, "the caret is where one writes")
    await page.keyboard.type("They leave this morning.")
    await page.keyboard.press("Control+Enter")
    await page.getByRole("article", { name: /Our answer/ }).waitFor()
    await page.getByRole("log").getByText("Your answer stands in the case").waitFor()
  },
)

test("at 200 % nothing is cut off or beside the page, and a case is answered", { skip: lackingChromium }, async () => {
  const page = await sitDown(
    house,
    { name: "Amadou Diallo", role: "admin", language: "fr" },
    { viewport: { width: 640, height: 512 }, deviceScaleFactor: 2 },
  )
  for (const where of [
    "/cases?view=all",
    `/cases/${number}?view=all`,
    "/figures",
    "/knowledge",
    "/listening",
    "/settings/inboxes",
    "/settings/automation",
    "/start",
  ]) {
    await page.goto(where)
    await page.locator("h1:visible, h2:visible").first().waitFor()
    await page.locator(".loading").waitFor({ state: "detached" })
    const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    assert.ok(beside <= 0, `${where} is ${beside} px too wide`)
  }
  await page.goto(`/cases/${number}?view=all`)
  await page.getByRole("button", { name: "Répondre" }).click()
  await page.getByLabel("Texte de la réponse").fill("Elles partent ce matin.")
  await page.getByRole("button", { name: "Envoyer", exact: true }).click()
  await page
    .getByRole("article", { name: /Notre réponse/ })
    .last()
    .waitFor()
})

test("where movement isn't wanted nothing moves, whatever opens", { skip: lackingChromium }, async () => {
  const page = await sitDown(house, { name: "Lea Fontaine" }, { reducedMotion: "reduce" })
  const still = async (what: string): Promise<void> => {
    const moving = await page.evaluate(() =>
      document.getAnimations().flatMap((one) => {
        const { duration = 0 } = one.effect?.getComputedTiming() ?? {}
        const target = one.effect instanceof KeyframeEffect ? one.effect.target?.className : ""
        return Number(duration) > 20 ? [`${String(target)} ${String(duration)}`] : []
      }),
    )
    assert.deepEqual(moving, [], what)
  }
  await page.goto(`/cases/${number}?view=all`)
  await page.getByRole("article").first().waitFor()
  await still("a case")
  await page.keyboard.press("Control+k")
  await page.getByRole("combobox").waitFor()
  await still("the command bar")
  await page.keyboard.press("Escape")
  await page.keyboard.press("?")
  await page.getByRole("dialog").waitFor()
  await still("the keys")
  await page.keyboard.press("Escape")
  await page.keyboard.press("e")
  await still("a case that leaves")
})
