import assert from "node:assert/strict"
import { test } from "node:test"
import { readMail } from "../../read-mail.ts"
import { unpackTnef } from "./unpack.ts"

const u16 = (value: number) => Buffer.from(Uint16Array.of(value).buffer)
const u32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer)
const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

/** A TNEF stream of these attributes, as Outlook writes it. */
function tnef(...attributes: [id: number, data: Buffer][]): Buffer {
  const rows = attributes.map(([id, data]) => Buffer.concat([Buffer.from([1]), u32(id), u32(data.length), data, u16(0)]))
  return Buffer.concat([u32(0x223e9f78), u16(1), ...rows])
}

function property(type: number, id: number, value: Buffer): Buffer {
  return Buffer.concat([u16(type), u16(id), u32(1), u32(value.length), padded(value)])
}

const list = (...properties: Buffer[]) => Buffer.concat([u32(properties.length), ...properties])

const winmail = tnef(
  [0x00069007, Buffer.concat([u32(1252), u32(0)])],
  [0x00069003, list(property(0x1f, 0x1000, Buffer.from("Bonjour été\0", "utf16le")))],
  [0x00069002, Buffer.alloc(14)],
  [0x00018010, Buffer.from("FACTUR~1.PDF\0")],
  [0x0006800f, Buffer.from("%PDF")],
  [
    0x00069005,
    list(property(0x1f, 0x3707, Buffer.from("facture été.pdf\0", "utf16le")), property(0x1e, 0x370e, Buffer.from("application/pdf\0"))),
  ],
)

test("winmail.dat gives its text and its files, by their long names", () => {
  const unpacked = unpackTnef(winmail)
  assert.equal(unpacked?.text, "Bonjour été")
  assert.deepEqual(unpacked?.files, [{ name: "facture été.pdf", type: "application/pdf", cid: null, content: Buffer.from("%PDF") }])
})

const mailOf = (content: Buffer) =>
  readMail(
    Buffer.from(
      `From: a@example.com\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n${content.toString("base64")}`,
    ),
  )

test("a mail that is nothing but TNEF is readable", async () => {
  const mail = await mailOf(winmail)
  assert.equal(mail.text, "Bonjour été")
  assert.deepEqual(
    mail.attachments.map(({ name, type, size }) => ({ name, type, size })),
    [{ name: "facture été.pdf", type: "application/pdf", size: 4 }],
  )
})

test("a corrupt winmail.dat stays as a file, with a warning", async () => {
  const mail = await mailOf(winmail.subarray(0, 60))
  assert.deepEqual([mail.attachments.map((file) => file.name), mail.warnings.includes("tnef.unreadable")], [["winmail.dat"], true])
})

test("whatever a byte is turned into, unpacking ends", () => {
  const started = performance.now()
  for (let at = 0; at < winmail.length; at++) {
    for (const value of [0, 1, 0x7f, 0x80, 0xff]) {
      const broken = Buffer.from(winmail)
      broken[at] = value
      unpackTnef(broken)
    }
  }
  assert.ok(performance.now() - started < 3_000)
})
