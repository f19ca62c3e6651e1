import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import { addToken, systemActor } from "#people"
import { type Json, until } from "../support/house.ts"
import { header, Shop, written } from "../support/shop.ts"
import { SmtpClient } from "../support/smtp-client.ts"

/* The same mail twice, two mails at once, two inboxes, two cases that are one: never two cases for one mail, never one for two strangers. */
const CAMILLE = "Camille Rousseau <camille@rousseau.example>"
const PRESS = "presse@fleurs-rousseau.example"
let shop: Shop
let press: string

before(async () => {
  shop = await Shop.open()
  press = await shop.inside.inbox(PRESS)
})

const find = async (messageId: string): Promise<Json[]> =>
  (await shop.ask(`/api/messages?messageId=${encodeURIComponent(messageId)}`)).items
const caseNow = (id: string): Promise<Json> => shop.ask(`/api/cases/${id}`)
const count = async (what: "messages" | "cases" | "conversations"): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(what)}`.execute(shop.inside.db.read.sql)).rows[0]!.n

/** A token that sees one inbox. */
async function tokenOf(inboxId: string): Promise<string> {
  const made = await shop.inside.db.transact((tx) =>
    addToken(systemActor("test"), tx, { name: "one inbox", role: "agent", inboxes: [inboxId] }),
  )
  return made.token
}

test("one mail to two inboxes is one case that both see, and either may answer from their own", async () => {
  const before = await count("cases")
  const message = await shop.receive({ from: CAMILLE, to: [shop.address, PRESS], subject: "Aux deux", text: "Bonjour à tous." })
  assert.equal((await count("cases")) - before, 1)
  const { inboxIds } = await caseNow(message.caseId)
  assert.equal(inboxIds.length, 2)
  for (const inboxId of inboxIds) {
    const token = await tokenOf(inboxId)
    const seen = await shop.inside.api(`/api/cases/${message.caseId}`, { token })
    assert.equal(seen.status, 200)
    const answered = await shop.inside.api(`/api/conversations/${message.conversationId}/replies`, {
      token,
      body: { text: `De ${inboxId}` },
    })
    assert.equal(answered.status, 202, JSON.stringify(answered.body))
    assert.equal(answered.body.from.address, inboxId === press ? PRESS : shop.address)
  }
})

test("the same mail by two deliveries, one to each inbox, is one message in one case", async () => {
  const letter = {
    from: CAMILLE,
    to: [shop.address, PRESS],
    subject: "Deux livraisons",
    text: "Bonjour.",
    messageId: "<deux@rousseau.example>",
  }
  await shop.post({ ...letter, envelopeTo: [shop.address] })
  const [first] = await find(letter.messageId)
  assert.equal((await caseNow(first.caseId)).inboxIds.length, 1)
  await shop.post({ ...letter, envelopeTo: [PRESS] })
  const found = await find(letter.messageId)
  assert.equal(found.length, 1)
  assert.equal((await caseNow(first.caseId)).inboxIds.length, 2)
})

test("the same mail delivered twice, and ten times at once, is one message", async () => {
  const bytes = written(
    { from: CAMILLE, to: shop.address, subject: "Dix fois", text: "Bonjour.", messageId: "<dix@rousseau.example>" },
    shop.inside.clock.now(),
  )
  const deliver = async () => {
    const client = await SmtpClient.open(shop.inside.house.ports.smtp)
    const { code } = await client.mail("camille@rousseau.example", [shop.address], bytes)
    client.destroy()
    return code
  }
  const before = await count("messages")
  assert.deepEqual(
    await Promise.all(Array.from({ length: 10 }, deliver)),
    Array.from({ length: 10 }, () => 250),
  )
  await shop.inside.house.settle()
  assert.equal(await deliver(), 250)
  await shop.inside.house.settle()
  assert.equal((await count("messages")) - before, 1)
  assert.equal((await find("<dix@rousseau.example>")).length, 1)
})

test("two different mails under one Message-ID are two, for somebody else wrote the second", async () => {
  const letter = { to: shop.address, subject: "Même nom", messageId: "<meme@exemple.example>" }
  await shop.post({ ...letter, from: CAMILLE, text: "Le premier." })
  await shop.post({ ...letter, from: "Amadou Diallo <amadou@diallo.example>", text: "Un autre." })
  const found = await find(letter.messageId)
  assert.equal(found.length, 2)
  assert.notEqual(found[0].caseId, found[1].caseId)
})

test("two mails 200 ms apart, a question and what was forgotten, are both there, each in one case, and related", async () => {
  const first = await shop.receive({ from: CAMILLE, to: shop.address, subject: "Facture 12", text: "Voici ma question." })
  shop.inside.clock.advance(200)
  const second = await shop.receive({ from: CAMILLE, to: shop.address, subject: "Facture 12", text: "J'ai oublié la pièce jointe." })
  assert.ok(first.caseId && second.caseId)
  const again = await shop.ask(`/api/messages/${second.id}`)
  assert.ok(
    again.related.some(({ conversationId }: Json) => conversationId === first.conversationId),
    "proposed, not decided",
  )
})

test("two replies to one answer at the same moment land in one case", async () => {
  const asked = await shop.receive({ from: CAMILLE, to: shop.address, subject: "Deux réponses", text: "Bonjour." })
  await shop.answer(asked.conversationId, "Bonjour, oui ?")
  await shop.aMinuteLater()
  const replyTo = header((await shop.mailTo("camille@rousseau.example", ({ bytes }) => /oui \?/.test(bytes))).bytes, "Reply-To")!
  const ids = ["<a@rousseau.example>", "<b@rousseau.example>"]
  await Promise.all(
    ids.map(async (messageId) => {
      const client = await SmtpClient.open(shop.inside.house.ports.smtp)
      await client.mail(
        "camille@rousseau.example",
        [/<(.*)>/.exec(replyTo)?.[1] ?? replyTo],
        written({ from: CAMILLE, to: replyTo, text: messageId, messageId }, shop.inside.clock.now()),
      )
      client.destroy()
    }),
  )
  await shop.inside.house.settle()
  for (const id of ids) assert.equal((await find(id))[0].caseId, asked.caseId)
})

test("two cases merge into one, replies to either follow, and undoing gives each its own again", async () => {
  const [one, other] = [
    await shop.receive({ from: CAMILLE, to: shop.address, subject: "Colis A", text: "Le colis A ?" }),
    await shop.receive({ from: CAMILLE, to: shop.address, subject: "Colis B", text: "Le colis B ?" }),
  ]
  const before = await caseNow(one.caseId)
  const { mergeId, case: kept } = await shop.ask(`/api/cases/${one.caseId}/merge`, { body: { into: other.caseId } })
  assert.deepEqual(new Set(kept.conversationIds), new Set([one.conversationId, other.conversationId]))
  const gone = await caseNow(one.caseId)
  assert.equal(gone.mergedInto, other.caseId, "its old address says where it went")
  await shop.answer(one.conversationId, "Le colis A arrive.")
  await shop.aMinuteLater()
  const { bytes } = await shop.mailTo("camille@rousseau.example", (mail) => /colis A arrive/.test(mail.bytes))
  const reply = await shop.receive({ from: CAMILLE, to: header(bytes, "Reply-To")!, text: "Merci." })
  assert.equal(reply.caseId, other.caseId)
  const twice = await shop.inside.api(`/api/cases/${one.caseId}/merge`, { token: shop.token, body: { into: other.caseId } })
  assert.equal(twice.status, 409)

  await shop.ask(`/api/merges/${mergeId}/undo`, { method: "POST" })
  const [own, rest] = [await caseNow(one.caseId), await caseNow(other.caseId)]
  assert.deepEqual(
    [own.conversationIds, own.mergedInto, own.subject, own.number],
    [[one.conversationId], null, before.subject, before.number],
  )
  assert.deepEqual(rest.conversationIds, [other.conversationId])
  assert.equal((await shop.ask(`/api/messages/${reply.id}`)).caseId, one.caseId, "what was said since goes with its conversation")
  assert.equal((await shop.inside.api(`/api/merges/${mergeId}/undo`, { method: "POST", token: shop.token })).status, 409)
})

test("a second question in a thread becomes a case of its own from that message on, and can go back", async () => {
  const asked = await shop.receive({ from: CAMILLE, to: shop.address, subject: "Pivoines", text: "Avez-vous des pivoines ?" })
  await shop.aMinuteLater()
  await shop.answer(asked.conversationId, "Oui, au printemps.")
  await shop.aMinuteLater()
  const { bytes } = await shop.mailTo("camille@rousseau.example", (mail) => /au printemps/.test(mail.bytes))
  await shop.aMinuteLater()
  const second = await shop.receive({ from: CAMILLE, to: header(bytes, "Reply-To")!, text: "Merci. Et ma facture ?" })
  const { splitId, case: made } = await shop.ask(`/api/cases/${asked.caseId}/split`, {
    body: { conversationId: asked.conversationId, fromMessageId: second.id },
  })
  assert.notEqual(made.id, asked.caseId)
  assert.equal((await shop.ask(`/api/messages/${second.id}`)).caseId, made.id)
  assert.equal((await shop.ask(`/api/messages/${asked.id}`)).caseId, asked.caseId)
  assert.deepEqual(
    [made.waitingSince, (await caseNow(asked.caseId)).waitingSince],
    [second.receivedAt, null],
    "the waiting goes with the question",
  )
  await shop.ask(`/api/splits/${splitId}/undo`, { method: "POST" })
  await until("the message is back", async () => (await shop.ask(`/api/messages/${second.id}`)).caseId === asked.caseId)
  assert.ok((await caseNow(asked.caseId)).waitingSince)
})
