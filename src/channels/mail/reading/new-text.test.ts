import assert from "node:assert/strict"
import { test } from "node:test"
import { splitText } from "./new-text.ts"

/** The line above a quotation, as mail programs write it in each language. */
const attributions = [
  "On Mon, Apr 2, 2012 at 6:26 PM, Megan One <megan@example.com> wrote:",
  "Le lun. 2 avr. 2012 à 18:26, Megan One <megan@example.com> a écrit :",
  "Le 02/04/2012 à 18:26, Megan One a écrit\u00a0:",
  "Am 02.04.2012 um 18:26 schrieb Megan One <megan@example.com>:",
  "Am Mo., 2. Apr. 2012 um 18:26 Uhr schrieb Megan One:",
  "El lun, 2 abr 2012 a las 18:26, Megan One (<megan@example.com>) escribió:",
  "Il giorno lun 2 apr 2012 alle ore 18:26 Megan One <megan@example.com> ha scritto:",
  "Em seg., 2 de abr. de 2012 às 18:26, Megan One <megan@example.com> escreveu:",
  "Op ma 2 apr. 2012 om 18:26 schreef Megan One <megan@example.com>:",
  "W dniu 2.04.2012 o 18:26, Megan One pisze:",
  "pon., 2 kwi 2012 o 18:26 Megan One <megan@example.com> napisał(a):",
  "Den mån 2 apr. 2012 kl 18:26 skrev Megan One <megan@example.com>:",
  "man. 2. apr. 2012 kl. 18.26 skrev Megan One <megan@example.com>:",
  "ma 2. huhtik. 2012 klo 18.26 Megan One (megan@example.com) kirjoitti:",
  "po 2. 4. 2012 v 18:26 odesílatel Megan One <megan@example.com> napsal:",
  "Dne 2.4.2012 v 18:26 Megan One napsal(a):",
  "пн, 2 апр. 2012 г. в 18:26, Megan One <megan@example.com>:",
  "02.04.2012 18:26, Megan One пишет:",
  "2012年4月2日(月) 18:26 Megan One <megan@example.com>:",
  "Megan One <megan@example.com> 于2012年4月2日周一 18:26写道：",
  "Megan One <megan@example.com> 於 2012年4月2日 週一 下午6:26寫道：",
]

for (const attribution of attributions) {
  test(`new text stands above "${attribution.slice(0, 40)}…"`, () => {
    assert.equal(splitText(`Thanks!\n\n${attribution}\n> Hi\n>\n> Megan`).newText, "Thanks!")
    assert.equal(splitText(`${attribution}\n> Hi\nThanks!`).newText, "Thanks!", "bottom-posted")
  })
}

test("an attribution may be wrapped over several lines, and the history below it may carry no marks", () => {
  const text = "Yes.\n\nOn Mon, Apr 2, 2012 at 6:26 PM,\nMegan One\n<megan@example.com>\nwrote:\n\nCan you come?\n"
  assert.deepEqual(splitText(text), { newText: "Yes.", quoted: text.slice(6).trimEnd(), signature: "" })
})

/** The block that Outlook and others put above the message they answer. */
const blocks = [
  "From: Ann <ann@example.com>\nSent: Monday, April 2, 2012 6:26 PM\nTo: Desk\nSubject: Order",
  "De : Ann <ann@example.com>\nEnvoyé : lundi 2 avril 2012 18:26\nÀ : Desk\nObjet : Commande",
  "*De :* Ann\n*Envoyé :* lundi 2 avril 2012\n*À :* Desk\n*Objet :* Commande",
  "Von: Ann <ann@example.com>\nGesendet: Montag, 2. April 2012 18:26\nAn: Desk\nBetreff: Bestellung",
  "De: Ann\nEnviado el: lunes, 2 de abril de 2012 18:26\nPara: Desk\nAsunto: Pedido",
  "Da: Ann\nInviato: lunedì 2 aprile 2012\nA: Desk\nOggetto: Ordine",
  "Van: Ann\nVerzonden: maandag 2 april 2012\nAan: Desk\nOnderwerp: Bestelling",
  "De: Ann\nEnviada em: segunda-feira, 2 de abril\nPara: Desk\nAssunto: Pedido",
  "Od: Ann\nWysłano: 2 kwietnia 2012\nDo: Desk\nTemat: Zamówienie",
  "Från: Ann\nSkickat: den 2 april 2012\nTill: Desk\nÄmne: Order",
  "Fra: Ann\nSendt: 2. april 2012\nTil: Desk\nEmne: Ordre",
  "Lähettäjä: Ann\nLähetetty: 2. huhtikuuta\nVastaanottaja: Desk\nAihe: Tilaus",
  "Od: Ann\nOdesláno: 2. dubna 2012\nKomu: Desk\nPředmět: Objednávka",
  "От: Ann\nОтправлено: 2 апреля 2012\nКому: Desk\nТема: Заказ",
  "差出人: Ann\n送信日時: 2012年4月2日\n宛先: Desk\n件名: 注文",
  "发件人: Ann\n发送时间: 2012年4月2日\n收件人: Desk\n主题: 订单",
]

for (const block of blocks) {
  test(`new text stands above the block "${block.split("\n")[0]}"`, () => {
    assert.equal(splitText(`Merci\n\n________________________________\n${block}\n\nold words`).newText, "Merci")
    assert.equal(splitText(`Merci\n${block}\n\nold words`).newText, "Merci", "without a ruler")
  })
}

for (const mark of [
  "-----Original Message-----",
  "-----Message d'origine-----",
  "-----Ursprüngliche Nachricht-----",
  "-------- Oryginalna wiadomość --------",
]) {
  test(`${mark} begins the history`, () => assert.equal(splitText(`Yes\n\n${mark}\nanything`).newText, "Yes"))
}

test("answers between quotations are new text, all of them", () => {
  const text = "> Will you come?\nYes.\n> With whom?\nAlone.\n> Megan\n"
  assert.deepEqual(splitText(text), { newText: "Yes.\n\nAlone.", quoted: "> Will you come?\n> With whom?\n> Megan", signature: "" })
})

test("a forwarded mail to which nothing was added is the new text", () => {
  const forwarded =
    "---------- Forwarded message ---------\nFrom: Ann <ann@example.com>\nDate: Mon, Apr 2\nSubject: Order\nTo: me\n\nWhere is it?"
  assert.deepEqual(splitText(forwarded), { newText: forwarded, quoted: "", signature: "" })
  assert.equal(splitText(`Please see below.\n\n${forwarded}`).newText, "Please see below.")
  assert.equal(splitText(`Début du message transféré :\n\n> De: Ann\n> Objet: X\n>\n> Où ?`).newText.includes("Où ?"), true)
})

/** Lines that a program adds; none is the customer's. */
const devices = [
  "Sent from my iPhone",
  "Envoyé de mon iPhone",
  "Envoyé depuis l’application Mail Orange",
  "Télécharger Outlook pour iOS",
  "Von meinem iPhone gesendet",
  "Gesendet von Mail für Windows",
  "Enviado desde mi iPhone",
  "Inviato da iPhone",
  "Verstuurd vanaf mijn iPhone",
  "Enviado do meu iPhone",
  "Wysłane z iPhone'a",
  "Skickat från min iPhone",
  "Sendt fra min iPhone",
  "Lähetetty iPhonesta",
  "Odesláno z iPhonu",
  "Отправлено с iPhone",
  "iPhoneから送信",
  "发自我的 iPhone",
  "從我的 iPhone 傳送",
  "Get Outlook for Android",
  "Sent from Yahoo Mail on Android",
]

for (const device of devices) {
  test(`"${device}" is a signature`, () => {
    assert.deepEqual(splitText(`Hello\n\n${device}\n`), { newText: "Hello", quoted: "", signature: device })
  })
}

for (const own of [
  "Sent from my desk, is much easier then my mobile phone.",
  "Envoyé de mon bureau, ce colis n'est jamais arrivé.",
  "On your remote host you can run:",
  "I wrote: nothing works",
  "To: the manager\nI want a refund",
  "Enviado desde Madrid, pero no llega.",
  "-- not a signature but a thought",
  "- first\n- second",
  "a > b and b > c",
]) {
  test(`"${own.slice(0, 40)}" is the customer's own`, () =>
    assert.equal(splitText(`Hello\n\n${own}\n\nBye`).newText, `Hello\n\n${own}\n\nBye`))
}

test("a signature after its delimiter is folded, wherever the quotation stands", () => {
  assert.deepEqual(splitText("Yes\n-- \nAnn\nACME\n\nOn 2 Apr 2012, Bob wrote:\n> ok?"), {
    newText: "Yes",
    quoted: "On 2 Apr 2012, Bob wrote:\n> ok?",
    signature: "--\nAnn\nACME",
  })
})

test("nothing but a quotation is no new text", () => assert.equal(splitText("> a\n> b").newText, ""))
