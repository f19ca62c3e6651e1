import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { readMail } from "./read-mail.ts"

const capture = (name: string) => readFileSync(new URL(`../../../../test/captures/mail/${name}.eml`, import.meta.url))

test("a reply from Outlook, in French, with a photograph", async () => {
  const mail = await readMail(capture("outlook-fr-reply"))
  assert.deepEqual(
    {
      ...mail,
      html: mail.html?.includes("divRplyFwdMsg"),
      text: mail.text.split("\n").length,
      attachments: mail.attachments.map(({ name, size, type }) => ({ name, size, type })),
    },
    {
      messageId: "<PR1P264@example.com>",
      date: "2026-04-07T08:12:00.000Z",
      subject: "RE: Commande n° 4210 – colis abîmé",
      from: { name: "Claire Durand (Épicerie)", address: "claire.durand@example.com", headers: 1, addresses: 1 },
      sender: null,
      replyTo: [],
      to: [
        { name: "Service client", address: "support@vigie.example" },
        { name: "Martin, Paul", address: "paul@example.com" },
      ],
      cc: [{ name: "André", address: "andre@example.com" }],
      inReplyTo: "<case-1.abc@vigie.example>",
      references: ["<first@vigie.example>", "<case-1.abc@vigie.example>"],
      returnPath: "claire.durand@example.com",
      text: 13,
      html: false,
      newText: "Bonjour,\n\nLe colis est arrivé abîmé, photo jointe. Que faire\u00a0?\n\nClaire Durand",
      quoted:
        "________________________________\nDe : Service client <support@vigie.example>\nEnvoyé : lundi 6 avril 2026 18:00\nÀ : Claire Durand\nObjet : Commande n° 4210\n\nVotre colis est parti.",
      signature: "",
      attachments: [{ name: "colis abîmé.jpg", type: "image/jpeg", size: 10 }],
      events: [],
      automatic: { is: false, why: null },
      bounce: { kind: "none", recipients: [] },
      warnings: [],
    },
  )
})

test("an invitation gives its event, and stays as a file", async () => {
  const mail = await readMail(capture("invitation"))
  assert.equal(mail.newText, "Shall we talk on Thursday?")
  assert.deepEqual(
    mail.events.map(({ method, summary, start }) => ({ method, summary, start })),
    [{ method: "REQUEST", summary: "Call about the incident", start: "2026-04-09T14:00:00Z" }],
  )
  assert.deepEqual(
    mail.attachments.map((file) => file.type),
    ["text/calendar"],
  )
})

test("a message inside a mail is a file named for its subject; its words and its sender aren't the mail's", async () => {
  const mail = await readMail(capture("forwarded-message"))
  assert.deepEqual(
    [mail.from?.address, mail.text, mail.attachments.map((file) => file.name)],
    ["ann@example.com", "Is this one from you?", ["Pay now _ today.eml"]],
  )
})

test("a mail broken everywhere is still readable", async () => {
  const mail = await readMail(capture("broken-everywhere"))
  assert.equal(mail.from?.name, "Müller")
  assert.equal(mail.subject, "Grüße aus Köln und Bonn")
  assert.equal(mail.date, "2026-04-08T07:00:00.000Z")
  assert.equal(mail.messageId, "<brackets@example.com>")
  assert.equal(mail.newText, "Grüße ohne Ende\n\nThis is no base64 at all, is it? No!")
  assert.deepEqual(
    mail.attachments.map((file) => [file.name, Buffer.from(file.content).toString()]),
    [["note.txt", "Cat"]],
  )
  assert.deepEqual(mail.warnings.toSorted(), ["charset.unknown", "mime.broken"])
  assert.equal("polluted" in {}, false)
})

test("a mail with nothing at all is readable too", async () => {
  for (const raw of ["", "\n", "just words", "\r\rold Macintosh"]) {
    const mail = await readMail(Buffer.from(raw))
    assert.deepEqual([mail.from, mail.text], [null, raw.trim()], JSON.stringify(raw))
  }
})

test("what is read can be cloned, stored and printed, and is the same each time", async () => {
  const [first, second] = [await readMail(capture("outlook-fr-reply")), await readMail(capture("outlook-fr-reply"))]
  assert.deepEqual(structuredClone(first), second)
  assert.ok(!JSON.stringify(first).includes("\\u0000"))
})

for (const [name, shown] of [
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\me\\a.txt", "a.txt"],
  ["invoice\u202efdp.exe", "invoicefdp.exe"],
  ["a\u0001b\r\nc.txt", "a b c.txt"],
  [".htaccess", "htaccess"],
  [`${"x".repeat(400)}.pdf`, `${"x".repeat(176)}.pdf`],
] as const) {
  test(`a file called ${JSON.stringify(name.slice(0, 30))} is shown as ${shown.slice(0, 20)}`, async () => {
    const part = `Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}\n\nx`
    assert.deepEqual(
      (await readMail(Buffer.from(part))).attachments.map((file) => file.name),
      [shown],
    )
  })
}

test("the envelope sender that the intake saw goes before what the header says", async () => {
  const raw = Buffer.from("Return-Path: <forged@example.com>\nFrom: a@b.example\n\nx")
  assert.equal((await readMail(raw)).returnPath, "forged@example.com")
  const { returnPath, automatic } = await readMail(raw, { returnPath: "" })
  assert.deepEqual([returnPath, automatic.why], ["", "null-return-path"])
})

test("only a file that the HTML shows is inline: a file that calls itself inline is listed where it's seen", async () => {
  const part = (id: string) => `--b\nContent-Type: image/png\nContent-Disposition: inline; filename=${id}.png\nContent-ID: <${id}@x>\n\nx\n`
  const raw = `Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<img src="cid:shown%40x">\n${part("shown")}${part("hidden")}--b--`
  const { attachments } = await readMail(Buffer.from(raw))
  assert.deepEqual(
    attachments.map(({ name, inline }) => [name, inline]),
    [
      ["shown.png", true],
      ["hidden.png", false],
    ],
  )
})
