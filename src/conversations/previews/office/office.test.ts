import assert from "node:assert/strict"
import { test } from "node:test"
import { deflateRawSync } from "node:zlib"
import { officeThread } from "./office-thread.ts"

const thread = officeThread()
const read = (bytes: Uint8Array) => thread.ask({ bytes })

/** A zip as APPNOTE.TXT has it: each part, then the directory, then its end. */
function zip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name), packed)
    entries.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...entries, end])
}

const lines = async (parts: Readonly<Record<string, string | Buffer>>): Promise<string[]> =>
  (await read(zip(parts)))?.rows.map((cells) => cells.join(" | ")) ?? assert.fail("nothing was read")
const word = (body: string) => `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`

test("a document of Word shows its words: no crossed-out ones, no markup", async () => {
  const body = `<w:p><w:r><w:t>Réclamation &amp; </w:t></w:r><w:r><w:t xml:space="preserve">bouquet</w:t></w:r></w:p><w:p/>
    <w:p><w:del><w:r><w:delText>non</w:delText></w:r></w:del><w:r><w:t>n° 7</w:t><w:tab/><w:t>&lt;script&gt;</w:t></w:r></w:p>`
  assert.deepEqual(await lines({ "word/document.xml": word(body) }), ["Réclamation & bouquet", "", "n° 7\t<script>"])
})

test("the slides of a presentation come in their order, an OpenDocument text with its breaks", async () => {
  const slide = (text: string) => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`
  const slides = { "ppt/slides/slide10.xml": slide("Fin"), "ppt/slides/slide2.xml": slide("Début"), "ppt/presentation.xml": "<p/>" }
  assert.deepEqual(await lines(slides), ["Début", "", "Fin"])
  const content = `<office:document-content><office:body>
    <text:h>Titre</text:h>
    <text:p>Un<text:s/>mot<text:line-break/>deux</text:p></office:body></office:document-content>`
  assert.deepEqual(await lines({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": content }), [
    "Titre",
    "Un mot",
    "deux",
  ])
})

test("a sheet shows its first rows as a table, with gaps where cells are empty", async () => {
  const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Prix</t></is></c></row>
    <row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><f>1+1</f><v>12.5</v></c></row></sheetData></worksheet>`
  const shared = `<sst><si><t>Nom</t></si><si><r><t>Pi</t></r><r><t>voines</t></r></si></sst>`
  const excel = { "xl/workbook.xml": "<w/>", "xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": shared }
  assert.deepEqual(await lines(excel), ["Nom |  | Prix", "Pivoines |  | 12.5"])
  const cell = (text: string, more = "") => `<table:table-cell${more}><text:p>${text}</text:p></table:table-cell>`
  const table = (rows: string) => `<table:table>${rows}</table:table>`
  const content = `<office:spreadsheet>${table(`<table:table-row>${cell("a")}${cell("b", ' table:number-columns-repeated="1000000"')}</table:table-row>`)}${table("")}</office:spreadsheet>`
  const [row] = await lines({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content })
  assert.equal(row, `a${" | b".repeat(11)}`)
})

test("what wants to cost much costs little, and what is broken is no preview", async () => {
  const bomb = zip({ "word/document.xml": Buffer.alloc(400_000_000) })
  assert.ok(bomb.length < 500_000)
  const before = performance.now()
  assert.equal(await read(bomb), null)
  assert.ok(performance.now() - before < 3000, "unpacked no further than it may be")
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${word("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")}`
  assert.deepEqual(await lines({ "word/document.xml": laughs }), ["&b;"])
  const deep = word("<w:p>".repeat(200_000))
  assert.equal(await read(zip({ "word/document.xml": deep })), null)
  assert.equal(await read(Buffer.from("PK\x03\x04 and no more")), null)
  const whole = zip({ "word/document.xml": word("<w:p><w:r><w:t>Entier</w:t></w:r></w:p>") })
  for (let cut = 0; cut < whole.length; cut += 7) await read(whole.subarray(0, cut))
  for (let at = 0; at < whole.length; at += 3) {
    const harmed = Buffer.from(whole)
    harmed[at] = 0xff
    await read(harmed)
  }
  assert.equal((await read(whole))?.rows[0]?.[0], "Entier", "the reader is still there")
})
