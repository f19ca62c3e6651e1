import assert from "node:assert/strict"
import { test } from "node:test"
import { decodeTransfer } from "./transfer-encoding.ts"
import { findUuencoded } from "./uuencode.ts"

const decoded = (body: string, encoding: string) => decodeTransfer(Buffer.from(body, "latin1"), encoding).bytes.toString("latin1")

for (const [encoding, body, expected] of [
  ["base64", "SGVs\r\nbG8=\r\n", "Hello"],
  [" Base64 ", "SGVsbG8", "Hello"],
  ["base64 (really)", "SGVsbG8= -- footer of a list", "Hello"],
  ["quoted-printable", "caf=E9 =\r\nnoir=3D=\r\n", "caf\u00e9 noir="],
  ["Quoted-Printable", "a = b =zz \t\r\nc=\n", "a = b =zz\r\nc"],
  ["quoted-printable", "8-bit \u00e9 stays", "8-bit \u00e9 stays"],
  ["7bit", "as it is =20", "as it is =20"],
  ["8-bit", "as it is", "as it is"],
  ["", "as it is", "as it is"],
  ["x-uuencode", "begin 644 a.txt\n#0V%T\n`\nend\n", "Cat"],
] as const) {
  test(`${JSON.stringify(body)} in ${encoding || "no encoding"} is ${JSON.stringify(expected)}`, () =>
    assert.equal(decoded(body, encoding), expected))
}

test("a text that only calls itself base64 stands as it was written", () => {
  const body = "Hello! This is not base64, is it? No: it's text."
  assert.deepEqual(decodeTransfer(Buffer.from(body), "base64"), { bytes: Buffer.from(body), wrong: true })
})

test("uuencoded files are found in a text, with their place", () => {
  const text = Buffer.from("Look:\nbegin 644 cat.txt\n#0V%T\n`\nend\nNice?\nbegin with a word\n")
  const [file, ...others] = findUuencoded(text)
  assert.deepEqual({ name: file?.name, content: file?.content.toString() }, { name: "cat.txt", content: "Cat" })
  assert.equal(text.subarray(file!.end).toString(), "Nice?\nbegin with a word\n")
  assert.equal(others.length, 0)
})
