import type { TimedCount } from "./timed-detector.ts"

/** A row as it was written, and as it is understood; or why it can't be. */
export interface CountRow extends TimedCount {
  timestamp: string
  value: string
}

export interface CountProblem {
  key: string
  values: Readonly<Record<string, string>>
}

/** Where the columns stand: as the first line says, or in this order. */
export interface CountColumns {
  timestamp: number
  value: number
  people: number
}

export const PLAIN_COLUMNS: CountColumns = { timestamp: 0, value: 1, people: -1 }

/** The columns that a first line names; null when it already is a row. */
export function countColumns(line: string): CountColumns | null {
  const names = cellsOf(line).map((name) => name.toLowerCase())
  const [timestamp, value] = [names.indexOf("timestamp"), names.indexOf("value")]
  return timestamp < 0 || value < 0 ? null : { timestamp, value, people: names.indexOf("people") }
}

/** A row of `timestamp,value`. An empty value wasn't read. Times without a zone are UTC; a number is seconds since 1970. */
export function readCount(line: string, columns: CountColumns): CountRow | CountProblem {
  const cells = cellsOf(line)
  const timestamp = cells[columns.timestamp] ?? ""
  const value = cells[columns.value]
  const people = cells[columns.people] ?? ""
  const at = timeOf(timestamp)
  if (at === null) return { key: "listening.count.badTime", values: { text: timestamp } }
  if (value === undefined) return { key: "listening.count.noValue", values: {} }
  for (const text of [value, people]) if (!isCount(text)) return { key: "listening.count.badValue", values: { text } }
  return { timestamp, value, at, posts: countOf(value), people: countOf(people) }
}

const cellsOf = (line: string): string[] =>
  line.split(line.includes(",") ? "," : /[;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"))

const isCount = (text: string): boolean => /^(\d+(\.\d*)?(e\+?\d+)?|nan|null|na)?$/i.test(text)

const countOf = (text: string): number | null => (/^\d/.test(text) ? Number(text) : null)

function timeOf(text: string): number | null {
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return Number(text) * 1000
  if (!/^\d{4}-\d\d?-\d\d?/.test(text)) return null
  const iso = text.replace(" ", "T")
  const at = Date.parse(/T.*(Z|[+-]\d\d:?\d\d)$/i.test(iso) || !iso.includes("T") ? iso : `${iso}Z`)
  return Number.isNaN(at) ? null : at
}
