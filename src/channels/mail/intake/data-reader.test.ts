import assert from "node:assert/strict"
import { test } from "node:test"
import { DataReader } from "./data-reader.ts"

/** Feeds the bytes cut into pieces of so many bytes; gives the content and what came after its end. */
function readCut(bytes: string, size: number): { content: string; rest: string | null } {
  const reader = new DataReader()
  let content = ""
  const input = Buffer.from(bytes, "latin1")
  for (let at = 0; at < input.length; at += size) {
    const chunk = input.subarray(at, at + size)
    const end = reader.read(chunk, (piece) => (content += piece.toString("latin1")))
    if (end >= 0) return { content, rest: chunk.subarray(end).toString("latin1") + input.subarray(at + size).toString("latin1") }
  }
  return { content, rest: null }
}

/** The same by the letter of RFC 5321, on the whole text at once. */
function reference(bytes: string): { content: string; rest: string | null } {
  const end = bytes.startsWith(".\r\n") ? 0 : bytes.indexOf("\r\n.\r\n") + 2
  const whole = end >= 2 || bytes.startsWith(".\r\n")
  const content = (whole ? bytes.slice(0, end) : bytes).replace(/(^|\r\n)\./g, "$1")
  return { content, rest: whole ? bytes.slice(end + 3) : null }
}

test("a mail ends at CRLF.CRLF, however it is cut", () => {
  for (const size of [1, 2, 3, 5, 1000]) {
    assert.deepEqual(readCut("Subject: a\r\n\r\nhello\r\n.\r\nQUIT\r\n", size), {
      content: "Subject: a\r\n\r\nhello\r\n",
      rest: "QUIT\r\n",
    })
    assert.deepEqual(readCut(".\r\nQUIT\r\n", size), { content: "", rest: "QUIT\r\n" })
    assert.deepEqual(readCut("..\r\n...\r\n.x\r\n.\r\n", size), { content: ".\r\n..\r\nx\r\n", rest: "" })
  }
})

test("any mixture of dots and line ends, cut anywhere, reads as RFC 5321 says", () => {
  const alphabet = ["\r", "\n", ".", "\r\n", "\r\n.", "a", "\r\n.\r"]
  let seed = 7
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below
  for (let round = 0; round < 20_000; round++) {
    const bytes = Array.from({ length: 1 + random(12) }, () => alphabet[random(alphabet.length)]).join("")
    const expected = reference(bytes)
    // An unfinished end is still withheld; what was given so far must be its beginning.
    for (const size of [1, 2, 3, 7, 100]) {
      const read = readCut(bytes, size)
      assert.equal(read.rest, expected.rest, JSON.stringify({ bytes, size }))
      if (read.rest !== null) assert.equal(read.content, expected.content, JSON.stringify({ bytes, size }))
      else
        assert.ok(
          expected.content.startsWith(read.content) && expected.content.length - read.content.length <= 1,
          JSON.stringify({ bytes, size }),
        )
    }
  }
})
