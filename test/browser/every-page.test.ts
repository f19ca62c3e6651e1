import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import { type Clock, newId, systemClock } from "#platform"
import { learnWhole, say } from "#words/desk"
import { callAlarm } from "../support/alarm.ts"
import { lackingChromium, openPage } from "../support/chromium.ts"
import { amiss, type AnyDesk, CARE, customerWrites, sitDown } from "../support/desk.ts"
import { type Json, until } from "../support/house.ts"
import { type InsideHouse, openByClock } from "../support/inside.ts"

let house: AnyDesk
let one: Json
/** Pages of the desk that the other test of all pages (everyone.test.ts) doesn't come by. */
let pages: string[]

const must = async (path: string, body?: object, method?: string): Promise<Json> => {
  const answer = await house.api(path, { token: house.token, ...(body ? { body } : {}), ...(method ? { method } : {}) })
  assert.ok(answer.status < 300, `${path} → ${JSON.stringify(answer.body)}`)
  return answer.body
}

before(async () => {
  if (lackingChromium) return
  const inside = await openByClock(systemClock, {})
  await inside.inbox(CARE)
  const { http, smtp } = inside.house.ports
  house = { url: `http://127.0.0.1:${http}`, smtpPort: smtp, token: await inside.token("admin"), api: inside.api }
  one = await customerWrites(house, { subject: "Le bouquet", text: "Personne n’a rien reçu." })
  await customerWrites(house, { subject: "La facture", text: "Où est-elle ?", from: "nour@studio.example", name: "Nour El Amrani" })
  const article = await must("/api/articles", { language: "fr", title: "Le bouquet est abîmé", body: "Photographiez-le.\n\n- Le carton" })
  await must(`/api/articles/${article.id}`, { audience: "public" }, "PATCH")
  await must(`/api/articles/${article.id}/texts/fr/publish`, {})
  const watch = await must("/api/watches", { name: "Lilas", query: "lilas" })
  const url = "https://forum.example/1"
  const text = "Lilas m’a livré un bouquet fané, quelle honte"
  const heard = await must("/api/mentions", { source: "Forum", mentions: [{ key: "1", url, text, author: { key: "b", name: "Brune" } }] })
  const [{ id: mention }] = heard.items
  const story = await until("it is gathered", async () => (await must(`/api/mentions/${mention}`)).story?.id)
  const [source] = (await must("/api/sources")).items
  await inSomeStates(inside)
  const alarm = await callAlarm(inside, watch.id)
  const listening = [
    "",
    "/new",
    `/${watch.id}`,
    `/${watch.id}/edit`,
    "/mentions",
    "/mentions?tone=negative",
    `/mentions/${mention}`,
    "/answers",
    "/alarms",
  ]
  const more = [`/alarms/${alarm}`, `/stories/${story}`, "/sources", "/sources/new", "/sources/limits", `/sources/${source.id}`]
  pages = [`/knowledge/${article.id}?filter=all`, "/welcome", ...[...listening, ...more].map((path) => `/listening${path}`)]
})

/** A source in each state that one may be in. */
async function inSomeStates({ db }: Pick<InsideHouse<Clock>, "db">): Promise<void> {
  for (const state of ["throttled", "needs_approval", "unreadable", "failing", "paused"]) {
    await db.transact(async ({ sql: tx, now }) => {
      const [later, settings] = [new Date(now.getTime() + 1_000_000_000), JSON.stringify({ url: "https://press.example/feed" })]
      await sql`insert into sources (id, kind, name, place, settings, state, state_since, reason, next_at, created_by, created_at, updated_at)
        values (${newId(now)}, 'feed', ${state}, 'press', ${settings}, ${state}, ${now}, ${REASON}, ${later}, 'system:test', ${now}, ${now})`.execute(
        tx,
      )
    })
  }
}
const REASON = JSON.stringify({ code: "unreachable", key: "listening.trouble.status", values: { status: 502 } })

/** What asks before it does anything. */
const DIALOGS = ["promise", "decide", "merge", "split", "link"] as const

for (const [look, language] of [
  ["light", "en"],
  ["dark", "fr"],
] as const) {
  test(`the other pages, dialogs and what customers see are for everyone, ${look}, ${language}`, { skip: lackingChromium }, async () => {
    const page = await sitDown(house, { name: `Ines ${language}`, role: "admin", language }, { colorScheme: look })
    await learnWhole(language)
    const fine = async (where: string): Promise<void> => assert.deepEqual(await amiss(page), [], where)
    for (const path of pages) {
      await page.goto(path)
      await page.locator("h1").first().waitFor({ state: "attached" })
      await page.locator(".loading").waitFor({ state: "detached" })
      await fine(path)
      if (!path.startsWith("/listening")) continue
      await page.emulateMedia({ colorScheme: look === "light" ? "dark" : "light" }) // what is heard is looked at in all four ways
      await fine(`${path}, the other way`)
      await page.emulateMedia({ colorScheme: look })
    }
    await page.goto("/listening/sources/new")
    await page.getByRole("button", { name: /^Mastodon/ }).click()
    await page.getByText(say(language, "listen.gives.mastodon")).waitFor()
    await fine("what a source needs")

    await page.goto(`/cases/${one.number}?view=all`)
    await page.locator(".message").first().waitFor()
    await page.keyboard.press("Control+k")
    await page.getByRole("option").first().waitFor()
    await fine("command bar")
    await page.keyboard.press("Escape")
    await page.locator(".bar").waitFor({ state: "detached" })
    await page.keyboard.press("?")
    await page.getByRole("dialog").waitFor()
    await fine("keys")
    await page.keyboard.press("Escape")
    for (const dialog of DIALOGS) {
      await page.getByRole("dialog").waitFor({ state: "detached" })
      await page.keyboard.press("Control+k")
      await page.locator(".bar input").fill(say(language, `command.case.${dialog}`))
      await page
        .getByRole("option", { name: say(language, `command.case.${dialog}`) })
        .first()
        .waitFor()
      await page.keyboard.press("Enter")
      await page.locator(".bar").waitFor({ state: "detached" })
      await page.getByRole("dialog").waitFor()
      await fine(dialog)
      await page.keyboard.press("Escape")
    }
    await page.getByRole("dialog").waitFor({ state: "detached" })
    await page.goto("/cases?view=all")
    await page.locator(".row").nth(1).waitFor()
    await page.keyboard.press("Shift+X")
    await page.locator(".bulk").waitFor()
    await fine("several selected")
    await page.keyboard.press("e")
    await page.locator(".bulk-confirm").waitFor()
    await fine("what many at once would touch")
    assert.deepEqual(page.complaints, [])

    const stranger = await openPage({ baseURL: house.url, locale: language === "fr" ? "fr-FR" : "en-GB", colorScheme: look })
    for (const [path, there] of [
      ["/cases", ".sign-in-card"],
      [language === "fr" ? "/aide" : "/help", "h1"],
      ["/aide/le-bouquet-est-abime", "h1"],
      ["/s/nothing-here", "h1"],
    ] as const) {
      await stranger.goto(path)
      await stranger.locator(there).first().waitFor()
      assert.deepEqual(await amiss(stranger), [], path)
    }
  })
}
