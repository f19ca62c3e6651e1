import { delimiterOf, rowsOf } from "../contacts/rows.ts"
import { encodingOf, type Encoding, textOf } from "../contacts/decode.ts"

/** A line of a file of mentions; or why it can't be read. */
export type MentionLine = { line: number; given: unknown } | { line: number; broken: "not-json" | "broken-row"; detail: string }

/** How a file of mentions is written: a table with names in its first row, or a JSON object a line. */
export interface MentionFile {
  form: "table" | "objects"
  /** Of a table. */
  columns: string[]
  lines: () => AsyncGenerator<MentionLine>
}

const SAMPLE = 20_000
/** A longer line is no mention. */
const LONGEST = 400_000

/** Finds out how a file is written. It is read as it is asked for: never whole in memory. */
export async function readMentionFile(path: string): Promise<MentionFile> {
  const encoding = await encodingOf(path)
  const sample = await sampleOf(path, encoding)
  if (/^\s*[{[]/.test(sample)) return { form: "objects", columns: [], lines: () => objectLines(path, encoding) }
  const delimiter = delimiterOf(sample)
  let columns: string[] = []
  for await (const row of rowsOf(path, encoding, delimiter)) {
    columns = "cells" in row ? row.cells : []
    break
  }
  return { form: "table", columns, lines: () => tableLines(rowsOf(path, encoding, delimiter), columns) }
}

async function sampleOf(path: string, encoding: Encoding): Promise<string> {
  let text = ""
  for await (const piece of textOf(path, encoding)) {
    text += String(piece)
    if (text.length > SAMPLE) break
  }
  return text.slice(0, SAMPLE)
}

async function* tableLines(rows: ReturnType<typeof rowsOf>, columns: readonly string[]): AsyncGenerator<MentionLine> {
  let isHead = true
  for await (const row of rows) {
    if ("broken" in row) yield { line: row.line, broken: "broken-row", detail: row.broken }
    else if (!isHead && row.cells.some(Boolean))
      yield { line: row.line, given: Object.fromEntries(columns.map((name, n) => [name, row.cells[n] ?? ""])) }
    isHead = false
  }
}

async function* objectLines(path: string, encoding: Encoding): AsyncGenerator<MentionLine> {
  let line = 0
  for await (const text of linesOf(path, encoding)) {
    line++
    if (text.trim() === "") continue
    const given = parsed(text)
    if (given === undefined) yield { line, broken: "not-json", detail: text.slice(0, 100) }
    else yield { line, given }
  }
}

/** The lines of a file; of one without end, so much that it is refused. */
async function* linesOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  let rest = ""
  for await (const piece of textOf(path, encoding)) {
    const lines = (rest + String(piece)).split("\n")
    rest = (lines.pop() ?? "").slice(0, LONGEST)
    yield* lines
  }
  if (rest) yield rest
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // said of its line
  }
}
