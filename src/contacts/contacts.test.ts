import assert from "node:assert/strict"
import { test } from "node:test"
import { contactOfAddress, nextAllowedMoment, wishesOf } from "#contacts"
import { systemActor } from "#people"
import { factsAfter } from "#platform"
import { askContacts, CARE, involving, PRESS, somebody } from "../../test/support/contacts.ts"
import { testDatabase } from "../../test/support/database.ts"

const agent = somebody()

test("somebody is written down with what they are known by, changed, and found under it", async () => {
  const { db } = await testDatabase()
  const ask = askContacts(db)
  const made = await ask(agent, "POST", "/api/contacts", {
    name: "Camille Rousseau",
    identities: [
      { kind: "email", value: "Camille@Quai.example" },
      { kind: "phone", value: "+33 (0)1 99 00 12 34" },
      { kind: "handle", network: "Mastodon", value: "@camille" },
      { kind: "reference", network: "shop", value: "C-10042" },
    ],
  })
  assert.equal(made.status, 201)
  const { id, identities } = made.body
  assert.deepEqual(identities.map((i: { kind: string; network: string; value: string; verifiedAt: unknown; source: string }) => [i.kind, i.network, i.value, i.verifiedAt, i.source]), [
    ["email", "", "Camille@Quai.example", null, "agent"],
    ["phone", "", "+33 (0)1 99 00 12 34", null, "agent"],
    ["handle", "mastodon", "@camille", null, "agent"],
    ["reference", "shop", "C-10042", null, "agent"],
  ])
  const none = { language: null, salutation: null, grammar: null, familiarity: null, organisation: "", note: "", wishes: null }
  assert.partialDeepStrictEqual(made.body, none, "nothing is guessed")
  const said = { language: "fr", salutation: "Madame Rousseau", grammar: "feminine", familiarity: "vous", organisation: "Fleurs du Quai" }
  const changed = await ask(agent, "PATCH", `/api/contacts/${id}`, said)
  assert.partialDeepStrictEqual(changed.body, { ...said, name: "Camille Rousseau" })
  const taken = await ask(agent, "PATCH", `/api/contacts/${id}`, { salutation: null, grammar: null, familiarity: null })
  assert.partialDeepStrictEqual(taken.body, { salutation: null, grammar: null, familiarity: null, language: "fr" })
  assert.deepEqual((await ask(agent, "GET", `/api/contacts/${id}`)).body, taken.body)
  for (const q of ["rousseau camille", "quai.example", "01 99 00 12 34", "0033199001234", "+33 1 99 00", "c-10042", "fleurs", "ROUSS", "rousso"]) {
    const found = await ask(agent, "GET", `/api/contacts?q=${encodeURIComponent(q)}`)
    assert.equal(found.body.items.length, 1, q)
  }
  for (const q of ["zanzibar", "019900123456", "%", "_"]) assert.equal((await ask(agent, "GET", `/api/contacts?q=${encodeURIComponent(q)}`)).body.items.length, 0, q)
  const told = await factsAfter(db.read, 0, 50)
  assert.doesNotMatch(JSON.stringify(told), /camille|rousseau|quai|1234|madame/i, "facts carry ids and codes only")
})

test("a name that a person typed stays, whatever mails say", async () => {
  const { db } = await testDatabase()
  const ask = askContacts(db)
  const mail = (name: string) => db.transact((tx) => contactOfAddress(systemActor("intake"), tx, { address: "a.diallo@laine.example", name, verified: "dmarc", source: "mail" }))
  const { contactId } = await mail("a.diallo")
  assert.equal((await ask(agent, "GET", `/api/contacts/${contactId}`)).body.name, "a.diallo")
  await ask(agent, "PATCH", `/api/contacts/${contactId}`, { name: "Amadou Diallo" })
  await mail("Sales Robot")
  assert.partialDeepStrictEqual((await ask(agent, "GET", `/api/contacts/${contactId}`)).body, { name: "Amadou Diallo", suggestedName: "a.diallo" })
  assert.equal((await ask(agent, "PATCH", `/api/contacts/${contactId}`, { name: "" })).body.name, "a.diallo", "taken back, the suggestion shows again")
})

test("an identity stays where it is: taking it over is refused, with whose it is for those who may know", async () => {
  const { db } = await testDatabase()
  const camille = (await askContacts(db)(agent, "POST", "/api/contacts", { name: "Camille Rousseau", identities: [{ kind: "phone", value: "+33199001234" }] })).body
  const ines = (await askContacts(db)(agent, "POST", "/api/contacts", { name: "Ines Okafor", identities: [] })).body
  const ask = askContacts(db, involving([[ines.id, PRESS]]))
  const take = { kind: "phone", value: "0033 1 99 00 12 34" }
  const refused = await ask(agent, "POST", `/api/contacts/${ines.id}/identities`, take)
  assert.equal(refused.status, 409)
  assert.match(refused.body.detail, /Camille Rousseau/)
  assert.match(refused.body.fields[0].detail, new RegExp(camille.id))
  const blind = await ask(somebody("agent", [PRESS]), "POST", `/api/contacts/${ines.id}/identities`, take)
  assert.equal(blind.status, 409)
  assert.doesNotMatch(JSON.stringify(blind.body), new RegExp(`Camille|${camille.id}`), "whose it is isn't said to those who don't see her")
  assert.equal((await ask(agent, "POST", "/api/contacts", { identities: [take] })).status, 409)
  assert.equal((await ask(agent, "GET", `/api/contacts?q=33199001234`)).body.items[0].id, camille.id)
  const again = await ask(agent, "POST", `/api/contacts/${camille.id}/identities`, take)
  assert.equal(again.body.identities.length, 1, "adding what she has already changes nothing")
})

test("an identity is vouched for, doubted and removed by a person", async () => {
  const { db } = await testDatabase()
  const ask = askContacts(db)
  const { id, identities } = (await ask(agent, "POST", "/api/contacts", { identities: [{ kind: "email", value: "ines@okafor.example" }] })).body
  const path = `/api/contacts/${id}/identities/${identities[0].id}`
  assert.partialDeepStrictEqual((await ask(agent, "PATCH", path, { verified: true })).body.identities[0], { verifiedAt: "2026-11-02T08:00:00.000Z", verifiedBy: agent.ref })
  assert.partialDeepStrictEqual((await ask(agent, "PATCH", path, { verified: false })).body.identities[0], { verifiedAt: null, verifiedBy: null })
  assert.deepEqual((await ask(agent, "DELETE", path)).body.identities, [])
  assert.equal((await ask(agent, "DELETE", path)).status, 404)
  assert.equal((await ask(agent, "GET", "/api/contacts?q=okafor.example")).body.items.length, 0)
})

test("what can't be an identity says what would be right", async () => {
  const { db } = await testDatabase()
  const ask = askContacts(db)
  const add = (identity: object) => ask(agent, "POST", "/api/contacts", { name: "Ines", identities: [identity] })
  const wrong = [
    { kind: "email", value: "ines at okafor" },
    { kind: "phone", value: "call me" },
    { kind: "phone", value: "+33 0 1" },
    { kind: "handle", network: "mastodon", value: "@" },
    { kind: "reference", value: "  " },
  ]
  for (const identity of wrong) assert.deepEqual((await add(identity)).body.fields.map((f: { path: string }) => f.path), ["identities.0.value"], identity.value)
  assert.equal((await add({ kind: "handle", value: "@ines" })).body.fields[0].path, "identities.0.network")
  const twice = [{ kind: "email", value: "ines@okafor.example" }, { kind: "email", value: "INES@okafor.example" }]
  assert.equal((await ask(agent, "POST", "/api/contacts", { identities: twice })).body.fields[0].path, "identities.1.value")
  assert.equal((await ask(agent, "POST", "/api/contacts", {})).body.key, "contacts.empty")
  assert.equal((await ask(agent, "PATCH", `/api/contacts/${CARE}`, { merged_into: PRESS })).status, 422, "no field but those that are named")
})

test("wishes are kept, obeyed, replaced by the next; impossible ones are refused beside each field", async () => {
  const { db } = await testDatabase()
  const ask = askContacts(db)
  const { id } = (await ask(agent, "POST", "/api/contacts", { name: "Camille Rousseau" })).body
  const evenings = { channels: ["letter", "mail"], hours: [{ days: [1, 2, 3, 4, 5], from: "18:30", to: "21:00" }, { days: [6], from: "10:00", to: "12:00" }], timeZone: "Europe/Paris" }
  assert.deepEqual((await ask(agent, "PUT", `/api/contacts/${id}/wishes`, evenings)).body.wishes, evenings)
  assert.equal(nextAllowedMoment(await wishesOf(db.read, id), db.read.now, "UTC").toISOString(), "2026-11-02T17:30:00.000Z")
  const refused = await ask(agent, "PUT", `/api/contacts/${id}/wishes`, {
    channels: ["mail", "pigeon", "mail"],
    hours: [{ days: [], from: "9:00", to: "25:00" }, { days: [1, 1], from: "09:00", to: "09:00" }, { days: [8], from: "24:00", to: "24:00" }],
    timeZone: "+02:00",
  })
  assert.equal(refused.status, 422)
  assert.deepEqual(
    refused.body.fields.map((f: { path: string }) => f.path),
    ["channels.1", "channels.2", "hours.0.days", "hours.0.from", "hours.0.to", "hours.1.days", "hours.1.to", "hours.2.days", "hours.2.from", "hours.2.to", "timeZone"],
  )
  assert.deepEqual(await wishesOf(db.read, id), evenings)
  const none = { channels: [], hours: [], timeZone: null }
  assert.deepEqual((await ask(agent, "PUT", `/api/contacts/${id}/wishes`, none)).body.wishes, none)
})

test("observers read; who sees some inboxes sees whom a conversation there involves; nobody else knows of them", async () => {
  const { db } = await testDatabase()
  const every = askContacts(db)
  const camille = (await every(agent, "POST", "/api/contacts", { name: "Camille Rousseau", identities: [{ kind: "email", value: "camille@quai.example" }] })).body
  const amadou = (await every(agent, "POST", "/api/contacts", { name: "Amadou Diallo" })).body
  const ask = askContacts(db, involving([[camille.id, CARE], [amadou.id, PRESS]]))
  const changes: [string, string, unknown][] = [
    ["PATCH", `/api/contacts/${camille.id}`, { note: "x" }],
    ["PUT", `/api/contacts/${camille.id}/wishes`, { channels: [], hours: [], timeZone: null }],
    ["POST", `/api/contacts/${camille.id}/identities`, { kind: "email", value: "c@quai.example" }],
    ["PATCH", `/api/contacts/${camille.id}/identities/${camille.identities[0].id}`, { verified: true }],
    ["DELETE", `/api/contacts/${camille.id}/identities/${camille.identities[0].id}`, undefined],
    ["POST", `/api/contacts/${camille.id}/facts`, { kind: "order", state: "placed", source: "shop", occurredAt: "2026-11-01T08:00:00Z" }],
    ["POST", `/api/contacts/${camille.id}/merge`, { with: amadou.id }],
  ]
  for (const [method, path, body] of changes) {
    assert.equal((await ask(somebody("observer"), method, path, body)).status, 403, `observer ${method} ${path}`)
    assert.equal((await ask(somebody("observer", [PRESS]), method, path, body)).status, 404, `observer elsewhere ${method} ${path}`)
    assert.equal((await ask(somebody("agent", [PRESS]), method, path, body)).status, 404, `agent elsewhere ${method} ${path}`)
  }
  assert.equal((await ask(somebody("observer"), "POST", "/api/contacts", { name: "x y" })).status, 403)
  for (const path of ["", "/facts", "/suggestions", "/merges"]) {
    assert.equal((await ask(somebody("observer", [CARE]), "GET", `/api/contacts/${camille.id}${path}`)).status, 200)
    assert.equal((await ask(somebody("lead", [PRESS]), "GET", `/api/contacts/${camille.id}${path}`)).status, 404)
    assert.equal((await ask(somebody("lead", []), "GET", `/api/contacts/${camille.id}${path}`)).status, 404)
  }
  const seen = async (inboxes: string[]) => (await ask(somebody("agent", inboxes), "GET", "/api/contacts")).body.items.map((c: { name: string }) => c.name)
  assert.deepEqual(await seen([CARE]), ["Camille Rousseau"])
  assert.deepEqual(await seen([PRESS]), ["Amadou Diallo"])
  assert.deepEqual(await seen([]), [])
  assert.equal((await ask(somebody("agent", [PRESS]), "POST", `/api/contacts/${amadou.id}/merge`, { with: camille.id })).status, 404, "nobody merges whom they don't see")
})

test("what happened outside is told once, however often it is said, in the order in which it happened", async () => {
  const { db } = await testDatabase()
  const ask = askContacts(db)
  const shop = somebody("agent", "every", "token")
  const { id } = (await ask(agent, "POST", "/api/contacts", { name: "Camille Rousseau" })).body
  const other = (await ask(agent, "POST", "/api/contacts", { name: "Amadou Diallo" })).body.id
  const delivered = { kind: "delivery", state: "delivered", reference: "P-77", source: "carrier", key: "evt-2", occurredAt: "2026-11-01T17:00:00+01:00" }
  const first = await ask(shop, "POST", `/api/contacts/${id}/facts`, delivered)
  assert.equal(first.status, 201)
  assert.partialDeepStrictEqual(first.body, { occurredAt: "2026-11-01T16:00:00.000Z", toldBy: shop.ref, contactId: id })
  const both = await Promise.all([1, 2].map(() => ask(shop, "POST", `/api/contacts/${id}/facts`, { ...delivered, occurredAt: "2026-11-01T16:00:00Z", text: "again" })))
  assert.deepEqual(both.map(({ status, body }) => [status, body.id]), [[200, first.body.id], [200, first.body.id]])
  await ask(shop, "POST", `/api/contacts/${id}/facts`, { kind: "order", state: "placed", source: "shop", occurredAt: "2026-10-31T20:00:00Z" })
  const told = await ask(agent, "GET", `/api/contacts/${id}/facts`)
  assert.deepEqual(told.body.items.map((f: { state: string }) => f.state), ["placed", "delivered"])
  const again = { ...delivered, state: "failed" }
  assert.equal((await ask(shop, "POST", `/api/contacts/${id}/facts`, again)).body.key, "contacts.fact.keyUsed", "another event under the same key is not swallowed")
  assert.equal((await ask(shop, "POST", `/api/contacts/${other}/facts`, delivered)).status, 409, "nor told of somebody else")
  assert.equal((await ask(shop, "POST", `/api/contacts/${id}/facts`, { ...delivered, key: "evt-3", occurredAt: "2026-12-24T08:00:00Z" })).body.fields[0].path, "occurredAt")
  const facts = (await factsAfter(db.read, 0, 50)).filter((fact) => fact.kind === "contact.fact-told")
  assert.deepEqual(facts.map((fact) => [fact.about, fact.data?.["state"]]), [[{ contact: id }, "delivered"], [{ contact: id }, "placed"]])
})
