import assert from "node:assert/strict"
import { test } from "node:test"
import { officeThread } from "./office-thread.ts"
import { zip } from "./zip.fixture.ts"

const thread = officeThread()
const read = (bytes: Uint8Array, language: "en" | "fr" = "fr") => thread.ask({ bytes, language })

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

const CODES = [
  "General",
  "[$-40C]dddd d mmmm yyyy;@",
  "dd\\/mm\\/yyyy hh:mm:ss AM/PM",
  "0.00E+00",
  '"Dose: "0',
  "[Red]#,##0.00",
  "yyyy",
  "mm/yyyy",
]
const own = CODES.map((code, n) => `<numFmt numFmtId="${170 + n}" formatCode="${code.replaceAll('"', "&quot;")}"/>`).join("")

/** A sheet of one row: each number in the format of that id. */
function sheetOf(cells: readonly (readonly [id: number, value: number | string])[], workbook = "<workbookPr/>"): Buffer {
  const c = cells.map(([, value], n) => `<c r="${String.fromCharCode(65 + n)}1" s="${n}"><v>${value}</v></c>`).join("")
  const xfs = cells.map(([id]) => `<xf numFmtId="${id}"/>`).join("")
  return zip({
    "xl/workbook.xml": `<workbook>${workbook}</workbook>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1">${c}</row></sheetData></worksheet>`,
    "xl/styles.xml": `<styleSheet><numFmts>${own}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`,
  })
}

test("a date in a sheet is a date in the reader's language, by whatever format; other numbers stay", async () => {
  const row = async (bytes: Buffer, language: "en" | "fr") => (await read(bytes, language))?.rows[0]
  const monday = 46349 // 23 November 2026
  const built = sheetOf([
    [14, monday],
    [16, monday],
    [17, monday],
    [20, 0.5625],
    [22, monday + 0.5625],
    [46, 1.104_166_666_7],
    [47, 0.001_5],
    [0, monday],
    [9, 0.2],
    [30, monday],
  ])
  assert.deepEqual(await row(built, "fr"), [
    "23 nov. 2026",
    "23 nov.",
    "nov. 2026",
    "13:30",
    "23 nov. 2026 13:30",
    "26:30:00",
    "02:10",
    String(monday),
    "0.2",
    "23 nov. 2026",
  ])
  assert.deepEqual((await row(built, "en"))?.slice(0, 5), ["23 Nov 2026", "23 Nov", "Nov 2026", "13:30", "23 Nov 2026, 13:30"])
  const custom = sheetOf(CODES.map((_, n) => [170 + n, n === 2 ? monday + 0.75 : monday]))
  const plain = String(monday)
  assert.deepEqual(await row(custom, "fr"), [
    plain,
    "lundi 23 novembre 2026",
    "23 nov. 2026 18:00:00",
    plain,
    plain,
    plain,
    "2026",
    "nov. 2026",
  ])
})

test("days are counted from 1900, with the one that never was, or from 1904; what is no day stays a number", async () => {
  const days = [1, 59, 60, 61, 0, -1, 2_958_465, 2_958_466].map((value) => [14, value] as const)
  assert.deepEqual((await read(sheetOf(days), "en"))?.rows[0], [
    "1 Jan 1900",
    "28 Feb 1900",
    "60",
    "1 Mar 1900",
    "0",
    "-1",
    "31 Dec 9999",
    "2958466",
  ])
  const since1904 = sheetOf(
    [
      [14, 44_887],
      [14, 0],
      [22, "0.5"],
      [14, "soon"],
    ],
    '<workbookPr date1904="1"/>',
  )
  assert.deepEqual((await read(since1904, "en"))?.rows[0], ["23 Nov 2026", "1 Jan 1904", "1 Jan 1904, 12:00", "soon"])
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
