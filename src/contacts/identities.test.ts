import assert from "node:assert/strict"
import { test } from "node:test"
import { askContacts, CARE, involving, PRESS, somebody } from "../../test/support/contacts.ts"
import { testDatabase } from "../../test/support/database.ts"

const agent = somebody()

test("an identity stays where it is: taking it over is refused, with whose it is for those who may know", async () => {
  const { db } = await testDatabase()
  const camille = (
    await askContacts(db)(agent, "POST", "/api/contacts", {
      name: "Camille Rousseau",
      identities: [{ kind: "phone", value: "+33199001234" }],
    })
  ).body
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
  const { id, identities } = (await ask(agent, "POST", "/api/contacts", { identities: [{ kind: "email", value: "ines@okafor.example" }] }))
    .body
  const path = `/api/contacts/${id}/identities/${identities[0].id}`
  assert.partialDeepStrictEqual((await ask(agent, "PATCH", path, { verified: true })).body.identities[0], {
    verifiedAt: "2026-11-02T08:00:00.000Z",
    verifiedBy: agent.ref,
  })
  assert.partialDeepStrictEqual((await ask(agent, "PATCH", path, { verified: false })).body.identities[0], {
    verifiedAt: null,
    verifiedBy: null,
  })
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
  for (const identity of wrong)
    assert.deepEqual(
      (await add(identity)).body.fields.map((f: { path: string }) => f.path),
      ["identities.0.value"],
      identity.value,
    )
  assert.equal((await add({ kind: "handle", value: "@ines" })).body.fields[0].path, "identities.0.network")
  const twice = [
    { kind: "email", value: "ines@okafor.example" },
    { kind: "email", value: "INES@okafor.example" },
  ]
  assert.equal((await ask(agent, "POST", "/api/contacts", { identities: twice })).body.fields[0].path, "identities.1.value")
  assert.equal((await ask(agent, "POST", "/api/contacts", {})).body.key, "contacts.empty")
  assert.equal(
    (await ask(agent, "PATCH", `/api/contacts/${CARE}`, { merged_into: PRESS })).status,
    422,
    "no field but those that are named",
  )
})
