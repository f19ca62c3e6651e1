import assert from "node:assert/strict"
import { test } from "node:test"
import { sql } from "kysely"
import { changeCompany, systemActor } from "#people"
import { DAY, HOUR, MINUTE } from "#platform"
import { camille, flowerShop, type FlowerShop } from "../../../test/support/flower-shop.ts"
import type { Json } from "../../../test/support/house.ts"
import { catchUp } from "../jobs.ts"
import { PROMISE_DUE } from "../job-names.ts"

/** Sunday evening in Paris. */
const SUNDAY = "2026-11-01T20:00:00Z"
const MONDAY_ONE = "2026-11-02T12:00:00.000Z"

async function promised(shop: FlowerShop) {
  const { conversationId } = await shop.write(camille, "Quand vient mon bouquet ?")
  const { id: caseId } = await shop.caseOf(conversationId)
  const { status, body } = await shop.ask(`/api/cases/${caseId}/promises`, {
    body: { text: "Le bouquet sera là", dueAt: "2026-11-02T13:00:00+01:00" },
  })
  assert.equal(status, 201, JSON.stringify(body))
  const open = async () => (await shop.ask(`/api/cases/${caseId}`)).body.openPromises
  const clockRings = () => shop.jobs.kinds[0].run({ promiseId: body.id })
  const told = async () =>
    (await shop.ask(`/api/cases/${caseId}/timeline`)).body.items.flatMap((item: { kind: string; promise?: { what: string } }) =>
      item.kind === "promise" ? [item.promise!.what] : [],
    )
  return { conversationId, caseId, promiseId: body.id as string, open, clockRings, told }
}

test("a promise is broken by the clock at its moment, however late the clock rings, and once", async () => {
  const shop = await flowerShop(SUNDAY)
  const { promiseId, open, clockRings, told } = await promised(shop)
  assert.deepEqual(
    shop.later.put_.map(({ name, at }) => [name, at?.toISOString()]),
    [[PROMISE_DUE, MONDAY_ONE]],
  )
  await clockRings()
  assert.equal((await open()).length, 1, "rung too early, it does nothing")
  shop.clock.set("2026-11-02T15:30:00Z")
  await clockRings()
  await clockRings()
  await catchUp(shop.db)
  assert.equal((await open()).length, 0)
  assert.deepEqual(await told(), ["broken", "made"])
  const { body } = await shop.ask(`/api/promises/${promiseId}/withdraw`, { body: {} })
  assert.equal(body.key, "cases.promise.settled")
})

test("a lost job is made up for by the clock of every minute", async () => {
  const shop = await flowerShop(SUNDAY)
  const { told } = await promised(shop)
  shop.clock.set(MONDAY_ONE)
  await catchUp(shop.db)
  assert.deepEqual(await told(), ["broken", "made"])
})

test("kept in time, it stays kept; the clock rings for nothing", async () => {
  const shop = await flowerShop(SUNDAY)
  const { promiseId, clockRings, told } = await promised(shop)
  shop.clock.set("2026-11-02T11:50:00Z")
  assert.equal((await shop.ask(`/api/promises/${promiseId}/keep`, { body: {} })).body.keptAt, "2026-11-02T11:50:00.000Z")
  shop.clock.set(MONDAY_ONE)
  await clockRings()
  assert.deepEqual(await told(), ["kept", "made"])
})

test("too late to keep; but kept in time and only now said, it is kept", async () => {
  const shop = await flowerShop(SUNDAY)
  const { promiseId, clockRings, told } = await promised(shop)
  shop.clock.set("2026-11-02T14:00:00Z")
  await clockRings()
  assert.equal((await shop.ask(`/api/promises/${promiseId}/keep`, { body: {} })).body.key, "cases.promise.late")
  assert.equal(
    (await shop.ask(`/api/promises/${promiseId}/keep`, { body: { at: "2026-11-01T10:00:00Z" } })).body.key,
    "cases.promise.keptWhen",
  )
  const { body } = await shop.ask(`/api/promises/${promiseId}/keep`, { body: { at: "2026-11-02T11:55:00Z" } })
  assert.deepEqual([body.keptAt, body.brokenAt], ["2026-11-02T11:55:00.000Z", null])
  assert.deepEqual(await told(), ["kept", "made"])
})

test("a promise needs a moment that lies ahead, and somebody who may write", async () => {
  const shop = await flowerShop(SUNDAY)
  const { caseId, promiseId } = await promised(shop)
  const past = await shop.ask(`/api/cases/${caseId}/promises`, { body: { text: "Hier", dueAt: "2026-10-31T12:00:00Z" } })
  assert.deepEqual([past.status, past.body.fields[0].key], [422, "cases.promise.past"])
  const observer = await shop.agent("Amadou Diallo", "amadou@fleurs.example", "observer")
  assert.equal((await shop.ask(`/api/promises/${promiseId}/keep`, { body: {}, as: observer })).status, 403)
  const elsewhere = await shop.agent("Lina Haddad", "lina@fleurs.example", "agent", [])
  assert.equal((await shop.ask(`/api/promises/${promiseId}/keep`, { body: {}, as: { ...elsewhere, inboxes: [] } })).status, 404)
})

test("a date in an answer is proposed, as it reads when it leaves; accepted it is a promise made in that message", async () => {
  const shop = await flowerShop(SUNDAY)
  const { conversationId } = await shop.write(camille, "Quand vient mon bouquet ?")
  const { id } = await shop.caseOf(conversationId)
  const messageId = await shop.answer(
    conversationId,
    "Bonjour Madame,\n\nVotre commande du 30 octobre est prête. Votre bouquet sera livré lundi avant 13 h.\n\nInes",
  )
  const suggestions = (await shop.ask(`/api/cases/${id}/suggestions`)).body.items
  assert.deepEqual(
    suggestions.map(({ words, dueAt, messageId: from }: Record<string, string>) => [words, dueAt, from]),
    [["Votre bouquet sera livré lundi avant 13 h.", MONDAY_ONE, messageId]],
  )
  const made = await shop.ask(`/api/suggestions/${suggestions[0].id}/accept`, { body: {} })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  assert.deepEqual(
    (await shop.ask(`/api/cases/${id}`)).body.openPromises.map(({ dueAt }: { dueAt: string }) => dueAt),
    [MONDAY_ONE],
  )
  assert.equal((await shop.ask(`/api/suggestions/${suggestions[0].id}/refuse`, { body: {} })).body.key, "cases.suggestion.decided")
  const recall = () => shop.ask(`/api/suggestions/${suggestions[0].id}/recall`, { body: {} })
  assert.equal((await recall()).body.key, "cases.suggestion.decided", "while its promise stands")
  await shop.ask(`/api/promises/${made.body.id}/withdraw`, { body: {} })
  assert.equal((await recall()).status, 204)
  assert.equal((await shop.ask(`/api/cases/${id}/suggestions`)).body.items.length, 1, "taken back, it is proposed again")
})

test("without a calendar, hours are by the clocks of the company, once it has said which", async () => {
  const shop = await flowerShop(SUNDAY)
  await shop.db.transact((tx) => changeCompany(systemActor("test"), tx, { timeZone: "America/Montreal" }))
  const { conversationId } = await shop.write(camille, "Quand vient mon bouquet ?")
  const { id } = await shop.caseOf(conversationId)
  await shop.queue(conversationId, "Votre bouquet sera livré mardi à 10 h.")
  const [promised] = (await shop.ask(`/api/cases/${id}/suggestions`)).body.items
  assert.equal(promised.dueAt, "2026-11-03T15:00:00.000Z")
})

test("refused, it is gone; and an answer taken back takes what was promised in it", async () => {
  const shop = await flowerShop(SUNDAY)
  const { conversationId } = await shop.write(camille, "Quand vient mon bouquet ?")
  const { id } = await shop.caseOf(conversationId)
  const message = await shop.queue(conversationId, "Vous serez livrée lundi à 13 h, et je vous rappelle mardi à 10 h.")
  const [first, second] = (await shop.ask(`/api/cases/${id}/suggestions`)).body.items
  assert.equal((await shop.ask(`/api/suggestions/${second.id}/refuse`, { body: {} })).status, 204)
  await shop.ask(`/api/suggestions/${first.id}/accept`, { body: {} })
  await shop.ask(`/api/messages/${message}/undo`, { body: {} })
  const { body } = await shop.ask(`/api/cases/${id}`)
  assert.deepEqual(body.openPromises, [])
  assert.deepEqual((await shop.ask(`/api/cases/${id}/suggestions`)).body.items, [])
})

test("an answer that leaves a day later is read again for what it promises from then on", async () => {
  const shop = await flowerShop(SUNDAY)
  const { conversationId } = await shop.write(camille, "Quand vient mon bouquet ?")
  const { id } = await shop.caseOf(conversationId)
  const due = async () => (await shop.ask(`/api/cases/${id}/suggestions`)).body.items.map(({ dueAt }: { dueAt: string }) => dueAt)
  await shop.queue(conversationId, "Réponse sous 48 h.")
  assert.deepEqual(await due(), ["2026-11-03T20:00:12.000Z"], "from when it would leave")
  shop.clock.advance(DAY)
  await shop.worker.runDue()
  assert.deepEqual(await due(), ["2026-11-04T20:00:00.000Z"])
})

test("snoozed, a case wakes at its moment as it was; one that waited for the customer wakes open", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "Quand vient mon bouquet ?")
  const { id, waiting_since } = await shop.caseOf(conversationId)
  const until = new Date(shop.clock.now().getTime() + DAY)
  const snooze = (at: Date) => shop.ask(`/api/cases/${id}/snooze`, { body: { until: at.toISOString() } })
  assert.equal((await snooze(new Date(shop.clock.now().getTime() - MINUTE))).status, 422)
  assert.equal((await snooze(until)).body.snoozedUntil, until.toISOString())
  assert.deepEqual((await shop.caseOf(conversationId)).waiting_since, waiting_since, "the customer waits all the same")
  const later = new Date(until.getTime() + DAY)
  await snooze(later)
  shop.clock.set(until)
  await shop.jobs.kinds[1].run({ caseId: id })
  assert.equal((await shop.caseOf(conversationId)).category, "snoozed", "the first clock rings for nothing: it was put off again")
  shop.clock.set(later)
  await shop.jobs.kinds[1].run({ caseId: id })
  await shop.jobs.kinds[1].run({ caseId: id })
  assert.equal((await shop.caseOf(conversationId)).category, "new")
  await shop.answer(conversationId, "Nous cherchons.")
  await snooze(new Date(shop.clock.now().getTime() + HOUR))
  shop.clock.advance(2 * HOUR)
  await catchUp(shop.db)
  assert.equal((await shop.caseOf(conversationId)).category, "open")
})

test("woken by mistake, a case sleeps again as it slept: neither its clocks nor what it was before have changed", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "Quand vient mon bouquet ?")
  const { id } = await shop.caseOf(conversationId)
  await shop.ask(`/api/cases/${id}/status`, { body: { category: "waiting" } })
  const pauses = async () => (await sql<Json>`select * from pauses where case_id = ${id}`.execute(shop.db.read.sql)).rows
  const sleep = async () => (await sql<Json>`select was_status, until from snoozes where case_id = ${id}`.execute(shop.db.read.sql)).rows[0]
  const silences = async () => (await sql<Json>`select * from silences where case_id = ${id}`.execute(shop.db.read.sql)).rows
  const until = new Date(shop.clock.now().getTime() + DAY).toISOString()
  await shop.ask(`/api/cases/${id}/snooze`, { body: { until } })
  const before = { pauses: await pauses(), silences: await silences() }
  const was = await sleep()
  assert.equal(before.pauses.length, 1)
  for (const act of ["reopen", "resolve", "spam", "snooze"]) {
    shop.clock.advance(MINUTE)
    const later = new Date(shop.clock.now().getTime() + 2 * DAY).toISOString()
    await shop.ask(`/api/cases/${id}/${act}`, { body: act === "snooze" ? { until: later } : {} })
    shop.clock.advance(MINUTE)
    const { status, body } = await shop.ask(`/api/cases/${id}/snooze`, { body: { until, again: true } })
    assert.equal(status, 200, JSON.stringify(body))
    assert.equal(body.snoozedUntil, until)
    assert.deepEqual({ pauses: await pauses(), silences: await silences() }, before, act)
    if (act === "reopen") assert.deepEqual(await sleep(), was)
  }
  await shop.ask(`/api/cases/${id}/reopen`, { body: {} })
  await shop.ask(`/api/cases/${id}/resolve`, { body: {} })
  const refused = await shop.ask(`/api/cases/${id}/snooze`, { body: { until, again: true } })
  assert.equal(refused.body.key, "cases.snooze.closed", "what somebody did since stays")
})
