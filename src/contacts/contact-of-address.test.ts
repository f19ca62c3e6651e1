import assert from "node:assert/strict"
import { test } from "node:test"
import { type Actor, systemActor } from "#people"
import { factsAfter, NotFound } from "#platform"
import { accessContact, contactOfAddress, contactSummaries, listContacts, salutationFor } from "#contacts"
import { testDatabase } from "../../test/support/database.ts"

const intake = systemActor("intake")
const mail = { name: null, verified: null, source: "mail" } as const

test("a hundred mails at once from one new address give one contact", async () => {
  const { db } = await testDatabase()
  const found = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      db.transact((tx) =>
        contactOfAddress(intake, tx, { ...mail, address: n % 2 ? "Camille.Rousseau@quai.example" : "camille.rousseau@QUAI.example" }),
      ),
    ),
  )
  assert.equal(new Set(found.map((f) => f.contactId)).size, 1)
  assert.equal(found.filter((f) => f.created).length, 1)
  assert.equal((await listContacts(intake, db.read, { limit: 50 })).items.length, 1, "nothing is left of those who came second")
  const facts = await factsAfter(db.read, 0, 200)
  assert.deepEqual(
    facts.map((fact) => fact.kind),
    ["contact.created"],
  )
  assert.doesNotMatch(JSON.stringify(facts), /camille|rousseau/i, "facts carry no address")
})

test("an address in another script is one address, whichever way its domain is written", async () => {
  const { db } = await testDatabase()
  const [a, b] = await db.transact(async (tx) => [
    await contactOfAddress(intake, tx, { ...mail, address: "ines@café.example" }),
    await contactOfAddress(intake, tx, { ...mail, address: " ines@xn--caf-dma.example. " }),
  ])
  assert.equal(a?.contactId, b?.contactId)
})

test("what is no address gives a contact of its own each time: a mail is never without one, and strangers share none", async () => {
  const { db } = await testDatabase()
  for (const address of ["", "undisclosed recipients", "a@b, c@d", `${"x".repeat(400)}@quai.example`, "a\u0000@quai.example"]) {
    const [one, two] = await db.transact(async (tx) => [
      await contactOfAddress(intake, tx, { ...mail, address }),
      await contactOfAddress(intake, tx, { ...mail, address }),
    ])
    assert.ok(one?.created && two?.created && one.contactId !== two.contactId, address)
  }
})

test("the first proven name is suggested; one without proof only fills a gap", async () => {
  const { db } = await testDatabase()
  const from = async (name: string, verified: string | null) => {
    const { contactId } = await db.transact((tx) =>
      contactOfAddress(intake, tx, { address: "amadou@laine.example", name, verified, source: "mail" }),
    )
    return (await contactSummaries(db.read, [contactId])).get(contactId)?.name
  }
  assert.equal(await from("", null), "")
  assert.equal(await from("amadou@laine.example", null), "", "an address is no name")
  assert.equal(await from("  A.\u202e Diallo\n ", null), "A. Diallo", "nothing invisible")
  assert.equal(await from("Director of your bank", null), "A. Diallo")
  assert.equal(await from("Amadou Diallo", "dmarc"), "Amadou Diallo")
  assert.equal(await from("Amadou", "dmarc"), "Amadou Diallo")
})

test("an identity that was proven once is verified from then on", async () => {
  const { db } = await testDatabase()
  const of = (verified: string | null) =>
    db.transact((tx) => contactOfAddress(intake, tx, { ...mail, address: "ines@okafor.example", verified }))
  await of(null)
  await of("dmarc")
  await of("dmarc")
  await of(null)
  const kinds = (await factsAfter(db.read, 0, 10)).map((fact) => fact.kind)
  assert.deepEqual(kinds, ["contact.created", "contact.identity-verified"])
})

test("a contact is there for those who see every inbox, and for others as the room above says", async () => {
  const { db } = await testDatabase()
  const { contactId } = await db.transact((tx) => contactOfAddress(intake, tx, { ...mail, address: "camille@quai.example" }))
  const [care, press] = ["01900000-0000-7000-8000-00000000000a", "01900000-0000-7000-8000-00000000000b"]
  const agent = (inboxes: string[]): Actor => ({
    kind: "agent",
    id: care,
    ref: `agent:${care}`,
    role: "agent",
    name: "Ines",
    language: "en",
    timeZone: "UTC",
    inboxes,
    teams: [],
  })
  const sight = {
    contactInInboxes: async (_reader: unknown, id: string, inboxIds: readonly string[]) => id === contactId && inboxIds.includes(care),
    inInboxes: () => assert.fail("not asked for one contact"),
  }
  assert.equal((await accessContact(intake, db.read, contactId)).id, contactId)
  assert.equal((await accessContact(agent([care]), db.read, contactId, sight)).id, contactId)
  await assert.rejects(accessContact(agent([press]), db.read, contactId, sight), NotFound)
  await assert.rejects(accessContact(agent([care]), db.read, contactId), NotFound)
  await assert.rejects(accessContact(intake, db.read, "not-an-id"), NotFound)
})

test("nobody is addressed by a guess; who asked is addressed as they asked", () => {
  assert.equal(salutationFor({ salutation: null }, "fr"), "Bonjour,")
  assert.equal(salutationFor({ salutation: "  " }, "en"), "Hello,")
  assert.equal(salutationFor({ salutation: "Madame Rousseau" }, "fr"), "Bonjour Madame Rousseau,")
  assert.equal(salutationFor({ salutation: "Dr Okafor," }, "en"), "Hello Dr Okafor,")
  assert.equal(salutationFor({ salutation: "Chère Madame" }, "fr"), "Chère Madame,")
  assert.equal(salutationFor({ salutation: "Chérifa" }, "fr"), "Bonjour Chérifa,")
})
