import assert from "node:assert/strict"
import { before, test } from "node:test"
import { DAY, MINUTE } from "#platform"
import type { Json } from "../../../test/support/house.ts"
import { header, Shop } from "../../../test/support/shop.ts"

let shop: Shop
let admin: string

before(async () => {
  shop = await Shop.open()
  admin = await shop.inside.token("admin")
  const [{ inboxId }] = (await shop.ask("/api/satisfaction")).items
  const { status } = await shop.inside.api(`/api/satisfaction/${inboxId}`, { token: admin, method: "PUT", body: { choices: 5 } })
  assert.equal(status, 200)
})

const pass = (ms: number) => shop.until(new Date(shop.inside.clock.now().getTime() + ms))

/** A customer writes, is answered, and the case is resolved. */
async function settled(who: string): Promise<Json> {
  const mail = await shop.receive({ from: `${who} <${who}@post.example>`, to: shop.address, subject: "Mon bouquet", text: "Où est-il ?" })
  await shop.answer(mail.conversationId, "Il arrive demain.")
  await shop.aMinuteLater()
  await shop.ask(`/api/cases/${mail.caseId}/status`, { body: { category: "resolved" } })
  return mail
}

/** The link in the mail that asked somebody; the mail leaves a while after. */
async function asked(who: string): Promise<string> {
  await pass(11 * MINUTE)
  await shop.aMinuteLater()
  const { bytes } = await shop.mailTo(`${who}@post.example`, ({ bytes: each }) => textOf(each).includes("/s/"))
  return /\/s\/[\w-]+/.exec(textOf(bytes))![0]
}

function textOf(bytes: string): string {
  const plain = bytes.replaceAll("=\r\n", "").replaceAll("=3D", "=")
  const blocks = [...bytes.matchAll(/base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/g)].map(([, block = ""]) =>
    Buffer.from(block, "base64").toString(),
  )
  return [plain, ...blocks].join("\n")
}

const look = (path: string, init?: RequestInit) => shop.inside.house.app.request(path, init)
const send = (path: string, form: Record<string, string>) =>
  look(path, { method: "POST", body: new URLSearchParams(form), headers: { "content-type": "application/x-www-form-urlencoded" } })
const told = async (caseId: string): Promise<Json[]> =>
  (await shop.ask(`/api/cases/${caseId}/timeline`)).items.filter(({ kind }: Json) => kind === "satisfaction")

test("one question after the resolution, answered in the browser, shown in the case, found by its words, counted", async () => {
  const mail = await settled("camille")
  const link = await asked("camille")
  const { bytes } = await shop.mailTo("camille@post.example")
  assert.equal(header(bytes, "Auto-Submitted"), "auto-replied", "no machine answers it")
  assert.match(header(bytes, "Subject")!, /^Re: /, "an answer in the conversation")

  const page = await look(link)
  const html = await page.text()
  assert.equal(page.status, 200)
  assert.match(html, /Comment cela s’est-il passé/)
  assert.ok(!html.includes("<script"), "no script")
  assert.ok(html.length < 15_000)
  assert.equal(page.headers.get("x-robots-tag"), "noindex")
  for (let robot = 0; robot < 3; robot++) await look(link, { method: robot ? "HEAD" : "GET" })
  assert.equal((await told(mail.caseId)).length, 0, "looking at it answers nothing")

  const empty = await send(link, { words: "Trop long" })
  assert.equal(empty.status, 422)
  const again = await empty.text()
  assert.match(again, /Choisissez d’abord/)
  assert.match(again, /Trop long/, "what was typed stays")

  assert.equal((await send(link, { value: "4", words: "Le fleuriste fut charmant" })).status, 303)
  const [line] = await told(mail.caseId)
  assert.deepEqual([line.satisfaction.value, line.satisfaction.words], [4, "Le fleuriste fut charmant"])
  const found = await shop.ask("/api/search?q=charmant")
  assert.equal(found.items[0]?.caseId, mail.caseId)
  await shop.inside.house.settle()
  const { satisfaction } = await shop.ask("/api/figures?period=7d")
  assert.deepEqual(satisfaction.now, { n: 1, of: 1, share: null })
  assert.deepEqual(satisfaction.asked.now, 1)
})

test("an answer is changed within a week, and then stays", async () => {
  const mail = await settled("amadou")
  const link = await asked("amadou")
  await send(link, { value: "5", words: "" })
  await pass(6 * DAY)
  await send(link, { value: "2", words: "Fané le lendemain" })
  assert.equal((await told(mail.caseId))[0].satisfaction.value, 2)
  await pass(2 * DAY)
  assert.equal((await send(link, { value: "5", words: "" })).status, 404)
  assert.equal((await told(mail.caseId))[0].satisfaction.value, 2)
  assert.match(await (await look(link)).text(), /Pas très bien/, "it can still be read")
})

test("somebody who isn't content opens the case again, once, and waits for a human", async () => {
  const mail = await settled("brune")
  const link = await asked("brune")
  assert.equal((await send(`${link}/open-again`, {})).status, 303)
  assert.equal((await shop.ask(`/api/cases/${mail.caseId}`)).status.category, "resolved", "not before they said so")
  await send(link, { value: "1", words: "Toujours rien reçu" })
  assert.match(await (await look(link)).text(), /rouvrir ma demande/)
  await send(`${link}/open-again`, {})
  const view = await shop.ask(`/api/cases/${mail.caseId}`)
  assert.equal(view.status.category, "open")
  assert.equal(view.waitingSince, shop.inside.clock.now().toISOString())
  await shop.ask(`/api/cases/${mail.caseId}/status`, { body: { category: "resolved" } })
  await send(`${link}/open-again`, {})
  assert.equal((await shop.ask(`/api/cases/${mail.caseId}`)).status.category, "resolved", "the link opened it once")
})

test("a forged, foreign or old link opens nothing", async () => {
  await settled("dov")
  const link = await asked("dov")
  const token = link.slice(3)
  for (const wrong of [token.slice(0, -1), `${token.slice(0, -2)}AA`, `B${token.slice(1)}`, "x".repeat(38), "..%2f"])
    assert.equal((await look(`/s/${wrong}`)).status, 404, wrong)
  await pass(61 * DAY)
  assert.equal((await look(link)).status, 404)
  assert.equal((await send(link, { value: "5" })).status, 404)
})

test("nobody is asked twice in thirty days, nor about what is open again, nor where it is switched off", async () => {
  await settled("eloise")
  await asked("eloise")
  const mails = () => shop.relay.mails.filter(({ to, bytes }) => to.includes("eloise@post.example") && textOf(bytes).includes("/s/")).length
  await pass(5 * DAY)
  await settled("eloise")
  await pass(DAY)
  assert.equal(mails(), 1)

  const opened = await settled("farid")
  await pass(MINUTE)
  await shop.ask(`/api/cases/${opened.caseId}/status`, { body: { category: "open" } })
  await pass(20 * MINUTE)
  assert.ok(!shop.relay.mails.some(({ to, bytes }) => to.includes("farid@post.example") && textOf(bytes).includes("/s/")))

  const [{ inboxId }] = (await shop.ask("/api/satisfaction")).items
  await shop.ask(`/api/satisfaction/${inboxId}`, { token: admin, method: "PUT", body: { choices: null } })
  await settled("gaelle")
  await pass(20 * MINUTE)
  assert.ok(!shop.relay.mails.some(({ to, bytes }) => to.includes("gaelle@post.example") && textOf(bytes).includes("/s/")))
})
