import assert from "node:assert/strict"
import { test } from "node:test"
import { decodeBytes } from "#markup"
import { readMail } from "../read-mail.ts"
import { charsetSamples } from "./charset-samples.fixture.ts"

for (const [label, base64, text] of charsetSamples) {
  test(`a mail in ${label} is read: ${text}`, async () => {
    const head = `From: a@example.com\r\nSubject: =?${label}?B?${base64}?=\r\nContent-Type: text/plain; charset="${label}"`
    const mail = await readMail(Buffer.from(`${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n`))
    assert.equal(mail.text, text.normalize("NFC"))
    assert.deepEqual(
      mail.warnings.filter((warning) => warning.startsWith("charset")),
      [],
    )
  })
}

test("a charset that nobody knows is read as UTF-8 where it is, else as windows-1252, with a warning", () => {
  assert.deepEqual(decodeBytes(Buffer.from("été"), "klingon"), { text: "été", unknown: true, wrong: false })
  assert.deepEqual(decodeBytes(Buffer.from("e9", "hex"), "x-unknown"), { text: "é", unknown: true, wrong: false })
})

test("text that calls itself UTF-8 and is windows-1252 is read as what it is", () => {
  assert.deepEqual(decodeBytes(Buffer.from("caf\u00e9", "latin1"), "utf-8"), { text: "café", unknown: false, wrong: true })
})

test("broken UTF-8 among good UTF-8 becomes U+FFFD", () => {
  assert.equal(decodeBytes(Buffer.concat([Buffer.from("é"), Buffer.from([0xff])]), "utf-8").text, "é\ufffd")
})

test("overlong forms and surrogates hidden in UTF-8 give no character", () => {
  assert.ok(!decodeBytes(Buffer.from("c0bc", "hex"), "utf-8").text.includes("<"), "an overlong < must not become <")
  assert.ok(decodeBytes(Buffer.from("eda080", "hex"), "utf-8").text.isWellFormed())
})

test("UTF-7 that hides a tag gives the tag as text, which is escaped like any other", async () => {
  const mail = await readMail(
    Buffer.from("From: a@b.example\nContent-Type: text/html; charset=utf-7\n\n+ADw-script+AD4-alert(1)+ADw-/script+AD4-hi"),
  )
  assert.equal(mail.html, "hi")
})

test("what is stored has no NUL, no lone surrogate, and is in normal form C", () => {
  assert.equal(decodeBytes(Buffer.from("a\u0000b", "utf-16le"), "utf-16le").text, "ab")
  assert.equal(decodeBytes(Buffer.from("00d8", "hex"), "utf-16le").text, "\ufffd")
  assert.equal(decodeBytes(Buffer.from("e\u0301"), "utf-8").text, "é")
})
