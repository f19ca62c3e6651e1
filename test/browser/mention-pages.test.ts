import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Page } from "playwright-core"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, customerWrites, type DeskHouse, sitDown, startDesk } from "../support/desk.ts"
import { type Json, until } from "../support/house.ts"

let house: DeskHouse
let page: Page & { complaints: string[] }

const must = async (path: string, body?: object): Promise<Json> => {
  const answer = await house.api(path, { token: house.token, ...(body ? { body } : {}) })
  assert.ok(answer.status < 300, `${path} → ${JSON.stringify(answer.body)}`)
  return answer.body
}
const tell = async (mentions: object[], gone: string[] = []): Promise<string[]> =>
  (await must("/api/mentions", { source: "Forum", mentions, gone })).items.map(({ id }: Json) => id)
const storyOf = (id: string) => until("it is gathered", async () => (await must(`/api/mentions/${id}`)).story)

before(async () => {
  if (lackingChromium) return
  house = await startDesk()
  await must("/api/watches", { name: "Lilas", query: "lilas" })
  page = await sitDown(house, { name: "Maggie Thorne", role: "lead" })
})

async function inBothThemes(): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme })
    assert.deepEqual(await amiss(page), [], colorScheme)
  }
}

test(
  "a mention is read, corrected, tied and decided about by the keyboard, and each of it is taken back",
  { skip: lackingChromium },
  async () => {
    const one = await customerWrites(house, {
      subject: "My brother, accident in Mongolia",
      from: "sally.marsh@post.example",
      name: "Sally Marsh",
      text: "My brother Theo Marsh has come off his motorbike near Tsetserleg. A helicopter flies him over the steppe for a scan. I booked with Lilas, number GE-77120.",
    })
    const [id] = await tell([
      {
        key: "p1",
        url: "https://mountains.example/theo/1",
        text: "Mountain: 1. Theo: 0. Flown out over the steppe by helicopter like a parcel, scanned like luggage. Terrible. @lilas knows where to send the bill.",
        author: { key: "theo", handle: "@theo_on_two_wheels", followers: 41_200 },
      },
      { key: "p0", text: "Off to Mongolia with Lilas tomorrow", author: { key: "theo", handle: "@theo_on_two_wheels" } },
    ])
    await until("a tie is proposed", async () => (await must(`/api/mentions/${id}/ties`)).items[0])
    await storyOf(id!)
    await page.goto(`/listening/mentions/${id}`)
    await page.getByText("41,200 followers").waitFor()
    await page.getByText("2 mentions of theirs were heard since").waitFor()
    await page
      .getByText(/Nobody has looked whether such readings.* are right/)
      .first()
      .waitFor()

    const tone = page.getByRole("group", { name: "How it reads" })
    const wasRead = (await must(`/api/mentions/${id}/reading`)).tone
    const other = wasRead === "positive" ? "negative" : "positive"
    await tone.getByRole("button", { name: other }).focus()
    await page.keyboard.press("Enter")
    await page.getByText(`it was read as: ${wasRead}`).waitFor()
    await page.getByText(/Of 1 such readings .* 0 were right: too few for a share\./).waitFor()
    await page.getByRole("button", { name: "danger" }).click()
    await page.getByText("it was read as: not there").waitFor()
    await inBothThemes()
    await page.getByRole("listitem").filter({ hasText: "danger" }).getByRole("button", { name: "Undo" }).click()
    await page.getByText("it was read as: not there").waitFor({ state: "detached" })

    const proposal = page.getByRole("region", { name: "May belong to case" })
    await proposal.getByRole("row", { name: /Rare words in common .*steppe/ }).waitFor()
    await page.keyboard.press("y")
    const tied = page.getByRole("region", { name: "Belongs to case", exact: true })
    await tied.getByRole("link", { name: `${one.number} · My brother, accident in Mongolia` }).waitFor()
    await tied.getByText("Maggie Thorne says so,").waitFor()

    await page.keyboard.press("d")
    const dialog = page.getByRole("dialog")
    await dialog.getByText("seen by those who may see this case").waitFor()
    await dialog.getByLabel("Why").fill("He is in surgery: no medical word in public.")
    await dialog
      .getByRole("combobox", { name: /Look again|Not reminded/ })
      .or(dialog.getByRole("button", { name: /Not reminded/ }))
      .click()
    await page.getByRole("option", { name: "In a week" }).click()
    assert.deepEqual(await amiss(page), [])
    await dialog.getByRole("button", { name: "Write it down" }).press("Enter")
    const decision = page.getByRole("region", { name: "What we do" })
    await decision.getByText("He is in surgery").waitFor()
    await decision.getByText("Look again").waitFor()
    assert.deepEqual(
      (await must(`/api/cases/${one.id}/mention-decisions`)).items.map(({ way }: Json) => way),
      ["watch"],
    )
    await decision.getByRole("button", { name: "Undo" }).click()
    await decision.getByText("Nothing is decided yet.").waitFor()
    await decision.getByText("One decision before").click()
    await decision.getByText("taken back by Maggie Thorne").waitFor()

    await tied.getByRole("button", { name: "Untie" }).click()
    await proposal.waitFor()
    await page.keyboard.press("n")
    await page.getByText("1 refused").waitFor()

    const amadou = await must("/api/contacts", {
      name: "Amadou Diallo",
      identities: [{ kind: "handle", network: "mountains", value: "@amadou" }],
    })
    await page.keyboard.press("t")
    await page.getByRole("combobox", { name: "Words, a name, an address or a number" }).fill("amadou diallo")
    await page.getByRole("option", { name: /Amadou Diallo/ }).waitFor()
    assert.deepEqual(await amiss(page), [])
    await page.keyboard.press("Enter")
    await page.getByRole("region", { name: "Said by" }).getByRole("link", { name: "Amadou Diallo" }).click()
    await page.waitForURL(new RegExp(`contact=${amadou.id}`))
    await page.getByText("Said in public").waitFor()
    await page.getByRole("link", { name: /Mountain: 1\. Theo: 0/ }).click()
    await page.getByRole("region", { name: "Said by" }).waitFor()

    await tell([], ["p1"])
    await page.getByText("Deleted where it stood: its words and its author are no more here either.").waitFor()
    await page.getByText("Flown out over the steppe").first().waitFor({ state: "detached" })
    await inBothThemes()
    assert.deepEqual(page.complaints, [])
  },
)

test(
  "a story is taken apart and brought together by the keyboard, decided about, and every move is taken back",
  { skip: lackingChromium },
  async () => {
    const van = "Le camion de Lilas avec les bouquets du lundi a disparu près d’Orléans, à Lille personne n’est livré"
    const ids = await tell(
      [van, `${van} !`, `Incroyable : ${van}`].map((text, n) => ({
        key: `van ${n}`,
        text,
        author: { key: `van ${n}`, name: `Brune ${n}` },
      })),
    )
    const [other] = await tell([
      { key: "o", text: "Lilas recrute vingt fleuristes à Bordeaux pour la Saint-Valentin", author: { key: "o", name: "Olga" } },
    ])
    const story = await until("the van is a story", async () => {
      const { id, mentions } = await storyOf(ids[0]!)
      return mentions === 3 ? id : null
    })
    await storyOf(other!)
    await page.goto(`/listening/stories/${story}`)
    const rows = page.getByRole("list", { name: "What is of it" })
    await rows.getByRole("link").nth(2).waitFor()
    for (let n = 0; n < 20 && !(await rows.getByRole("link", { name: /Brune 1/ }).evaluate((link) => link === document.activeElement)); n++)
      await page.keyboard.press("j")
    await page.keyboard.press("x")
    await page.getByText("1 chosen").waitFor()
    await inBothThemes()
    await page.keyboard.press("s")
    await page.getByText("1 mention is a story of its own now.").waitFor()
    await rows.getByRole("link", { name: /Brune 1/ }).waitFor({ state: "detached" })
    await page
      .getByRole("list")
      .filter({ hasText: "1 mention began a story of its own" })
      .getByRole("button", { name: "Undo" })
      .first()
      .click()
    await rows.getByRole("link", { name: /Brune 1/ }).waitFor()

    await rows.getByRole("checkbox", { name: /Incroyable/ }).check()
    await page.keyboard.press("m")
    await page.getByRole("combobox", { name: "Words of its headlines" }).fill("recrute vingt")
    await page.getByRole("option", { name: /Lilas recrute vingt/ }).waitFor()
    await page.keyboard.press("Enter")
    await page.getByText("1 mention moved.").waitFor()
    assert.equal((await must(`/api/mentions/${ids[2]}`)).storyId, other, "a story is called after what began it")
    await page.getByRole("status").getByRole("button", { name: "Undo" }).last().click()
    await rows.getByRole("link", { name: /Brune 2/ }).waitFor()

    await rows
      .getByRole("button", { name: /^(negative|neutral|can’t be read|positive|mixed)$/ })
      .first()
      .click()
    await page.getByRole("menuitem", { name: "mixed" }).click()
    await rows.getByRole("button", { name: "mixed" }).waitFor()

    await page.keyboard.press("d")
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("Why").fill("Two papers have it.")
    await dialog.getByRole("button", { name: "Write it down" }).press("Enter")
    await page.getByText("Two papers have it.").waitFor()

    await page.keyboard.press("Shift+M")
    await page.getByRole("combobox", { name: "Words of its headlines" }).fill("recrute vingt")
    await page.getByRole("option", { name: /Lilas recrute vingt/ }).waitFor()
    await page.keyboard.press("Enter")
    await page.waitForURL(new RegExp(other!))
    await page.getByText("Two papers have it.").waitFor()
    await page.getByRole("list").filter({ hasText: "a story of 3 mentions came in" }).getByRole("button", { name: "Undo" }).first().click()
    await page.getByText("Two papers have it.").waitFor({ state: "detached" })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`/listening/stories/${story}`)
    await rows.getByRole("link").nth(2).waitFor()
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    assert.equal(wider, false, "nothing stands out at the side of a telephone")
    assert.deepEqual(page.complaints, [])
  },
)
