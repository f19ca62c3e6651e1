import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Json } from "../support/house.ts"
import { addressIn, header, Shop, written } from "../support/shop.ts"
import { dnsOf, signedBy } from "../support/signed.ts"

/* An agent on a train answers from an ordinary mail program. Her domain vouches for her; somebody who only writes her name isn't her. */
const SHOP = "fleurs-rousseau.example"
const INES = `Ines Okafor <ines@${SHOP}>`
const CAMILLE = "Camille Rousseau <camille@rousseau.example>"
let shop: Shop
let ines: string
let replyTo: string
let asked: Json

before(async () => {
  shop = await Shop.open({ resolver: dnsOf(SHOP, "rousseau.example") })
  ines = await shop.inside.agent(`ines@${SHOP}`, "Ines Okafor")
  asked = await send("rousseau.example", { from: CAMILLE, to: shop.address, text: "Bonjour, où est ma commande ?" })
  await shop.answer(asked.conversationId, "Nous cherchons.")
  await shop.aMinuteLater()
  replyTo = addressIn(header((await shop.mailTo("camille@rousseau.example")).bytes, "Reply-To")!)
  await send("rousseau.example", { from: CAMILLE, to: replyTo, text: "Et alors ?" })
})

let letters = 0

/** A mail that a domain's server signed, or nobody. Gives the message that it became. */
async function send(
  domain: string | null,
  letter: { from: string; to: string | string[]; text: string; envelopeTo?: string[] },
): Promise<Json> {
  const messageId = `<${++letters}@${addressIn(letter.from).split("@")[1]}>`
  const bytes = written({ subject: "Re: Ma commande", ...letter, messageId }, shop.inside.clock.now())
  const to = (letter.envelopeTo ?? [letter.to].flat()).map(addressIn)
  await shop.deliver({ from: addressIn(letter.from), to, bytes: domain ? await signedBy(domain, bytes) : bytes })
  const { items } = await shop.ask(`/api/messages?messageId=${encodeURIComponent(messageId)}`)
  return items[0]
}

const caseNow = (): Promise<Json> => shop.ask(`/api/cases/${asked.caseId}`)

test("the customer waits", async () => {
  assert.equal(asked.identity, "verified")
  assert.ok((await caseNow()).waitingSince)
})

test("somebody who writes under her name without her domain's signature isn't taken for her", async () => {
  const sent = shop.relay.mails.length
  for (const domain of [null, "rousseau.example"]) {
    const forged = await send(domain, {
      from: INES,
      to: [CAMILLE, replyTo],
      envelopeTo: [replyTo],
      text: "Votre commande est annulée. Payez ici.",
    })
    assert.equal(forged.identity, "failed")
    assert.deepEqual([forged.direction, forged.from.agentId], ["in", null])
    assert.ok((await caseNow()).waitingSince, "nobody has been answered")
  }
  await shop.aMinuteLater()
  assert.equal(shop.relay.mails.length, sent, "and nothing of it leaves")
})

test("what she writes to the desk alone is a note: nothing of it leaves", async () => {
  const sent = shop.relay.mails.length
  const note = await send(SHOP, { from: INES, to: replyTo, text: "Je suis dans le train, quelqu'un peut répondre ?" })
  assert.deepEqual([note.caseId, note.direction, note.state, note.from.agentId], [asked.caseId, "note", "note", ines])
  await shop.aMinuteLater()
  assert.equal(shop.relay.mails.length, sent)
  assert.ok((await caseNow()).waitingSince, "a note answers nobody")
})

test("what she answers the customer, with the desk in copy, is an answer, and ends the waiting", async () => {
  const sent = shop.relay.mails.length
  const answer = await send(SHOP, {
    from: INES,
    to: [CAMILLE, replyTo],
    envelopeTo: [replyTo],
    text: "Il arrive ce soir, toutes nos excuses.",
  })
  assert.deepEqual([answer.caseId, answer.direction, answer.from.agentId, answer.identity], [asked.caseId, "out", ines, "verified"])
  assert.equal((await caseNow()).waitingSince, null)
  await shop.aMinuteLater()
  assert.equal(shop.relay.mails.length, sent, "it reached her customer already: Vigie doesn't send it again")
})

test("an agent who was disabled is a stranger", async () => {
  await shop.ask(`/api/agents/${ines}/disable`, { body: {}, token: await shop.inside.token("admin") })
  const late = await send(SHOP, { from: INES, to: replyTo, text: "Je suis encore là." })
  assert.deepEqual([late.direction, late.from.agentId], ["in", null])
})
