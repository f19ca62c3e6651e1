import { type DateOrder, DateOrderProof } from "#platform"
import type { ContactsSettings } from "../settings.ts"
import { encodingOf, type Encoding, textOf } from "./decode.ts"
import { looksLikeHeader } from "./column-heads.ts"
import { type Column, guessColumns } from "./guess-columns.ts"
import { type Delimiter, delimiterOf, type Row, rowsOf } from "./rows.ts"

/** How a table of contacts is read, and its first rows. */
export interface Table {
  encoding: Encoding
  delimiter: Delimiter
  header: boolean
  heads: string[] | null
  columns: Column[]
  /** How dates in numbers are written: chosen, or proven by all that were read; null: nobody can say. */
  dates: DateOrder | null
  rows: Row[]
}

const SAMPLE = 50
export const SHOWN = 20

/** Finds out how a table is written, dates from its first rows up to so many; what was chosen already is kept. */
export async function readTable(path: string, chosen: ContactsSettings, most = Infinity): Promise<Table> {
  const encoding = chosen.encoding ?? (await encodingOf(path))
  const delimiter = chosen.delimiter ?? delimiterOf(await sampleOf(path, encoding))
  const rows: Row[] = []
  for await (const row of rowsOf(path, encoding, delimiter)) {
    rows.push(row)
    if (rows.length > SAMPLE) break
  }
  const first = rows.find((row) => "cells" in row)
  const header = chosen.header ?? looksLikeHeader(first?.cells ?? [])
  const heads = header && first ? first.cells : null
  const body = rows.filter((row) => !header || row !== first)
  const guessed = guessColumns(
    heads,
    body.flatMap((row) => ("cells" in row ? [row.cells] : [])),
  )
  const columns = chosen.columns?.length ? guessed.map((column, i) => chosen.columns?.[i] ?? column) : guessed
  const dates = chosen.dates ?? (await orderOf(rowsOf(path, encoding, delimiter), columns, most))
  return { encoding, delimiter, header, heads, columns, dates, rows: body }
}

async function orderOf(rows: ReturnType<typeof rowsOf>, columns: readonly Column[], most: number): Promise<DateOrder | null> {
  if (!columns.some(({ means }) => means === "created")) return null
  const proof = new DateOrderProof()
  let seen = 0
  for await (const row of rows) {
    for (const [i, { means }] of columns.entries()) if (means === "created" && "cells" in row) proof.see(row.cells[i] ?? "")
    if (++seen >= most) break
  }
  return proof.order
}

async function sampleOf(path: string, encoding: Encoding): Promise<string> {
  let text = ""
  for await (const piece of textOf(path, encoding)) {
    text += String(piece)
    if (text.length > 20_000) break
  }
  return text.slice(0, 20_000)
}
