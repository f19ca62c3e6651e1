import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { customerWrites, sitDown, startDesk } from "../support/desk.ts"
import { type Json, until } from "../support/house.ts"

const desk = lackingChromium ? null : startDesk()
const ours = async () => (await desk)!
const must = async (path: string, body?: object, method?: string): Promise<Json> => {
  const house = await ours()
  const answer = await house.api(path, { token: house.token, ...(body ? { body } : {}), ...(method ? { method } : {}) })
  assert.ok(answer.status < 300, `${path} → ${JSON.stringify(answer.body)}`)
  return answer.body
}

test("what is done under … is done by its name, too: for one case, for several, and for the desk", { skip: lackingChromium }, async () => {
  const house = await ours()
  const page = await sitDown(house, { name: "Ines Okafor", role: "admin" })
  const { id, number } = await customerWrites(house, { subject: "Le bouquet", text: "Rien n’est arrivé." })
  await customerWrites(house, { subject: "La facture", text: "Où est-elle ?", from: "nour@studio.example", name: "Nour El Amrani" })
  const team = await must("/api/teams", { name: "Livraisons" })
  const now = (): Promise<Json> => must(`/api/cases/${id}`)
  const name = async (typed: string, option: string | RegExp): Promise<void> => {
    await page.keyboard.press("Control+k")
    await page.getByRole("combobox", { name: "Find anything" }).fill(typed)
    await page.getByRole("option", { name: option }).first().click()
    await page.locator(".bar").waitFor({ state: "detached" })
  }
  await page.goto(`/cases/${number}?view=all`)
  await page.locator(".message").first().waitFor()
  await name("priority urgent", "Priority: urgent")
  await until("urgent", async () => (await now()).priority === "urgent")
  await page.getByRole("button", { name: "Undo" }).click()
  await until("as it was", async () => (await now()).priority === "normal")
  await name("livraisons", "Give to the team Livraisons")
  await until("given to the team", async () => (await now()).team?.id === team.id)
  await name("follow", /^Follow, or stop/)
  await until("followed", async () => (await now()).followers.length === 1)
  await name("promise", "Write down a promise")
  await page.getByRole("dialog", { name: "Write down a promise" }).waitFor()
  await page.keyboard.press("Escape")
  await page.getByRole("dialog").waitFor({ state: "detached" })
  await name("add tags", "Add tags")
  await page.keyboard.type("fleurs")
  await page.keyboard.press("Enter")
  await until("tagged", async () => (await now()).tags.includes("fleurs"))

  await name("order waiting", /^Order: waiting longest/)
  await page.waitForURL(/sort=waiting/)
  await page.locator("#list .row").nth(1).waitFor()
  await page.locator("#stage").focus() // out of the field for tags
  await page.keyboard.press("Shift+X")
  await page.locator(".bulk").waitFor()
  await name("add tags", "Add tags")
  await page.locator(".bulk-confirm, .bulk-tags, .bulk form").first().waitFor()
  await page.keyboard.press("Escape")
  await name("new view", "New view")
  await page.waitForURL(/view\/new/)
  await name("passer en", "Passer en français")
  await page.locator('html[lang="fr"]').waitFor()
  assert.deepEqual(page.complaints, [])
})

test("on plain http, too, a link is copied; where it can’t be, its words are shown", { skip: lackingChromium }, async () => {
  const house = await ours()
  const page = await sitDown(house, { name: "Tomas Lind" })
  const { number } = await customerWrites(house, { subject: "Livraison", text: "Quand ?", from: "ana@post.example", name: "Ana" })
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }))
  await page.goto(`/cases/${number}?view=all`)
  await page.locator(".message").first().waitFor()
  await page.keyboard.press("Control+Shift+l")
  await page.getByRole("status").getByText("Copied", { exact: true }).waitFor()
  await page.locator("#search").focus()
  await page.keyboard.press("Control+v")
  assert.equal(await page.locator("#search").inputValue(), `${house.url}/cases/${number}`)
  await page.evaluate(() => (document.execCommand = () => false))
  await page.locator("#search").fill("")
  await page.locator("#stage").focus()
  await page.keyboard.press("Control+Shift+l")
  await page.getByText(`doesn't let it be copied. Take it from here: ${house.url}/cases/${number}`).waitFor()
  assert.deepEqual(page.complaints, [])
})

test("who reads an article is chosen, said, and taken back", { skip: lackingChromium }, async () => {
  const house = await ours()
  const page = await sitDown(house, { name: "Brune Keller" })
  const { id } = await must("/api/articles", { language: "en", title: "A broken vase", body: "Send us a picture." })
  const audience = async (): Promise<string> => (await must(`/api/articles/${id}`)).audience
  await page.goto(`/knowledge/${id}?filter=all`)
  const choice = page.getByRole("button", { name: /Read by$/ })
  await choice.focus()
  await page.keyboard.press("ArrowDown")
  await page.getByRole("option", { name: "Everybody" }).waitFor()
  await page.keyboard.press("ArrowDown")
  assert.equal(await audience(), "internal", "looking at what could be chosen chooses nothing")
  await page.getByRole("option", { name: "Everybody" }).click()
  await page.getByText("Read by: Everybody").waitFor()
  assert.equal(await audience(), "public")
  await page.getByRole("button", { name: "Undo" }).click()
  await until("colleagues’ again", async () => (await audience()) === "internal")
  assert.deepEqual(page.complaints, [])
})

test(
  "a search leads back to the list it was begun in, a notification to what it is about without the page anew",
  { skip: lackingChromium },
  async () => {
    const house = await ours()
    const page = await sitDown(house, { name: "Maggie Thorne", role: "lead" })
    await page.goto("/cases?view=unassigned&sort=waiting")
    const search = page.locator("#search")
    await search.fill("bouquet")
    await search.press("Enter")
    await page.waitForURL(/q=bouquet/)
    await search.press("Escape")
    await page.waitForURL(/view=unassigned/)
    assert.match(page.url(), /sort=waiting/)

    const heard = await must("/api/mentions", { source: "Forum", mentions: [{ key: "n1", text: "Lilas, encore en retard" }] })
    await page.route("**/api/notifications?*", (route) =>
      route.fulfill({
        json: {
          items: [
            {
              id: "1",
              kind: "look-again",
              at: new Date().toISOString(),
              readAt: new Date().toISOString(),
              by: { ref: "system:clock", name: null },
              case: null,
              storyId: null,
              mentionId: heard.items[0].id,
              alarmId: null,
              messageId: null,
              words: "Lilas, encore en retard",
            },
          ],
          next: null,
        },
      }),
    )
    await page.goto("/cases?view=inbox")
    await page.evaluate(() => Object.assign(window, { same: true }))
    await page.getByRole("link", { name: /Time to look again/ }).click()
    await page.waitForURL(/listening\/mentions\//)
    assert.equal(await page.evaluate(() => "same" in window), true, "the page is the same")
    assert.deepEqual(page.complaints, [])
  },
)
