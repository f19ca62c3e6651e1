import { cells, separatorOf } from "./cells.ts"

/** What a text or a table begins with. */
export interface FirstLines {
  kind: "text" | "table"
  /** Of a table, the cells of each row; of a text, one cell a line. */
  rows: string[][]
  /** There is more than is shown. */
  more: boolean
}

const MOST_ROWS = 40
const MOST_CELLS = 12
const LONGEST = 400

/** The first lines of what is text, by its bytes; null for what isn't. Only the first part of a file need be given. */
export function firstLines(bytes: Buffer, name: string, whole: boolean): FirstLines | null {
  const text = readable(bytes, whole)
  if (text === null) return null
  const table = /\.(?:csv|tsv)$/i.test(name)
  const lines = text.split(/\r\n|\r|\n/)
  if (!whole) lines.pop() // may be half a line
  while (lines.at(-1) === "") lines.pop()
  const shown = lines.slice(0, MOST_ROWS)
  const separator = table ? separatorOf(shown[0] ?? "") : ""
  const rows = shown.map((line) =>
    (table ? cells(line, separator) : [line])
      .slice(0, MOST_CELLS)
      .map((cell) => (cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…` : cell)),
  )
  return { kind: table ? "table" : "text", rows, more: !whole || lines.length > shown.length }
}

/** As UTF-8, else as Windows writes Western languages; a zero or many control characters make it no text. */
function readable(bytes: Buffer, whole: boolean): string | null {
  if (bytes.includes(0)) return null
  let text: string
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: !whole })
  } catch {
    text = new TextDecoder("windows-1252").decode(bytes)
  }
  const odd = text.match(/[\u0001-\u0008\u000e-\u001f]/g)?.length ?? 0
  return odd * 100 > text.length ? null : text
}
