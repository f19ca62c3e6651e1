import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Json } from "../support/house.ts"
import type { Relayed } from "../support/relay.ts"
import { addressIn, header, Shop } from "../support/shop.ts"
import { SmtpClient } from "../support/smtp-client.ts"

/* The reply to nowhere: a shop invites questions at an address that answers 550. Here every address that mail leaves with takes mail. */
const CAMILLE = "Camille Rousseau <camille@rousseau.example>"
let shop: Shop
let asked: Json
let answer: Relayed

before(async () => {
  shop = await Shop.open({ acknowledge: true })
  asked = await shop.receive({ from: CAMILLE, to: shop.address, subject: "Où est ma commande ?", text: "Bonjour, où est ma commande ?" })
  await shop.answer(asked.conversationId, "Elle part demain.")
  await shop.aMinuteLater()
  answer = await shop.mailTo("camille@rousseau.example", ({ bytes }) => /part demain/.test(bytes))
})

const replyTo = (mail: Relayed): string => addressIn(header(mail.bytes, "Reply-To") ?? header(mail.bytes, "From")!)

/** What the intake says to RCPT for each address that somebody could answer to. */
async function recipientAnswers(mail: Relayed): Promise<number[]> {
  const addresses = new Set([replyTo(mail), addressIn(header(mail.bytes, "From")!), mail.from].filter(Boolean))
  const client = await SmtpClient.open(shop.inside.house.ports.smtp)
  await client.say("EHLO client.example")
  await client.say("MAIL FROM:<camille@rousseau.example>")
  const codes: number[] = []
  for (const address of addresses) codes.push((await client.say(`RCPT TO:<${address}>`)).code)
  client.destroy()
  return codes
}

test("every mail that leaves has addresses that take mail: answer, acknowledgement, sign-in link", async () => {
  await shop.inside.agent("ines@fleurs-rousseau.example", "Ines Okafor")
  const asked = await shop.inside.api("/api/sign-in/link", { body: { email: "ines@fleurs-rousseau.example" } })
  assert.equal(asked.status, 202)
  const mails = {
    answer,
    acknowledgement: await shop.mailTo("camille@rousseau.example", ({ bytes }) => header(bytes, "Auto-Submitted") !== null),
    link: await shop.mailTo("ines@fleurs-rousseau.example"),
  }
  for (const [what, mail] of Object.entries(mails)) {
    assert.doesNotMatch(header(mail.bytes, "From")! + replyTo(mail), /no-?reply|ne-?pas-?repondre/i)
    for (const code of await recipientAnswers(mail)) assert.equal(code, 250, what)
  }
  assert.equal(mails.acknowledgement.from, "", "a machine's mail has no return path, so that no machine answers it")
})

/** Habits of mail programs. Each is an answer to our answer. */
const HABITS: Record<string, (messageId: string) => { subject: string; text: string; headers: string[] }> = {
  Outlook: (messageId) => ({
    subject: "RE: Où est ma commande ?",
    headers: [
      `In-Reply-To: ${messageId}`,
      `References: ${messageId}`,
      "Thread-Topic: x",
      "Thread-Index: AdsX",
      "X-Mailer: Microsoft Outlook 16.0",
    ],
    text: "Merci, parfait.\n\nDe : Fleurs <bonjour@fleurs-rousseau.example>\nEnvoyé : lundi 2 novembre 2026 09:01\nÀ : Camille Rousseau\nObjet : Re: Où est ma commande ?\n\nElle part demain.",
  }),
  "Apple Mail": (messageId) => ({
    subject: "Re: Où est ma commande ?",
    headers: [`In-Reply-To: ${messageId}`, `References: <first@rousseau.example> ${messageId}`, "X-Mailer: Apple Mail (2.3826)"],
    text: "Merci, parfait.\n\n> Le 2 nov. 2026 à 09:01, Fleurs <bonjour@fleurs-rousseau.example> a écrit :\n> \n> Elle part demain.",
  }),
  Gmail: (messageId) => ({
    subject: "Re: Où est ma commande ?",
    headers: [`In-Reply-To: ${messageId}`, `References: <first@mail.gmail.com>\r\n ${messageId}`],
    text: "Merci, parfait.\n\nLe lun. 2 nov. 2026 à 09:01, Fleurs <bonjour@fleurs-rousseau.example> a\nécrit :\n\n> Elle part demain.\n",
  }),
  "Gmail on a phone, with a changed subject": (messageId) => ({
    subject: "Autre chose",
    headers: [`In-Reply-To: ${messageId}`, `References: ${messageId}`],
    text: "Merci, parfait.",
  }),
  "a program that forgets what it answers": () => ({ subject: "(sans objet)", headers: [], text: "Merci, parfait." }),
  "a server that shouts": (messageId) => ({
    subject: "RE: OÙ EST MA COMMANDE ?",
    headers: [`In-Reply-To: ${messageId.toUpperCase()}`],
    text: "Merci, parfait.",
  }),
}

for (const [habit, reply] of Object.entries(HABITS)) {
  test(`a reply lands in its case: ${habit}`, async () => {
    const { subject, ...rest } = reply(header(answer.bytes, "Message-ID")!)
    const encoded = `=?utf-8?B?${Buffer.from(subject).toString("base64")}?=`
    const to = habit.includes("shouts") ? replyTo(answer).toUpperCase() : replyTo(answer)
    const message = await shop.receive({ from: CAMILLE, to, subject: encoded, ...rest })
    assert.equal(message.caseId, asked.caseId)
    assert.equal(message.conversationId, asked.conversationId)
    assert.equal(message.newText.trim(), "Merci, parfait.")
  })
}

test("a reply to the plain address lands in its case, for the answer's Message-ID is ours and she is part of it", async () => {
  const headers = [`In-Reply-To: ${header(answer.bytes, "Message-ID")}`]
  const message = await shop.receive({ from: CAMILLE, to: shop.address, subject: "Re: tout autre chose", text: "Merci.", headers })
  assert.equal(message.caseId, asked.caseId)
})

test("a reply from another address of hers, by the token, lands in its case and gives that address nothing by itself", async () => {
  const message = await shop.receive({
    from: "Camille <c.rousseau@bureau.example>",
    to: replyTo(answer),
    subject: "Re: commande",
    text: "Depuis le bureau.",
  })
  assert.equal(message.caseId, asked.caseId)
  const { contactId } = await shop.ask(`/api/cases/${asked.caseId}`)
  assert.equal(contactId, asked.from.contactId, "the case stays hers")
  assert.notEqual(message.from.contactId, asked.from.contactId, "whether both are one person is for a person to say")
})

test("somebody to whom the answer was forwarded writes into the case under their own name", async () => {
  const message = await shop.receive({
    from: "Amadou Diallo <amadou@diallo.example>",
    to: replyTo(answer),
    subject: "Fwd: Re: commande",
    text: "Je suis le voisin, c'est moi qui ai le colis.",
  })
  assert.equal(message.caseId, asked.caseId)
  assert.equal(message.from.address, "amadou@diallo.example")
  const recipients = await shop.ask(`/api/conversations/${asked.conversationId}/recipients?answering=${message.id}`)
  assert.deepEqual(
    recipients.to.map(({ address }: Json) => address),
    ["amadou@diallo.example"],
    "an answer goes to the writer answered, and is shown before it leaves",
  )
})

test("a reply to the acknowledgement lands in its case", async () => {
  const ines = await shop.receive({
    from: "Ines Okafor <ines@okafor.example>",
    to: shop.address,
    subject: "Livraison",
    text: "Livrez-vous à Lyon ?",
  })
  await shop.aMinuteLater()
  const acknowledgement = await shop.mailTo("ines@okafor.example")
  const message = await shop.receive({
    from: "Ines Okafor <ines@okafor.example>",
    to: replyTo(acknowledgement),
    subject: "Re: x",
    text: "Dimanche ?",
  })
  assert.equal(message.caseId, ines.caseId)
})

test("a reply to a sign-in link is read by somebody", async () => {
  const link = await shop.mailTo("ines@fleurs-rousseau.example")
  const message = await shop.receive({
    from: "Ines Okafor <ines@fleurs-rousseau.example>",
    to: replyTo(link),
    subject: "Re: Vigie",
    text: "Ce n'était pas moi.",
  })
  assert.ok(message.caseId)
})

test("a bounce of our answer is filed in its case as automatic, and nobody answers it", async () => {
  const before = await shop.ask(`/api/cases/${asked.caseId}`)
  const sent = shop.relay.mails.length
  const message = await shop.receive({
    from: "Mail Delivery System <mailer-daemon@mx.rousseau.example>",
    envelopeFrom: "",
    to: answer.from,
    subject: "Undelivered Mail Returned to Sender",
    headers: ["Auto-Submitted: auto-replied", 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"'],
    text: [
      "--b",
      "Content-Type: text/plain",
      "",
      "I'm sorry to have to inform you that your message could not be delivered.",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.rousseau.example",
      "",
      "Final-Recipient: rfc822; camille@rousseau.example",
      "Action: failed",
      "Status: 5.1.1",
      "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
      "--b",
      "Content-Type: text/rfc822-headers",
      "",
      `Message-ID: ${header(answer.bytes, "Message-ID")}`,
      "--b--",
    ].join("\n"),
  })
  assert.equal(message.caseId, asked.caseId)
  assert.ok(message.automatic)
  assert.equal(message.bounce.kind, "bounce")
  assert.deepEqual(
    message.bounce.recipients.map(({ address, status }: Json) => [address, status]),
    [["camille@rousseau.example", "5.1.1"]],
  )
  await shop.aMinuteLater()
  assert.equal(shop.relay.mails.length, sent)
  assert.equal((await shop.ask(`/api/cases/${asked.caseId}`)).waitingSince, before.waitingSince)
})

test("a number in a subject and a copied thread give a stranger nothing but a hint", async () => {
  const { number } = await shop.ask(`/api/cases/${asked.caseId}`)
  const stranger = await shop.receive({
    from: "Somebody <somebody@elsewhere.example>",
    to: shop.address,
    subject: `Re: [#${number}] Commande`,
    headers: [`In-Reply-To: ${header(answer.bytes, "Message-ID")}`, `References: ${header(answer.bytes, "Message-ID")}`],
    text: "Où est ma commande ?",
  })
  assert.notEqual(stranger.caseId, asked.caseId)
  assert.ok(stranger.related.some(({ caseId, decision }: Json) => caseId === asked.caseId && decision === null))
})

test("a token that was changed by one letter opens nothing, and its mail is taken all the same", async () => {
  const forged = replyTo(answer).replace(/(\+r.{10})(.)/, (_, head: string, letter: string) => `${head}${letter === "a" ? "b" : "a"}`)
  const message = await shop.receive({ from: "Somebody <else@elsewhere.example>", to: forged, subject: "Bonjour", text: "Bonjour" })
  assert.notEqual(message.caseId, asked.caseId)
})

test("who writes from an address in quotes or one without a domain, and refers to what can't be written, is answered", async () => {
  for (const address of ['"john doe"@x.example', "ines@[192.0.2.1]"]) {
    const asked = await shop.receive({
      from: `Somebody <${address}>`,
      to: shop.address,
      subject: `Bonjour de ${address.length}`,
      headers: ["In-Reply-To: <a\u0007b@c.example>", "References: <\u00fcber@c.example> <fine@c.example>"],
      text: "Bonjour",
    })
    await shop.answer(asked.conversationId, "Bonjour à vous.")
    const { id } = await shop.answer(asked.conversationId, "Et encore.", { to: [{ name: "Somebody", address }] })
    assert.ok(id)
    await shop.aMinuteLater()
    const answers = shop.relay.mails.filter((mail) => mail.to.includes(address) && header(mail.bytes, "Auto-Submitted") === null)
    assert.equal(answers.length, 2, address)
    assert.match(header(answers[0]!.bytes, "References")!, /<fine@c\.example>/)
  }
  const refused = await shop.inside.api(`/api/conversations/${asked.conversationId}/replies`, {
    token: await shop.inside.token("agent"),
    body: { text: "x", to: [{ name: "", address: "a@b.example, c@d.example" }] },
  })
  assert.equal(refused.status, 422)
  assert.match(refused.body.fields[0].detail, /name@example\.com/)
})
