import { parse } from "csv-parse"
import { parse as parseNow } from "csv-parse/sync"
import { textOf, type Encoding } from "./decode.ts"

export const DELIMITERS = [",", ";", "\t", "|"] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** A row of a table, with the line on which it began; or why it can't be read. */
export type Row = { line: number; cells: string[] } | { line: number; broken: string }

/** What parts the columns: whatever parts the first lines into most columns, all alike. */
export function delimiterOf(sample: string): Delimiter {
  const lines = sample.split(/\r?\n/).slice(0, -1).slice(0, 20).join("\n") || sample
  const scored = DELIMITERS.map((delimiter) => {
    const widths = widthsOf(lines, delimiter)
    const width = widths[0] ?? 1
    const alike = widths.filter((one) => one === width).length / Math.max(1, widths.length)
    return { delimiter, score: width > 1 ? alike * 10 + Math.min(width, 30) / 10 : 0 }
  })
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}

function widthsOf(text: string, delimiter: Delimiter): number[] {
  const rows: unknown = parseNow(text, { ...READING, delimiter })
  return Array.isArray(rows) ? rows.map((row) => (Array.isArray(row) ? row.length : 0)) : []
}

const READING = {
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_error: true,
  bom: true,
  max_record_size: 200_000,
} as const

/** The rows of a table one after another, whatever its length: nothing but the row at hand is in memory. Broken ones are told of. */
export async function* rowsOf(path: string, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<Row> {
  const parser = parse({ ...READING, delimiter, info: true })
  const broken: Row[] = []
  parser.on("skip", (error) => broken.push({ line: Number(error?.["lines"] ?? 0), broken: error?.code ?? "CSV" }))
  const text = textOf(path, encoding)
  text.on("error", (error) => parser.destroy(error))
  text.pipe(parser)
  for await (const record of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    yield* broken.splice(0)
    yield { line: record.info.lines, cells: record.record.map((cell) => cell.trim()) }
  }
  yield* broken
}
