import type { Language } from "#words"
import type { FirstLines } from "../first-lines.ts"
import { countsFrom1904, excelStyles } from "./excel-styles.ts"
import { momentWords } from "./moment-words.ts"
import { paragraphs } from "./paragraphs.ts"
import { excelRows, openDocumentRows, sharedTexts } from "./sheets.ts"
import { zipParts } from "./zip-parts.ts"

const MOST_ROWS = 120
const MOST_CELLS = 12
const LONGEST = 2000
const MOST_SLIDES = 10
const MOST_SHARED = 20_000
/** A part that unpacks to more is left alone: a few kilobytes can unpack to gigabytes. */
const MOST_BYTES = 8_000_000

/** The words that a document of Word, Excel, PowerPoint or OpenDocument begins with, by its bytes, dates of Excel’s in a language; null for what is none. */
export function officeLines(bytes: Buffer, language: Language): FirstLines | null {
  const parts = zipParts(bytes)
  if (!parts) return null
  const part = (name: string): Buffer | null => parts.get(name)?.(MOST_BYTES) ?? null
  const most = { rows: MOST_ROWS, cells: MOST_CELLS }
  if (parts.has("word/document.xml")) return textOf([part("word/document.xml")])
  if (parts.has("ppt/presentation.xml"))
    return textOf(
      numbered(parts.keys(), /^ppt\/slides\/slide(\d+)\.xml$/)
        .slice(0, MOST_SLIDES)
        .map(part),
    )
  if (parts.has("xl/workbook.xml")) {
    const [first] = numbered(parts.keys(), /^xl\/worksheets\/sheet(\d+)\.xml$/)
    const sheet = first === undefined ? null : part(first)
    const [shared, styles, workbook] = ["xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"].map(part)
    const shows = styles ? excelStyles(styles) : []
    const moments = { since1904: workbook ? countsFrom1904(workbook) : false, language }
    const readNumber = (value: number, style: number): string | null => {
      const how = shows[style]
      return how ? momentWords(value, how, moments) : null
    }
    return sheet && tableOf(excelRows(sheet, shared ? sharedTexts(shared, MOST_SHARED) : [], readNumber, most))
  }
  const content = part("content.xml")
  if (!content || !part("mimetype")?.toString("latin1").startsWith("application/vnd.oasis.opendocument.")) return null
  return part("mimetype")!.includes("spreadsheet") ? tableOf(openDocumentRows(content, most)) : textOf([content])
}

/** Parts that carry a number, by it. */
function numbered(names: Iterable<string>, pattern: RegExp): string[] {
  const found = [...names].flatMap((name) => (pattern.test(name) ? [{ name, n: Number(pattern.exec(name)![1]) }] : []))
  return found.sort((a, b) => a.n - b.n).map(({ name }) => name)
}

function textOf(xml: readonly (Buffer | null)[]): FirstLines | null {
  const lines: string[] = []
  for (const one of xml) {
    if (!one || lines.length > MOST_ROWS) continue
    if (lines.length > 0) lines.push("")
    lines.push(...paragraphs(one, MOST_ROWS - lines.length))
  }
  return shown(
    "text",
    lines.map((line) => [line]),
  )
}

const tableOf = (rows: string[][]): FirstLines | null => shown("table", rows)

function shown(kind: FirstLines["kind"], rows: string[][]): FirstLines | null {
  const full = rows.findLastIndex((cells) => cells.some((cell) => cell.trim() !== "")) + 1
  if (full === 0) return null
  const cut = (cell: string): string => (cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…` : cell)
  return { kind, rows: rows.slice(0, Math.min(full, MOST_ROWS)).map((cells) => cells.map(cut)), more: full > MOST_ROWS }
}
