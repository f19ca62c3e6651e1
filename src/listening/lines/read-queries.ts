import type { Query } from "../language/ast.ts"
import { parseQuery } from "../language/parse-query.ts"
import type { QueryProblem } from "../language/problem.ts"
import { csvRows } from "./csv.ts"

/** Why a line can't be read; `of` and `problem` when it is its query that can't. */
export interface LineProblem {
  line: number
  key: string
  values: Readonly<Record<string, string | number>>
  of?: { id: string | number; query: string; problem: QueryProblem }
}

export interface NamedQuery {
  /** As it was written: a text or a number. */
  id: string | number
  query: Query
  line: number
}

export interface QueriesRead {
  queries: NamedQuery[]
  problems: LineProblem[]
  /** What is allowed, and likely meant otherwise. */
  remarks: LineProblem[]
}

interface Entry {
  line: number
  id: unknown
  query: unknown
}

/** Queries from a file: lines of JSON `{"id","query"}`, an array of such, or CSV with the columns id and query. The bad don't stop the good. */
export function readQueries(file: string): QueriesRead {
  const content = file.replace(/^\ufeff/, "")
  const problems: LineProblem[] = []
  const entries = /^\s*\[/.test(content)
    ? arrayEntries(content, problems)
    : isCsv(content)
      ? csvEntries(content, problems)
      : jsonEntries(content, problems)
  const lines = new Map<string, number>()
  const queries: NamedQuery[] = []
  const remarks: LineProblem[] = []
  for (const { line, id, query } of entries) {
    if ((typeof id !== "string" && typeof id !== "number") || id === "") problems.push({ line, key: "listening.file.noId", values: {} })
    else if (typeof query !== "string") problems.push({ line, key: "listening.file.noQuery", values: {} })
    else if (lines.has(String(id))) problems.push({ line, key: "listening.file.twice", values: { id, line: lines.get(String(id))! } })
    else {
      lines.set(String(id), line)
      const parsed = parseQuery(query)
      if (parsed.query) queries.push({ id, query: parsed.query, line })
      const [list, told] = parsed.query ? [remarks, parsed.remarks] : [problems, parsed.problems]
      for (const problem of told) list.push({ line, key: problem.key, values: problem.values, of: { id, query, problem } })
    }
  }
  return { queries, remarks, problems: problems.sort((a, b) => a.line - b.line) }
}

const isCsv = (content: string): boolean => /^\s*[^{\n]*\bquery\b/i.test(content)

const NOT_JSON = { key: "listening.file.json", values: { example: '{"id":"acme","query":"acme AND refund"}' } }

function arrayEntries(content: string, problems: LineProblem[]): Entry[] {
  const found = parseJson(content)
  if (!Array.isArray(found)) problems.push({ line: 1, ...NOT_JSON })
  return Array.isArray(found) ? found.map((entry, n) => entryOf(entry, n + 1)) : []
}

function jsonEntries(content: string, problems: LineProblem[]): Entry[] {
  return content.split(/\r?\n/).flatMap((text, n) => {
    if (text.trim() === "") return []
    const found = parseJson(text)
    if (typeof found === "object" && found !== null && !Array.isArray(found)) return [entryOf(found, n + 1)]
    problems.push({ line: n + 1, ...NOT_JSON })
    return []
  })
}

function csvEntries(content: string, problems: LineProblem[]): Entry[] {
  const [head, ...rows] = csvRows(content)
  const columns = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? []
  const [id, query] = [columns.indexOf("id"), columns.indexOf("query")]
  if (id < 0 || query < 0) problems.push({ line: 1, key: "listening.file.columns", values: {} })
  if (id < 0 || query < 0) return []
  return rows.flatMap(({ line, cells, isOpen }) => {
    if (isOpen) problems.push({ line, key: "listening.file.unclosedQuote", values: {} })
    return isOpen ? [] : [{ line, id: cells[id]?.trim(), query: cells[query] }]
  })
}

function entryOf(entry: unknown, line: number): Entry {
  const { id, query } = Object(entry) as { id?: unknown; query?: unknown }
  return { line, id, query }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // told by the caller
  }
}
