import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Json } from "../support/house.ts"
import { Shop } from "../support/shop.ts"

/* Where and when a customer wants to be reached is said once; the queue obeys, visibly, and drops nothing. */
const CAMILLE = "Camille Rousseau <camille@rousseau.example>"
const NINE_TO_SIX = { channels: ["mail"], hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }], timeZone: "Europe/Paris" }
let shop: Shop

before(async () => {
  shop = await Shop.open()
})

/** Somebody who has written, and said when they wish to be reached. */
async function customer(name: string, wishes: object): Promise<{ address: string; conversationId: string; contactId: string }> {
  const address = `${name}@rousseau.example`
  const { conversationId, from } = await shop.receive({ from: address, to: shop.address, subject: `Question de ${name}`, text: "Bonjour" })
  await shop.ask(`/api/contacts/${from.contactId}/wishes`, { method: "PUT", body: wishes })
  return { address, conversationId, contactId: from.contactId }
}

const read = (id: string): Promise<Json> => shop.ask(`/api/messages/${id}`)
const mailsTo = (address: string): number => shop.relay.mails.filter(({ to }) => to.includes(address)).length

test("an answer written at 22:00 leaves at 09:00 of the customer's, and says so all the while", async () => {
  await shop.until("2026-11-02T08:30:00Z")
  const camille = await customer("camille", NINE_TO_SIX)
  await shop.until("2026-11-02T21:00:00Z")
  const foreseen = await shop.ask(`/api/conversations/${camille.conversationId}/recipients`)
  assert.deepEqual(
    [foreseen.sendsAt, foreseen.why, foreseen.timeZone],
    ["2026-11-03T08:00:00.000Z", "hours", "Europe/Paris"],
    "known before it is written",
  )
  const brother = await customer("ahmed", {
    channels: [],
    hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: "06:00", to: "07:00" }],
    timeZone: "Europe/Paris",
  })
  await shop.ask(`/api/contacts/${brother.contactId}`, { method: "PATCH", body: { name: "Ahmed Rousseau" } })
  const instead = await shop.ask(`/api/conversations/${camille.conversationId}/recipients?to=${brother.address}`)
  assert.deepEqual([instead.sendsAt, instead.whose], ["2026-11-03T05:00:00.000Z", "Ahmed Rousseau"], "by whom was chosen instead")
  assert.equal(instead.to[0].address, camille.address)
  const stranger = await shop.ask(`/api/conversations/${camille.conversationId}/recipients?to=nobody@post.example`)
  assert.deepEqual([stranger.why, stranger.whose], ["undo", ""])
  const answer = await shop.answer(camille.conversationId, "Votre bouquet part demain.")
  assert.deepEqual([answer.state, answer.dueAt, answer.whyLater], ["ready", "2026-11-03T08:00:00.000Z", "hours"])
  await shop.until("2026-11-03T07:59:00Z")
  assert.equal(mailsTo(camille.address), 0)
  const { items } = await shop.ask("/api/outbox?state=ready")
  assert.ok(
    items.some(({ id }: Json) => id === answer.id),
    "it is seen where it waits",
  )
  await shop.until("2026-11-03T08:00:00Z")
  assert.equal(mailsTo(camille.address), 1)
  const sent = await read(answer.id)
  assert.deepEqual([sent.state, sent.sentAt], ["sent", "2026-11-03T08:00:00.000Z"])
})

test("the same wishes count for whatever the customer writes next, without being said again", async () => {
  await shop.until("2026-11-07T11:00:00Z") // Saturday
  const again = await shop.receive({ from: CAMILLE, to: shop.address, subject: "Autre chose", text: "Et dimanche ?" })
  const answer = await shop.answer(again.conversationId, "Nous sommes fermés.")
  assert.deepEqual([answer.dueAt, answer.whyLater], ["2026-11-09T08:00:00.000Z", "hours"], "Monday")
})

test("their hours are those of their own wall: Tokyo, Martinique, and no zone named", async () => {
  await shop.until("2026-11-10T12:00:00Z")
  const zones = { "Asia/Tokyo": "2026-11-11T00:00:00.000Z", "America/Martinique": "2026-11-10T13:00:00.000Z" }
  for (const [timeZone, due] of Object.entries(zones)) {
    const { conversationId } = await customer(timeZone.split("/")[1]!.toLowerCase(), { ...NINE_TO_SIX, timeZone })
    assert.equal((await shop.answer(conversationId, "Bonjour")).dueAt, due, timeZone)
  }
  const { conversationId } = await customer("nulle-part", {
    ...NINE_TO_SIX,
    hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "24:00" }],
    timeZone: null,
  })
  assert.equal((await shop.answer(conversationId, "Bonjour")).whyLater, "undo", "any hour is this hour")
})

test("in the night in which the clocks go forward, 02:30 doesn't exist and nothing is lost", async () => {
  const wishes = { channels: ["mail"], hours: [{ days: [7], from: "02:30", to: "03:30" }], timeZone: "Europe/Paris" }
  await shop.until("2027-03-27T20:00:00Z")
  const ines = await customer("ines", wishes)
  const answer = await shop.answer(ines.conversationId, "Cette nuit.")
  assert.equal(answer.dueAt, "2027-03-28T01:00:00.000Z", "the clock springs from 02:00 to 03:00, which lies within her hour")
  await shop.until("2027-03-28T00:59:00Z")
  assert.equal(mailsTo(ines.address), 0)
  await shop.until("2027-03-28T01:00:00Z")
  assert.equal(mailsTo(ines.address), 1)
})

test("in the night in which they go back, 02:30 comes twice and the answer leaves once", async () => {
  const wishes = { channels: ["mail"], hours: [{ days: [7], from: "02:30", to: "02:45" }], timeZone: "Europe/Paris" }
  await shop.until("2027-10-30T20:00:00Z")
  const amadou = await customer("amadou", wishes)
  const answer = await shop.answer(amadou.conversationId, "Cette nuit.")
  assert.equal(answer.dueAt, "2027-10-31T00:30:00.000Z")
  for (const moment of ["2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z", "2027-10-31T12:00:00Z"]) {
    await shop.until(moment)
    assert.equal(mailsTo(amadou.address), 1, moment)
  }
})

test("“send now regardless” is possible, and stays written", async () => {
  await shop.until("2027-11-02T22:00:00Z")
  const nora = await customer("nora", NINE_TO_SIX)
  const answer = await shop.answer(nora.conversationId, "C'est urgent : ne venez pas demain.", { regardlessOfHours: true })
  assert.equal(answer.whyLater, "undo")
  await shop.aMinuteLater()
  assert.equal(mailsTo(nora.address), 1)
  const waiting = await shop.answer(nora.conversationId, "Et bonne soirée.")
  assert.equal(waiting.whyLater, "hours")
  await shop.ask(`/api/messages/${waiting.id}/send-now`, { method: "POST" })
  await shop.inside.house.settle()
  assert.equal(mailsTo(nora.address), 2)
  const admin = await shop.inside.token("admin")
  const facts = async (about: string) => (await shop.ask(`/api/audit?about=${about}&limit=200`, { token: admin })).items
  const queued = (await facts(answer.id)).find(({ kind }: Json) => kind === "message.queued")
  assert.equal(queued?.data.regardless, true, `whoever didn't wait for her hours is on record: ${JSON.stringify(queued?.data)}`)
  const hurried = (await facts(waiting.id)).find(({ kind, actor }: Json) => kind === "message.ready" && actor.startsWith("token:"))
  assert.equal(hurried?.data.regardless, true, `so is who hurried one that waited: ${JSON.stringify(hurried)}`)
})

test("nothing that waited was dropped: what a leap of the clock took out of its hours leaves at the next of them", async () => {
  await shop.until("2027-12-01T12:00:00Z")
  const waiting = async (): Promise<Json[]> => (await shop.ask("/api/outbox")).items
  for (let left = await waiting(), leaps = 0; left.length > 0; left = await waiting(), leaps++) {
    assert.ok(leaps < 4, `still waiting: ${JSON.stringify(left.map(({ state, whyLater, dueAt }) => [state, whyLater, dueAt]))}`)
    await shop.until(left.map(({ dueAt }) => dueAt as string).sort()[0]!)
  }
  const conversations = new Set(shop.relay.mails.map(({ to }) => to[0]))
  assert.equal(conversations.size, 7, [...conversations].join(" "))
})

test("wishes that can't be obeyed are refused with what would be right", async () => {
  const { items } = await shop.ask("/api/contacts?q=nora")
  const put = (body: object) =>
    shop.inside.api(`/api/contacts/${items[0].id}/wishes`, { method: "PUT", token: shop.token, body, headers: { "accept-language": "fr" } })
  for (const hours of [
    [{ days: [8], from: "09:00", to: "18:00" }],
    [{ days: [1], from: "9h", to: "18:00" }],
    [{ days: [1], from: "09:00", to: "09:00" }],
  ]) {
    const { status, body } = await put({ ...NINE_TO_SIX, hours })
    assert.equal(status, 422)
    assert.match(body.fields[0].detail, /\p{L}{3}/u)
  }
  assert.equal((await put({ ...NINE_TO_SIX, timeZone: "Europe/Paname" })).status, 422)
})
