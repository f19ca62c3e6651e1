import assert from "node:assert/strict"
import { test } from "node:test"
import { readMail } from "./read-mail.ts"

const automaticOf = async (head: string) => (await readMail(Buffer.from(`${head}\n\nhello`))).automatic
const from = "From: Ann <ann@example.com>\nSubject: Where is my parcel?"

for (const [head, why] of [
  ["Auto-Submitted: auto-replied", "auto-submitted"],
  ["Auto-Submitted: auto-generated; x=y", "auto-submitted"],
  ["Auto-Submitted: no", null],
  ["Precedence: bulk", "precedence"],
  ["Precedence: normal", null],
  ["List-Id: <news.example.com>", "list"],
  ["X-Auto-Response-Suppress: OOF, AutoReply", "auto-response-suppress"],
  ["X-Auto-Response-Suppress: None", null],
  ["X-Autoreply: yes", "auto-reply"],
  ["X-Autoreply: no", null],
  ["Return-Path: <>", "null-return-path"],
  ["Return-Path: <ann@example.com>", null],
  ["X-Vigie-Id: 1", "own"],
  ["Content-Type: multipart/report; boundary=b", "report"],
  ["X-List-__proto__: x", null],
] as const) {
  test(`${head} means ${why ?? "a person"}`, async () => {
    assert.deepEqual(await automaticOf(`${from}\n${head}`), { is: why !== null, why })
  })
}

for (const [address, why] of [
  ["MAILER-DAEMON@example.com", "mailer-daemon"],
  ["no-reply@example.com", "no-reply"],
  ["orders.noreply@example.com", "no-reply"],
  ["nepasrepondre@example.com", "no-reply"],
  ["norepley.fan@example.com", null],
  ["postmaster@example.com", "mailer-daemon"],
] as const) {
  test(`${address} is ${why ?? "a person"}`, async () => assert.equal((await automaticOf(`From: ${address}`)).why, why))
}

for (const subject of [
  "Automatic reply: Invoice",
  "Out of Office: back Monday",
  "Réponse automatique : Facture",
  "Automatische Antwort: Rechnung",
  "Abwesenheitsnotiz",
  "Respuesta automática: Factura",
  "Risposta automatica: Fattura",
  "Automatisch antwoord: Factuur",
  "Resposta automática: Fatura",
  "Odpowiedź automatyczna: Faktura",
  "Autosvar: Faktura",
  "Automaattinen vastaus: Lasku",
  "Автоматический ответ: Счёт",
  "自動応答: 請求書",
  "自动回复: 发票",
]) {
  test(`a mail called "${subject}" is an absence notice`, async () => {
    const mail = await readMail(Buffer.from(`From: ann@example.com\nSubject: ${subject}\n\nI am away.`))
    assert.deepEqual(mail.automatic, { is: true, why: "out-of-office" })
    assert.equal(mail.bounce.kind, "autoreply")
  })
}

for (const subject of ["Your out of office hours?", "Automatic doors are broken", "Re: vacation rental", "Office chair out of stock"]) {
  test(`a mail called "${subject}" is a person's`, async () =>
    assert.equal((await automaticOf(`From: ann@example.com\nSubject: ${subject}`)).is, false))
}
