import assert from "node:assert/strict"
import { test } from "node:test"
import { unstructured } from "./header-text.ts"
import { readMailDate } from "./mail-date.ts"
import { messageIds, ownMessageId } from "./message-ids.ts"
import { readStructuredHeader } from "./structured-header.ts"
import { unflow } from "./flowed.ts"

for (const [written, expected] of [
  ["Fri, 07 Oct 1994 16:15:05 -0700 (PDT)", "1994-10-07T23:15:05.000Z"],
  ["Tue, 7 Apr 2026 10:00 +0200", "2026-04-07T08:00:00.000Z"],
  ["7 Apr 26 10:00:00 GMT", "2026-04-07T10:00:00.000Z"],
  ["Mon, 1 Jan 99 00:00:00 EST", "1999-01-01T05:00:00.000Z"],
  ["Thu Apr  9 10:11:12 2015", "2015-04-09T10:11:12.000Z"],
  ["2024-05-06T07:08:09+02:00", "2024-05-06T05:08:09.000Z"],
  ["Fri, 31 Dec 9999 23:59:59 -1200", null],
  ["Fri, 31 Dec 9998 23:59:59 +0000", "9998-12-31T23:59:59.000Z"],
  ["Wed, 31 Dec 1969 23:59:59 +0000", null],
  ["9999-12-31T23:59:59Z", null],
  ["Whenever", null],
  ["Tue, 99 Foo 2026 10:00:00 +0000", null],
] as const) {
  test(`the date ${written} is ${expected}`, () => assert.equal(readMailDate(written), expected))
}

test("message identifiers are found among words, each once", () => {
  assert.deepEqual(messageIds("Your message of today <a@b> (x) <c@d> <a@b>"), ["<a@b>", "<c@d>"])
  assert.deepEqual(messageIds("a@b c@d"), ["<a@b>", "<c@d>"])
  assert.equal(ownMessageId("<no at sign>"), "<noatsign>")
  assert.equal(ownMessageId("  "), null)
  assert.deepEqual(messageIds("<a\0b@c> <d@e\u0007> <f@g>"), ["<f@g>"])
  assert.deepEqual(messageIds("a\0b@c f@g"), ["<f@g>"])
  assert.equal(ownMessageId("<a\0b@c>"), "<ab@c>")
})

for (const [written, parameter, expected] of [
  ["text/plain; charset=utf-8", "charset", "utf-8"],
  ['text/plain; charset="utf-8" (comment; name=x)', "charset", "utf-8"],
  ["multipart/mixed\tboundary=b", "boundary", "b"],
  ["image/png; name=Invoice(1).png", "name", "Invoice(1).png"],
  ["a/b; name*=utf-8''%e2%82%ac%20rates.txt", "name", "€ rates.txt"],
  ["a/b; name*0*=iso-8859-1''%E9t; name*1*=%E9; name*2=.txt", "name", "été.txt"],
  ['a/b; name*1="port.pdf"; name*0="Annual re"', "name", "Annual report.pdf"],
  ['a/b; name="=?utf-8?Q?=C3=A9t=C3=A9.pdf?="', "name", "été.pdf"],
  ['a/b; name="a\\"b"; name=second', "name", 'a"b'],
  ["a/b; __proto__=x; constructor=y", "constructor", "y"],
] as const) {
  test(`${parameter} of ${written} is ${expected}`, () => assert.equal(readStructuredHeader(written).parameters.get(parameter), expected))
}

test("a subject is decoded, on one line, without control characters", () => {
  assert.equal(unstructured("=?utf-8?Q?a=00b=0D=0ABcc:_x?= =?utf-8?B?4oKs?="), "a b Bcc: x€")
  assert.equal(unstructured(Buffer.from("Où ça", "utf8").toString("latin1")), "Où ça")
  assert.equal(unstructured("O\u00f9 \u00e7a"), "Où ça")
})

test("flowed text is put together again, quotation by quotation", () => {
  assert.equal(unflow("one \ntwo\n> three \n> four\n>> five\n-- \nme", false), "one two\n> three four\n>> five\n-- \nme")
  assert.equal(unflow("日本 \n語", true), "日本語")
})
