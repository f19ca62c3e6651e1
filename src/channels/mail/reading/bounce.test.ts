import assert from "node:assert/strict"
import { test } from "node:test"
import { readMail } from "./read-mail.ts"

const report = (action: string, status: string) => `From: Mail Delivery System <MAILER-DAEMON@mx.example.com>
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

I'm sorry.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; <gone@example.net>
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 5.1.1 <gone@example.net>:
 User unknown

--b--
`

const bounceOf = async (raw: string) => (await readMail(Buffer.from(raw))).bounce

test("a delivery report names each recipient, its status and why", async () => {
  assert.deepEqual(await bounceOf(report("failed", "5.1.1")), {
    kind: "bounce",
    recipients: [{ address: "gone@example.net", status: "5.1.1", replyCode: "550", reason: "user-unknown", hard: true }],
  })
})

test("a delay is no bounce, a full mailbox isn't hard, good news is nothing", async () => {
  assert.equal((await bounceOf(report("delayed", "4.4.1"))).kind, "delay")
  const full = await bounceOf(report("failed", "5.2.2"))
  assert.deepEqual([full.recipients[0]?.reason, full.recipients[0]?.hard], ["mailbox-full", false])
  assert.equal((await bounceOf(report("delivered", "2.0.0"))).kind, "none")
})

test("a feedback report is a complaint (RFC 5965)", async () => {
  const raw = `From: fbl@example.com
Content-Type: multipart/report; report-type=feedback-report; boundary=b

--b
Content-Type: message/feedback-report

Feedback-Type: abuse
Original-Rcpt-To: <angry@example.net>

--b--
`
  const { kind, recipients } = await bounceOf(raw)
  assert.deepEqual([kind, recipients[0]?.address, recipients[0]?.reason], ["complaint", "angry@example.net", "abuse"])
})

for (const [raw, kind] of [
  [
    "From: MAILER-DAEMON@q.example\nSubject: failure notice\n\nHi. This is the qmail-send program.\n<a@b.example>:\nno mailbox here",
    "bounce",
  ],
  ["From: mailer-daemon@googlemail.com\nSubject: Delivery Status Notification (Delay)\n\nwill be retried", "delay"],
  ["From: ann@example.com\nSubject: Mail delivery\n\nIs your user unknown?", "none"],
  ["From: ann@example.com\nSubject: Returned item\n\nI returned the item to sender.", "none"],
  ["From: ann@example.com\nAuto-Submitted: auto-replied\nSubject: hi\n\nThank you for your mail.", "autoreply"],
] as const) {
  test(`${JSON.stringify(raw.slice(0, 60))} is ${kind}`, async () => assert.equal((await bounceOf(raw)).kind, kind))
}

for (const [subject, body] of [
  ["Delivery failed", "My parcel could not be delivered to my door. Why?"],
  ["Undeliverable parcel", "The parcel was not delivered to us, it says the address doesn't exist."],
  ["Delivery failure", "The courier was unable to deliver my order twice."],
  ["Non remis", "Mon colis n'a pas été remis."],
] as const) {
  test(`a customer who writes "${subject}" about a parcel is no bounce`, async () => {
    assert.equal((await bounceOf(`From: Ann <ann@example.com>\nSubject: ${subject}\n\n${body}`)).kind, "none")
  })
}

test("a customer who passes a delivery report on writes a letter", async () => {
  const passedOn = report("failed", "5.1.1")
    .replace("Mail Delivery System <MAILER-DAEMON@mx.example.com>", "Ann <ann@example.com>")
    .replace("Undelivered Mail Returned to Sender", "Fwd: why does this come back?")
    .replace("multipart/report", "multipart/mixed")
  assert.equal((await bounceOf(passedOn)).kind, "none")
})
