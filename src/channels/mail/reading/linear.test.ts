import assert from "node:assert/strict"
import { test } from "node:test"
import { brokenHtmlLimit, decodeBytes } from "#markup"
import { htmlLines } from "./html/html-lines.ts"
import { readAuthor } from "./identity.ts"
import { unflow } from "./mime/flowed.ts"
import { readHeaderBlock } from "./mime/header-block.ts"
import { readMimeTree } from "./mime/mime-tree.ts"
import { readStructuredHeader } from "./mime/structured-header.ts"
import { decodeTransfer } from "./mime/transfer-encoding.ts"
import { splitText } from "./new-text.ts"
import { textToHtml } from "./text-to-html.ts"

/** Work whose size can be doubled: twice the text may take less than three times as long (quadratic would take four times). */
const works: Record<string, [unit: string, count: number, work: (text: string) => unknown]> = {
  quotations: ["> a\nb\n", 20_000, splitText],
  "attributions that never end": ["On 1 Jan 2020 at 10:00, a <a@b.example>\n", 4_000, splitText],
  "attributions and quotations": ["On 1 Jan 2020, A wrote:\n\n> x\ny\n", 10_000, splitText],
  "header labels": ["From: a\n\n", 20_000, splitText],
  "one line of words": ["On 2020 wrote ", 100_000, splitText],
  "one line of quotation marks": [">", 2_000_000, splitText],
  dashes: ["-- \n-\n", 20_000, splitText],
  links: ["https://a.example/(x) a@b.example ", 8_000, textToHtml],
  "almost links": ["a@a@www.http:", 80_000, textToHtml],
  "a word without end": ["a", 2_000_000, textToHtml],
  "open tags": ["<b ", 200_000, htmlLines],
  tags: ["<div><i>x</i>", 20_000, htmlLines],
  "closed otherwise than opened": ["<div></p>", 100_000, htmlLines],
  "one line of inline tags": ['<a href="x">y</a>', 20_000, htmlLines],
  "less-than signs": ["<", 300_000, htmlLines],
  comments: ["<!-- ", 200_000, brokenHtmlLimit],
  folds: ["X: a\r\n b\r\n c\r\n", 40_000, (text) => readHeaderBlock(Buffer.from(text), 0)],
  parameters: ['; a="b', 20_000, (text) => readStructuredHeader(`x/y${text}`)],
  "comments in a header": ["(", 60_000, (text) => readStructuredHeader(`x/y; a=${text}`)],
  "spaces in a header": ["a ", 60_000, (text) => readStructuredHeader(`x/y; a=${text}`)],
  "quotes in From": ['"\\" ', 30_000, (text) => readAuthor([text])],
  "brackets in From": ["<@", 60_000, (text) => readAuthor([text])],
  "encoded words": ["=?utf-8?Q?=C3?= ", 4_000, (text) => readAuthor([`${text}<a@b.example>`])],
  "soft breaks": ["=\n", 500_000, (text) => decodeTransfer(Buffer.from(text), "quoted-printable")],
  uuencode: ["begin 644 a\n", 60_000, (text) => decodeTransfer(Buffer.from(text), "x-uuencode")],
  "flowed lines": ["a \n>b \n", 60_000, (text) => unflow(text, true)],
  "UTF-7": ["+", 1_000_000, (text) => decodeBytes(Buffer.from(text), "utf-7")],
  delimiters: ["--c\n", 200_000, (text) => readMimeTree(Buffer.from(`Content-Type: multipart/mixed; boundary=b\n\n${text}`))],
}

for (const [name, [unit, count, work]] of Object.entries(works)) {
  test(`the time for ${name} grows with their number, not faster`, () => {
    const measured: string[] = []
    const linear = [1, 2, 3].some(() => {
      const once = quickest(work, unit.repeat(count))
      const twice = quickest(work, unit.repeat(count * 2))
      measured.push(`${once.toFixed(1)} ms, ${twice.toFixed(1)} ms for twice as many`)
      return twice < 3 * once || twice < 15 // shorter than what else goes on in the machine
    })
    assert.ok(linear, measured.join("; "))
  })
}

function quickest(work: (text: string) => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run++) {
    const started = performance.now()
    work(text)
    best = Math.min(best, performance.now() - started)
  }
  return best
}
