import assert from "node:assert/strict"
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { DemoRefused, type House, openDemo, refuseMixing, startRefusal } from "#house"
import { countViews } from "#cases"
import { addToken, systemActor } from "#people"
import { type Config, readConfig, systemClock } from "#platform"
import { lackingChromium, openPage } from "../support/chromium.ts"
import { closeAfterwards } from "../support/database.ts"
import { amiss } from "../support/desk.ts"
import { cloneUrl, type Json, newHome, until } from "../support/house.ts"
import { TestRelay } from "../support/relay.ts"

const TEST = systemActor("test")
process.env["VIGIE_TEST_DEMO_CASES"] = "240"
process.env["VIGIE_TEST_UNSAFE"] = "1"

/** The example company, small, on a folder of its own; and a relay that should never hear of it. */
async function smallCompany(): Promise<{ config: Config; relay: TestRelay }> {
  const relay = await TestRelay.open()
  closeAfterwards(() => relay.close())
  const env = {
    VIGIE_HOME: await newHome(),
    VIGIE_HTTP: "127.0.0.1:0",
    VIGIE_SMTP: "127.0.0.1:0",
    VIGIE_LOG: "error",
    VIGIE_MIN_FREE_MB: "10",
    VIGIE_UNDO_SECONDS: "0",
    VIGIE_RELAY: relay.url.href,
    DATABASE_URL: await cloneUrl(),
  }
  return { config: readConfig(env, ["--demo"]), relay }
}

async function enter(config: Config) {
  const house = await openDemo(config, systemClock)
  closeAfterwards(() => house.close())
  const { token } = await house.parts.db.transact((tx) => addToken(TEST, tx, { name: "newcomer", role: "admin" }))
  const ask = async (path: string, body?: object, language = "fr"): Promise<Json> => {
    const answer = await house.app.request(path, {
      method: body ? "POST" : "GET",
      headers: { authorization: `Bearer ${token}`, "accept-language": language, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    assert.ok(answer.status < 300, `${path}: ${answer.status} ${answer.ok ? "" : await answer.clone().text()}`)
    return answer.json()
  }
  return { house, ask }
}

/** What a newcomer sees first, by the link that the terminal prints. */
async function looksFine(house: House): Promise<void> {
  const page = await openPage({ baseURL: house.config.url.href })
  await page.goto(/\/sign-in\/[\w-]+/.exec(house.greeting.join("\n"))![0])
  await page.locator("button").click()
  await page.waitForURL(/\/demo/)
  await page.getByText("Nora Kerbrat").first().waitFor()
  await page.locator(".demo-story").nth(14).waitFor()
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme })
    assert.deepEqual(await amiss(page), [], colorScheme)
  }
  await page.context().close()
}

test("a newcomer opens the example company, plays a story, answers; nothing leaves; it is there again at the next start", async () => {
  const { config, relay } = await smallCompany()
  const { house, ask } = await enter(config)
  assert.match(house.greeting.join("\n"), /\/sign-in\/[\w-]+/)

  const { items: agents } = await ask("/api/agents?limit=100")
  const admins = agents.filter(({ role }: Json) => role === "admin").map(({ name }: Json) => name)
  assert.deepEqual([admins[0], agents.length], ["Nora Kerbrat", 40], "the link is hers")

  const { scenes } = await ask("/api/demo")
  const { scenes: english } = await ask("/api/demo", undefined, "en")
  const numbers = (told: Json[]) => told.flatMap(({ cases }) => cases.map(({ number }: Json) => number))
  for (const told of [scenes, english]) {
    assert.deepEqual(
      told.map(({ story }: Json) => story),
      Array.from({ length: 15 }, (_, n) => n + 1),
      "fifteen stories, in their order",
    )
    for (const { key, cases, title, look } of told)
      assert.ok(cases.length > 0 && title !== "" && !look.startsWith("demo."), `${key} has its case`)
  }
  assert.equal(new Set([...numbers(scenes), ...numbers(english)]).size, numbers([...scenes, ...english]).length, "each telling has its own")

  await until("the older years are there", async () => (await ask("/api/demo")).older === 0)
  const counts = await countViews(TEST, house.parts.db.read)
  const all = (["all", "resolved", "spam", "snoozed"] as const).reduce((sum, view) => sum + (counts.get(view) ?? 0), 0)
  assert.ok(all >= 240 + 15, `all of the past is there: ${all} cases`)

  const { items: alarms } = await ask("/api/alarms")
  assert.ok(
    alarms.filter(({ verdict, people }: Json) => verdict?.is === "right" && people > 10).length >= 2,
    "each shore's outage was called as it began, and judged",
  )
  const { items: views } = await ask("/api/saved-views")
  for (const named of ["Histoires", "Stories"]) {
    const told = await ask(`/api/cases?view=${views.find(({ name }: Json) => name === named).id}&limit=50`)
    assert.equal(told.items.length, 15, `${named}: a view of them, one case each`)
  }

  if (!lackingChromium) await looksFine(house)

  const bouquet = scenes[0].cases[0]
  const before = await ask(`/api/cases?view=all&limit=200`)
  const shown = before.items.find(({ number }: Json) => number === bouquet.number)
  const { contradictions } = await ask(`/api/cases/${shown.id}`)
  assert.equal(contradictions.length, 1, "the carrier's word and the customer's differ")
  const { number, scene } = await ask("/api/demo/scenes/bouquet/play", {})
  assert.equal(number, bouquet.number)
  assert.equal(scene.left, scenes[0].left - 1)
  const thread = await ask(`/api/conversations/${shown.conversationIds[0]}/messages?limit=100`)
  assert.match(thread.items.at(-1).newText, /journaliste/, "her mail has come in")

  const played = await ask("/api/demo/scenes/bouquet/play", {}, "en")
  assert.equal(played.number, english[0].cases[0].number)
  const own = before.items.find(({ number }: Json) => number === played.number)
  const words = await ask(`/api/conversations/${own.conversationIds[0]}/messages?limit=100`)
  assert.match(words.items.at(-1).newText, /journalist from the Western Tide/, "the English telling goes on by itself")

  const answer = await ask(`/api/conversations/${shown.conversationIds[0]}/replies`, { text: "Un nouveau bouquet part ce soir." })
  const sent = await until("the answer counts as sent", async () => {
    const message = await ask(`/api/messages/${answer.id}`)
    return message.state === "sent" ? message : null
  })
  assert.ok(sent)
  assert.equal(relay.connections, 0, "the operator's relay was never called")

  await house.close()
  const again = await enter(config)
  const { scenes: same, older } = await again.ask("/api/demo")
  assert.equal(older, 0)
  assert.equal(same[0].cases[0].number, bouquet.number)
  assert.equal(same[0].left, scene.left)
})

test("a demonstration and a real house never share a folder", async () => {
  const { config } = await smallCompany()
  await writeFile(join(config.home, "demo.json"), "{}")
  await assert.rejects(refuseMixing({ ...config, demo: false }), DemoRefused)
  const { config: real } = await smallCompany()
  await writeFile(join(real.home, "keys"), "")
  await assert.rejects(openDemo(real, systemClock), DemoRefused)
})

test("a folder that another version built is refused, and the terminal says what to do, in its language", async () => {
  const { config } = await smallCompany()
  await writeFile(join(config.home, "demo.json"), JSON.stringify({ edition: 1, whole: true }))
  const refusal = await openDemo({ ...config, databaseUrl: null }, systemClock).catch((error: unknown) => error)
  assert.match(startRefusal(refusal, "en") ?? "", new RegExp(`another version of Vigie.*rm -r ${config.home}\\) and start again`))
  assert.match(startRefusal(refusal, "fr") ?? "", /une autre version de Vigie.*supprimez le dossier/)
  const besides = await openDemo(config, systemClock).catch((error: unknown) => error)
  assert.match(startRefusal(besides, "en") ?? "", /empty the database that DATABASE_URL names/)
})
