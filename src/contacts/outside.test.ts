import assert from "node:assert/strict"
import { test } from "node:test"
import { nextAllowedMoment, wishesOf } from "#contacts"
import { factsAfter } from "#platform"
import { askContacts, somebody } from "../../test/support/contacts.ts"
import { testDatabase } from "../../test/support/database.ts"

const agent = somebody()

test("wishes are kept, obeyed, replaced by the next; impossible ones are refused beside each field", async () => {
  const { db } = await testDatabase()
  const ask = askContacts(db)
  const { id } = (await ask(agent, "POST", "/api/contacts", { name: "Camille Rousseau" })).body
  const evenings = {
    channels: ["letter", "mail"],
    hours: [
      { days: [1, 2, 3, 4, 5], from: "18:30", to: "21:00" },
      { days: [6], from: "10:00", to: "12:00" },
    ],
    timeZone: "Europe/Paris",
  }
  assert.deepEqual((await ask(agent, "PUT", `/api/contacts/${id}/wishes`, evenings)).body.wishes, evenings)
  assert.equal(nextAllowedMoment(await wishesOf(db.read, id), db.read.now, "UTC").toISOString(), "2026-11-02T17:30:00.000Z")
  const refused = await ask(agent, "PUT", `/api/contacts/${id}/wishes`, {
    channels: ["mail", "pigeon", "mail"],
    hours: [
      { days: [], from: "9:00", to: "25:00" },
      { days: [1, 1], from: "09:00", to: "09:00" },
      { days: [8], from: "24:00", to: "24:00" },
    ],
    timeZone: "+02:00",
  })
  assert.equal(refused.status, 422)
  assert.deepEqual(
    refused.body.fields.map((f: { path: string }) => f.path),
    [
      "channels.1",
      "channels.2",
      "hours.0.days",
      "hours.0.from",
      "hours.0.to",
      "hours.1.days",
      "hours.1.to",
      "hours.2.days",
      "hours.2.from",
      "hours.2.to",
      "timeZone",
    ],
  )
  assert.deepEqual(await wishesOf(db.read, id), evenings)
  const none = { channels: [], hours: [], timeZone: null }
  assert.deepEqual((await ask(agent, "PUT", `/api/contacts/${id}/wishes`, none)).body.wishes, none)
})

test("what happened outside is told once, however often it is said, in the order in which it happened", async () => {
  const { db } = await testDatabase()
  const ask = askContacts(db)
  const shop = somebody("agent", "every", "token")
  const { id } = (await ask(agent, "POST", "/api/contacts", { name: "Camille Rousseau" })).body
  const other = (await ask(agent, "POST", "/api/contacts", { name: "Amadou Diallo" })).body.id
  const delivered = {
    kind: "delivery",
    state: "delivered",
    reference: "P-77",
    source: "carrier",
    key: "evt-2",
    occurredAt: "2026-11-01T17:00:00+01:00",
  }
  const first = await ask(shop, "POST", `/api/contacts/${id}/facts`, delivered)
  assert.equal(first.status, 201)
  assert.partialDeepStrictEqual(first.body, { occurredAt: "2026-11-01T16:00:00.000Z", toldBy: shop.ref, contactId: id })
  const both = await Promise.all(
    [1, 2].map(() => ask(shop, "POST", `/api/contacts/${id}/facts`, { ...delivered, occurredAt: "2026-11-01T16:00:00Z", text: "again" })),
  )
  assert.deepEqual(
    both.map(({ status, body }) => [status, body.id]),
    [
      [200, first.body.id],
      [200, first.body.id],
    ],
  )
  await ask(shop, "POST", `/api/contacts/${id}/facts`, {
    kind: "order",
    state: "placed",
    source: "shop",
    occurredAt: "2026-10-31T20:00:00Z",
  })
  const told = await ask(agent, "GET", `/api/contacts/${id}/facts`)
  assert.deepEqual(
    told.body.items.map((f: { state: string }) => f.state),
    ["placed", "delivered"],
  )
  const again = { ...delivered, state: "failed" }
  assert.equal(
    (await ask(shop, "POST", `/api/contacts/${id}/facts`, again)).body.key,
    "contacts.fact.keyUsed",
    "another event under the same key is not swallowed",
  )
  assert.equal((await ask(shop, "POST", `/api/contacts/${other}/facts`, delivered)).status, 409, "nor told of somebody else")
  assert.equal(
    (await ask(shop, "POST", `/api/contacts/${id}/facts`, { ...delivered, key: "evt-3", occurredAt: "2026-12-24T08:00:00Z" })).body
      .fields[0].path,
    "occurredAt",
  )
  const facts = (await factsAfter(db.read, 0, 50)).filter((fact) => fact.kind === "contact.fact-told")
  assert.deepEqual(
    facts.map((fact) => [fact.about, fact.data?.["state"]]),
    [
      [{ contact: id }, "delivered"],
      [{ contact: id }, "placed"],
    ],
  )
})
