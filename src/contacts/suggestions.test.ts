import assert from "node:assert/strict"
import { test } from "node:test"
import { askContacts, somebody, writers } from "../../test/support/contacts.ts"
import { testDatabase } from "../../test/support/database.ts"

const agent = somebody()

test("who may be one person is proposed with the reasons, and nobody else is", async () => {
  const { db } = await testDatabase()
  const ask = askContacts(db)
  const writes = writers(db)
  const proposed = async (id: string) =>
    (await ask(agent, "GET", `/api/contacts/${id}/suggestions`)).body.items.map(
      (s: { contact: { id: string }; reasons: { code: string }[] }) => [s.contact.id, s.reasons.map((r) => r.code)],
    )

  const camille = await writes("Camille Rousseau", "camille.rousseau@quai.example")
  const atOffice = await writes("ROUSSEAU Camille", "c.rousseau@mail.quai.example")
  assert.deepEqual(await proposed(camille), [[atOffice, ["name-and-domain"]]])
  const atHome = await writes("Camille Rousseau", "camille.rousseau@orange.fr")
  assert.deepEqual(await proposed(atHome), [[camille, ["name-and-local-part"]]])
  const tagged = await writes("", "camille.rousseau+letters@orange.fr")
  assert.deepEqual(await proposed(tagged), [[atHome, ["mailbox"]]])

  const amadou = await writes("Amadou Diallo", "amadou@laine.example", "Amadou\nT. +33 (0)1 99 00 55 66")
  const alsoAmadou = await writes("A. D.", "a.d@gmail.com", "Envoyé de mon téléphone\n00 33 1 99 00 55 66")
  assert.deepEqual(await proposed(amadou), [[alsoAmadou, ["phone"]]])

  const alone = [
    await writes("Camille Rousseau", "someone.else@gmail.com"),
    await writes("Ines Okafor", "ines@gmail.com"),
    await writes("Ines Okafor", "okafor.ines@gmail.com"),
    await writes("Support", "support@laine.example"),
    await writes("Support", "support@quai.example"),
    await writes("Moussa Diallo", "moussa@maison.example", "Moussa\n+33 1 99 00 77 88"),
    await writes("Fatou Diallo", "fatou@home.example", "Fatou\n+33 1 99 00 77 88"),
  ]
  for (const id of alone) assert.deepEqual(await proposed(id), [], id)
  const [text] = (await ask({ ...agent, language: "fr" }, "GET", `/api/contacts/${tagged}/suggestions`)).body.items[0].reasons.map(
    (r: { text: string }) => r.text,
  )
  assert.match(text, /^Les deux écrivent de la même boîte\u00a0: camille\.rousseau@orange\.fr$/)
})

test("what many have in common tells nobody apart: a switchboard's number, a marketplace's service", async () => {
  const { db } = await testDatabase()
  const writes = writers(db)
  const ids: string[] = []
  for (const name of ["Ada Un", "Bea Deux", "Cid Trois", "Dia Quatre", "Eva Cinq", "Flo Six", "Gil Sept"]) {
    ids.push(await writes(name.slice(0, 3), `${name.slice(0, 3)}@mairie.example`, "Accueil 01 99 00 00 00"))
  }
  for (let n = 0; n < 8; n++) ids.push(await writes("Service Client", `order-${n}@marketplace.example`))
  for (const id of [ids[6], ids[14]])
    assert.deepEqual((await askContacts(db)(agent, "GET", `/api/contacts/${id}/suggestions`)).body.items, [])
})

test("a refusal is remembered, until a reason of another kind comes up", async () => {
  const { db } = await testDatabase()
  const ask = askContacts(db)
  const writes = writers(db)
  const father = await writes("Amadou Diallo", "amadou@laine.example")
  const son = await writes("Amadou Diallo", "diallo.a@laine.example")
  const open = async (id: string) => (await ask(agent, "GET", `/api/contacts/${id}/suggestions`)).body.items
  const [proposal] = await open(father)
  assert.equal((await ask(somebody("observer"), "POST", `/api/contacts/suggestions/${proposal.id}/refuse`)).status, 403)
  assert.equal((await ask(agent, "POST", `/api/contacts/suggestions/${proposal.id}/refuse`)).status, 204)
  assert.equal((await ask(agent, "POST", `/api/contacts/suggestions/${proposal.id}/refuse`)).status, 409)
  await ask(agent, "POST", `/api/contacts/${son}/identities`, { kind: "email", value: "amadou.diallo@laine.example" })
  await ask(agent, "PATCH", `/api/contacts/${father}`, { name: "Amadou DIALLO" })
  assert.deepEqual(await open(son), [], "the same reason again")
  const merged = await writes("Amadou Diallo", "diallo.a+club@laine.example")
  await ask(agent, "POST", `/api/contacts/${son}/merge`, { with: merged })
  assert.deepEqual(await open(son), [], "the refusal holds for all that he is now")
  await writes("Amadou Diallo", "amadou@laine.example", "Amadou Diallo\n+33 1 99 00 55 66")
  await writes("Amadou Diallo", "diallo.a@laine.example", "Amadou Diallo\n+33 1 99 00 55 66")
  assert.deepEqual(
    (await open(son)).map((s: { contact: { id: string } }) => s.contact.id),
    [father],
    "another kind of reason asks again",
  )
  assert.equal((await ask(agent, "POST", `/api/contacts/suggestions/${(await open(son))[0].id}/refuse`)).status, 204)
  await ask(agent, "PATCH", `/api/contacts/${father}`, { name: "Amadou Diallo" })
  assert.deepEqual(await open(father), [])
})

test("a suggestion goes away with its reason", async () => {
  const { db } = await testDatabase()
  const ask = askContacts(db)
  const writes = writers(db)
  const one = await writes("Ines Okafor", "ines@okafor.example")
  const two = await writes("Ines Okafor", "io@okafor.example")
  await ask(agent, "PATCH", `/api/contacts/${two}`, { name: "Ike Okafor" })
  assert.deepEqual((await ask(agent, "GET", `/api/contacts/${one}/suggestions`)).body.items, [])
})
