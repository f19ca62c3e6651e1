import assert from "node:assert/strict"
import { test } from "node:test"
import { UnreadableMail } from "./limits.ts"
import { readMimeTree } from "./mime-tree.ts"
import { everyPart } from "./part.ts"

const bodies = (raw: string) =>
  [...everyPart(readMimeTree(Buffer.from(raw)).root)].filter((part) => !part.children.length).map((part) => part.body.toString())

test("parts are cut at their delimiters, without the line break that belongs to the delimiter", () => {
  const mail = "Content-Type: multipart/mixed; boundary=b\r\n\r\npreamble\r\n--b\r\n\r\none\r\n\r\n--b\r\n\r\ntwo\r\n--b--\r\nepilogue\r\n"
  assert.deepEqual(bodies(mail), ["one\r\n", "two"])
})

test("a delimiter of an outer multipart ends the inner one that was never closed", () => {
  const mail = "Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\n1\n--o\n\n2\n--o--\n"
  assert.deepEqual(bodies(mail), ["1", "2"])
  assert.equal(readMimeTree(Buffer.from(mail)).broken, true)
})

test("a mail that ends before its multiparts do is read to its end", () => {
  assert.deepEqual(bodies("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nlast words"), ["last words"])
})

test("a multipart without any delimiter keeps its body", () => {
  assert.deepEqual(bodies("Content-Type: multipart/mixed; boundary=b\n\nhello\n"), ["hello\n"])
})

test("an inner boundary that begins like the outer one is not taken for it", () => {
  const mail =
    "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; boundary=b2\n\n--b2\n\nx\n--b2--\n--b\n\ny\n--b--\n"
  assert.deepEqual(bodies(mail), ["x", "y"])
})

test("a delimiter that carries more than its boundary is accepted when the multipart has no other", () => {
  assert.deepEqual(bodies("Content-Type: multipart/mixed; boundary=b\n\n--b extra\n\nx\n--b extra\n\ny\n"), ["x", "y\n"])
})

test("header lines that are none are skipped, and begin the body when no field follows", () => {
  const { root } = readMimeTree(Buffer.from("From: a@b.example\nthis is no field\nSubject: s\nHello, the blank line was forgotten\nBye\n"))
  assert.deepEqual(
    root.fields.map((field) => field.name),
    ["from", "subject"],
  )
  assert.equal(root.body.toString(), "Hello, the blank line was forgotten\nBye\n")
})

test("folded fields are unfolded, mbox and byte-order marks before the header are passed over", () => {
  const { root } = readMimeTree(Buffer.from("\ufeffFrom me@example.com Mon Jan 1\nSubject: a\r\n\tb\r\n c\r\n\r\nx"))
  assert.deepEqual(root.fields, [{ name: "subject", body: "a b c" }])
})

for (const [reason, raw] of [
  ["too-many-parts", `Content-Type: multipart/mixed; boundary=b\n\n${"--b\n\n\n".repeat(1_001)}`],
  ["too-deep", Array.from({ length: 51 }, (_, n) => `Content-Type: multipart/mixed; boundary=${n}x\n\n--${n}x\n`).join("")],
] as const) {
  test(`a mail past the limit is refused as ${reason}`, () => {
    assert.throws(
      () => readMimeTree(Buffer.from(raw)),
      (error) => error instanceof UnreadableMail && error.reason === reason,
    )
  })
}
