import assert from "node:assert/strict"
import { test } from "node:test"
import { contactOfAddress } from "#contacts"
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
  assert.deepEqual(
    identities.map((i: { kind: string; network: string; value: string; verifiedAt: unknown; source: string }) => [
      i.kind,
      i.network,
      i.value,
      i.verifiedAt,
      i.source,
    ]),
    [
      ["email", "", "Camille@Quai.example", null, "agent"],
      ["phone", "", "+33 (0)1 99 00 12 34", null, "agent"],
      ["handle", "mastodon", "@camille", null, "agent"],
      ["reference", "shop", "C-10042", null, "agent"],
    ],
  )
  const none = { language: null, salutation: null, grammar: null, familiarity: null, organisation: "", note: "", wishes: null }
  assert.partialDeepStrictEqual(made.body, none, "nothing is guessed")
  const said = { language: "fr", salutation: "Madame Rousseau", grammar: "feminine", familiarity: "vous", organisation: "Fleurs du Quai" }
  const changed = await ask(agent, "PATCH", `/api/contacts/${id}`, said)
  assert.partialDeepStrictEqual(changed.body, { ...said, name: "Camille Rousseau" })
  const taken = await ask(agent, "PATCH", `/api/contacts/${id}`, { salutation: null, grammar: null, familiarity: null })
  assert.partialDeepStrictEqual(taken.body, { salutation: null, grammar: null, familiarity: null, language: "fr" })
  assert.deepEqual((await ask(agent, "GET", `/api/contacts/${id}`)).body, taken.body)
  for (const q of [
    "rousseau camille",
    "quai.example",
    "01 99 00 12 34",
    "0033199001234",
    "+33 1 99 00",
    "c-10042",
    "fleurs",
    "ROUSS",
    "rousso",
  ]) {
    const found = await ask(agent, "GET", `/api/contacts?q=${encodeURIComponent(q)}`)
    assert.equal(found.body.items.length, 1, q)
  }
  for (const q of ["zanzibar", "019900123456", "%", "_"])
    assert.equal((await ask(agent, "GET", `/api/contacts?q=${encodeURIComponent(q)}`)).body.items.length, 0, q)
  const told = await factsAfter(db.read, 0, 50)
  assert.doesNotMatch(JSON.stringify(told), /camille|rousseau|quai|1234|madame/i, "facts carry ids and codes only")
})

test("a name that a person typed stays, whatever mails say", async () => {
  const { db } = await testDatabase()
  const ask = askContacts(db)
  const mail = (name: string) =>
    db.transact((tx) =>
      contactOfAddress(systemActor("intake"), tx, { address: "a.diallo@laine.example", name, verified: "dmarc", source: "mail" }),
    )
  const { contactId } = await mail("a.diallo")
  assert.equal((await ask(agent, "GET", `/api/contacts/${contactId}`)).body.name, "a.diallo")
  await ask(agent, "PATCH", `/api/contacts/${contactId}`, { name: "Amadou Diallo" })
  await mail("Sales Robot")
  assert.partialDeepStrictEqual((await ask(agent, "GET", `/api/contacts/${contactId}`)).body, {
    name: "Amadou Diallo",
    suggestedName: "a.diallo",
  })
  assert.equal(
    (await ask(agent, "PATCH", `/api/contacts/${contactId}`, { name: "" })).body.name,
    "a.diallo",
    "taken back, the suggestion shows again",
  )
})

test("observers read; who sees some inboxes sees whom a conversation there involves; nobody else knows of them", async () => {
  const { db } = await testDatabase()
  const every = askContacts(db)
  const camille = (
    await every(agent, "POST", "/api/contacts", {
      name: "Camille Rousseau",
      identities: [{ kind: "email", value: "camille@quai.example" }],
    })
  ).body
  const amadou = (await every(agent, "POST", "/api/contacts", { name: "Amadou Diallo" })).body
  const ask = askContacts(
    db,
    involving([
      [camille.id, CARE],
      [amadou.id, PRESS],
    ]),
  )
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
  const seen = async (inboxes: string[]) =>
    (await ask(somebody("agent", inboxes), "GET", "/api/contacts")).body.items.map((c: { name: string }) => c.name)
  assert.deepEqual(await seen([CARE]), ["Camille Rousseau"])
  assert.deepEqual(await seen([PRESS]), ["Amadou Diallo"])
  assert.deepEqual(await seen([]), [])
  assert.equal(
    (await ask(somebody("agent", [PRESS]), "POST", `/api/contacts/${amadou.id}/merge`, { with: camille.id })).status,
    404,
    "nobody merges whom they don't see",
  )
})
