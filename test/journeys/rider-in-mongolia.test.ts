// Longer than others because one story plays through it from its first post to its end, in one house.
import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import { addToken, issueSignInLink, type Role, systemActor } from "#people"
import { HOUR, MINUTE } from "#platform"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, sitDown } from "../support/desk.ts"
import type { Json } from "../support/house.ts"
import { Shop } from "../support/shop.ts"

/* A post that names the company and complains of nothing; an assistance case that is already open. Vigie proposes that they are one story, with its reasons; a person says so. */
const ESCALE = "escale@goeland.example"
let shop: Shop
let press: string
let watch: Json
let number: number

before(async () => {
  shop = await Shop.open({ address: ESCALE, language: "en", start: "2026-11-02T21:10:00Z" })
  const inbox = await shop.inside.inbox("presse@goeland.example")
  press = await shop.inside.db.transact(
    async (tx) => (await addToken(systemActor("test"), tx, { name: "Press desk", role: "agent", inboxes: [inbox] })).token,
  )
  watch = await shop.ask("/api/watches", { body: { name: "Goéland", query: "goeland* OR #goeland" } })
  const mail = await shop.receive({
    from: "Sally Marsh <sally.marsh@post.example>",
    to: ESCALE,
    subject: "URGENT - my brother, accident in Mongolia",
    text: "My brother Theo Marsh (Goéland member) has come off his motorbike near Tsetserleg. Leg, maybe pelvis. He is in a district clinic, no scan there.",
  })
  number = (await shop.ask(`/api/cases/${mail.caseId}`)).number
  shop.inside.clock.advance(3 * HOUR)
  await shop.ask(`/api/conversations/${mail.conversationId}/notes`, {
    body: { text: "Clinic: closed fracture, stable. Helicopter over the steppe to Ulaanbaatar at first light, scan there." },
  })
})

const POST = {
  key: "p1",
  url: "https://mountains.example/theo/1",
  text: "Mountain: 1. Theo: 0. Flown out over the steppe by helicopter like a parcel, scanned like luggage. @goeland knows where to send the bill.",
  author: { handle: "theo_on_two_wheels", followers: 41_200 },
  media: [{ url: "https://mountains.example/theo/1.jpg", alt: "A valley, a stretcher, a helicopter" }],
}
const say = async (mention: object, more: object = {}): Promise<string> => {
  const told = await shop.ask("/api/mentions", {
    body: { source: "Mountains", mentions: [{ publishedAt: shop.inside.clock.now(), ...mention }], ...more },
  })
  await shop.inside.house.settle()
  return told.items[0]?.id
}
const tiesOf = async (mention: string, token?: string): Promise<Json[]> =>
  (await shop.ask(`/api/mentions/${mention}/ties`, token ? { token } : {})).items
const publicOf = async (): Promise<Json[]> =>
  (await shop.ask(`/api/cases/${number}/timeline`)).items.filter(({ kind }: Json) => kind === "public").map(({ mention }: Json) => mention)

let post: string
let tie: Json

test("the post and the case are proposed as one, with what it rests on, and to nobody who may not see the case", async () => {
  shop.inside.clock.advance(20 * MINUTE)
  post = await say(POST)
  assert.ok((await shop.ask(`/api/mentions/${post}`)).watches.some(({ id }: Json) => id === watch.id))
  const [found, ...others] = await tiesOf(post)
  assert.ok(found && others.length === 0, "one case")
  tie = found
  assert.deepEqual([tie.state, tie.case.number, tie.byHand], ["proposed", number, false])
  const kinds = tie.pieces.map(({ kind }: Json) => kind)
  for (const kind of ["words", "time", "name"]) assert.ok(kinds.includes(kind), `${kind} in ${JSON.stringify(tie.pieces)}`)
  assert.equal(tie.pieces.find(({ kind }: Json) => kind === "name").own, "Theo Marsh")
  assert.ok(tie.score >= 0 && tie.pieces.every(({ weight }: Json) => weight < 6), "no piece of these is enough by itself")
  assert.deepEqual(await publicOf(), [], "nothing is claimed before a person says so")
  assert.deepEqual(await tiesOf(post, press), [])
  assert.equal((await shop.inside.api(`/api/ties/${tie.id}/confirm`, { token: press, body: {} })).status, 404)
})

test("a person confirms: private case and public words run side by side, edited and deleted as they are outside", async () => {
  const confirmed = await shop.ask(`/api/ties/${tie.id}/confirm`, { body: {} })
  assert.deepEqual([confirmed.state, confirmed.canUndo], ["confirmed", true])
  assert.deepEqual(
    (await publicOf()).map(({ text, url, author, source }) => [text, url, author.handle, source]),
    [[POST.text, POST.url, "theo_on_two_wheels", "Mountains"]],
  )
  const marks = async () => (await shop.ask(`/api/cases/${number}`)).inPublic
  assert.equal(await marks(), true)
  assert.equal((await shop.ask(`/api/ties/${tie.id}/undo`, { body: {} })).state, "proposed")
  assert.deepEqual(await publicOf(), [])
  assert.equal(await marks(), false)
  await shop.ask(`/api/ties/${tie.id}/confirm`, { body: {} })
  shop.inside.clock.advance(HOUR)
  await say({ ...POST, text: `${POST.text} Leg is fine.`, publishedAt: null })
  const [words] = await publicOf()
  assert.deepEqual([words.text, words.versions[0].text], [`${POST.text} Leg is fine.`, POST.text])
})

test("whether to speak is a decision of people who see both, with its reason, and at two in the morning somebody is reminded", async () => {
  const jonas = await colleague("Jonas Weil")
  const at = new Date("2026-11-04T02:00:00Z")
  const decided = await jonas.ask(`/api/mentions/${post}/decisions`, {
    caseId: String(number),
    way: "watch",
    aim: "Not to expose him",
    tone: "Warm",
    reason: "He is in surgery. No medical word in public.",
    lookAgainAt: at,
  })
  assert.deepEqual([decided.way, decided.lookAgainAt], ["watch", at.toISOString()])
  assert.deepEqual(
    (await shop.ask(`/api/mentions/${post}/decisions`, { token: press })).items,
    [],
    "decided with the case in sight: for those who see it",
  )
  assert.equal((await shop.ask(`/api/cases/${number}/mention-decisions`)).items[0].reason, decided.reason)
  await shop.until("2026-11-04T01:59:00Z")
  assert.equal(await toldOf(jonas.id), 0)
  await shop.until("2026-11-04T02:00:00Z")
  await shop.inside.house.settle()
  assert.equal(await toldOf(jonas.id), 1)
  await shop.inside.house.settle()
  assert.equal(await toldOf(jonas.id), 1, "once")
  const later = await shop.ask(`/api/mentions/${post}/decisions`, {
    body: { way: "public", tone: "Warm", reason: "Out of surgery, and he asked for it." },
  })
  assert.deepEqual(
    (await shop.ask(`/api/mentions/${post}/decisions`)).items.map(({ way }: Json) => way),
    [later.way, "watch"],
  )
})

async function toldOf(agent: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from notifications where agent_id = ${agent} and kind = 'look-again' and mention_id = ${post}`.execute(
    shop.inside.db.read.sql,
  )
  return found.rows[0]!.n
}

test("what a program decided, or somebody who has left, whoever has the case is reminded of, or else the leads", async () => {
  const [ada, lena] = [await colleague("Ada Novak"), await colleague("Lena Falk", "lead")]
  const marc = await colleague("Marc Roy")
  let leaves: () => Promise<unknown> = async () => {}
  const reminded = async (ask = (path: string, body: object) => shop.ask(path, { body })): Promise<number[]> => {
    const lookAgainAt = new Date(shop.inside.clock.now().getTime() + HOUR)
    await ask(`/api/mentions/${post}/decisions`, { way: "watch", tone: "", reason: "Not yet.", lookAgainAt })
    await leaves()
    shop.inside.clock.advance(HOUR)
    await shop.inside.house.settle()
    return Promise.all([ada, lena, marc].map(({ id }) => toldOf(id)))
  }
  assert.deepEqual(await reminded(), [0, 1, 0], "nobody has the case")
  const give = (ownerId: string | null) => shop.ask(`/api/cases/${number}`, { method: "PATCH", body: { ownerId } })
  await give(ada.id)
  assert.deepEqual(await reminded(), [1, 1, 0], "Ada has it")
  const admin = await shop.inside.token("admin")
  leaves = () => shop.ask(`/api/agents/${marc.id}/disable`, { token: admin, body: {} })
  assert.deepEqual(await reminded(marc.ask), [2, 1, 0], "Marc has left since")
  leaves = () => shop.ask(`/api/agents/${ada.id}/disable`, { token: admin, body: {} })
  assert.deepEqual(await reminded(), [2, 2, 0], "and Ada, too")
  await give(null)
})

test("on the case’s page, in French, the private case and the public words stand side by side", { skip: lackingChromium }, async () => {
  const { house, api, clock } = shop.inside
  const desk = { api, token: await shop.inside.token("admin"), url: `http://127.0.0.1:${house.ports.http}`, smtpPort: house.ports.smtp }
  const page = await sitDown(desk, { name: "Inès Fabre", role: "lead", language: "fr" })
  await page.clock.install({ time: clock.now() })
  await page.goto(`/cases/${number}`)
  const words = page.getByRole("article", { name: "Dit en public par theo_on_two_wheels" })
  await words.getByText("Flown out over the steppe by helicopter like a parcel").first().waitFor()
  await words.getByText("Modifié : ce qu’il disait avant").waitFor()
  const tops = ["has come off his motorbike", "closed fracture, stable", "Flown out over the steppe"].map(async (text) => {
    const box = await page.locator(".thread").getByText(text).first().boundingBox()
    return box?.y ?? assert.fail(`not in sight: ${text}`)
  })
  const seen = await Promise.all(tops)
  assert.deepEqual(
    seen,
    seen.toSorted((a, b) => a - b),
    "as they were said, one under the other",
  )
  assert.deepEqual(await amiss(page), [])
  assert.deepEqual(page.complaints, [])
})

/** Somebody at the desk, signed in. */
async function colleague(name: string, role: Role = "agent") {
  const { db, house } = shop.inside
  const id = await shop.inside.agent(`${name.toLowerCase().replace(" ", ".")}@goeland.example`, name, role)
  const link = await db.transact((tx) => issueSignInLink(tx, id))
  const asked = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" }
  const cookie = (await house.app.request(`/api/sign-in/link/${link}`, asked)).headers.get("set-cookie")!.split(";")[0]!
  const ask = async (path: string, body: object): Promise<Json> => {
    const answer = await shop.inside.api(path, { headers: { cookie }, body })
    assert.ok(answer.status < 300, JSON.stringify(answer.body))
    return answer.body
  }
  return { id, ask }
}

test("a text to be said in public is read for what only the case knows", async () => {
  const found = async (text: string) =>
    (await shop.ask(`/api/cases/${number}/public-text`, { body: { text } })).items.map(({ kind }: Json) => kind)
  assert.deepEqual(await found("Dear Sally, he has come off his motorbike near Tsetserleg, call sally.marsh@post.example"), [
    "name",
    "quote",
    "address",
  ])
  assert.deepEqual(await found("Mountain: 1. Theo: 0. Get well, Theo; no bill for you."), [], "what he said himself may be said")
})

test("what a person refuses isn't proposed again for the same evidence, and is for more", async () => {
  const stranger = await say({
    key: "p2",
    text: "Helicopter over the steppe, a clinic with no scan, and Goéland on the phone all night. Poor Theo.",
    author: { name: "Theo M.", handle: "tm" },
  })
  const [proposed] = await tiesOf(stranger)
  assert.equal(proposed?.state, "proposed", JSON.stringify(proposed))
  assert.equal((await shop.ask(`/api/ties/${proposed!.id}/refuse`, { body: {} })).state, "refused")
  await shop.receive({ from: "Sally Marsh <sally.marsh@post.example>", to: ESCALE, subject: `Re: [#${number}]`, text: "Any news?" })
  await shop.inside.house.settle()
  assert.equal((await tiesOf(stranger))[0]!.state, "refused")
  const contact = (await shop.ask(`/api/cases/${number}`)).contactId
  await shop.ask(`/api/contacts/${contact}/identities`, { body: { kind: "handle", network: "Mountains", value: "tm" } })
  await shop.inside.house.settle()
  const again = (await tiesOf(stranger))[0]!
  assert.equal(again.state, "proposed", "the customer gave this very handle")
  assert.equal(again.pieces[0].kind, "handle")
})

test("what was refused stays refused, whatever came and went meanwhile, and whichever refusal is taken back", async () => {
  const stranger = (await shop.ask("/api/mentions?limit=10")).items.find(({ text }: Json) => text.startsWith("Helicopter over")).id
  const contact = (await shop.ask(`/api/cases/${number}`)).contactId
  const handle = async () => (await shop.ask(`/api/contacts/${contact}`)).identities.find(({ value }: Json) => value === "tm")?.id
  const takeAway = async () => {
    await shop.ask(`/api/contacts/${contact}/identities/${await handle()}`, { method: "DELETE" })
    await shop.inside.house.settle()
  }
  const ofCase = async () => (await tiesOf(stranger)).filter((one) => one.case?.number === number)
  const states = async () => (await ofCase()).map(({ state }) => state)
  assert.deepEqual(await states(), ["proposed"])
  await takeAway()
  assert.deepEqual(await states(), [], "nothing speaks for it any more that wasn’t refused")
  await shop.ask(`/api/contacts/${contact}/identities`, { body: { kind: "handle", network: "Mountains", value: "tm" } })
  await shop.inside.house.settle()
  const [again] = await ofCase()
  assert.equal(again?.state, "proposed")
  await shop.ask(`/api/ties/${again!.id}/refuse`, { body: {} })
  assert.equal((await shop.ask(`/api/ties/${again!.id}/undo`, { body: {} })).state, "proposed")
  await takeAway()
  assert.deepEqual(await states(), [], "the first refusal holds still")
})

test("deleted where it was said: its words are gone from the case and from the evidence, and that it was there stays known", async () => {
  await say(POST, { mentions: [], gone: ["p1"] })
  const [words] = await publicOf()
  assert.deepEqual([words.text, words.author, words.versions], ["", null, []])
  assert.equal(words.goneAt, shop.inside.clock.now().toISOString())
  const [kept] = await tiesOf(post)
  assert.ok(kept!.pieces.every(({ open }: Json) => open === ""))
})

test("a new watch looks at what was said lately, too", async () => {
  const early = await say({
    key: "p4",
    text: "Moto tombée près de Tsetserleg, GE-77120 dans la poche. Quelqu’un connaît cette assistance ?",
    author: { name: "Nomade" },
  })
  assert.deepEqual(await tiesOf(early), [], "nobody listens for it")
  const mail = { from: "Sally Marsh <sally.marsh@post.example>", to: ESCALE, subject: `Re: [#${number}]`, text: "His number is GE-77120." }
  await shop.receive(mail)
  await shop.ask("/api/watches", { body: { name: "Tsetserleg", query: "tsetserleg" } })
  await shop.inside.house.settle()
  const [found] = await tiesOf(early)
  assert.deepEqual([found?.state, found?.pieces[0].kind], ["proposed", "reference"])
})

test("somebody who knows better ties by hand, and takes it back", async () => {
  const other = await say({ key: "p3", text: "Merci Goéland.", author: { name: "Paul" } })
  assert.deepEqual(await tiesOf(other), [])
  const made = await shop.ask(`/api/mentions/${other}/ties`, { body: { caseId: String(number) } })
  assert.deepEqual([made.state, made.byHand], ["confirmed", true])
  assert.equal((await publicOf()).length, 2)
  await shop.ask(`/api/ties/${made.id}/undo`, { body: {} })
  assert.deepEqual(await tiesOf(other), [])
})
