import type { Span } from "./ast.ts"
import { isField } from "./fields.ts"
import { MAX_DISTANCE, type Problems } from "./problem.ts"

type Operator = "AND" | "OR" | "NOT" | "NEAR" | "ONEAR"

interface Mark<Kind> extends Span {
  kind: Kind
}

/** The word, or the inside of the quotes. */
export interface Said extends Span {
  kind: "word" | "quoted"
  text: string
}

/** The name of a field, its colon included in the span. */
export interface FieldName extends Span {
  kind: "field"
  text: string
}

interface Operating extends Span {
  kind: "operator"
  operator: Operator
  distance: number
  text: string
}

/** A piece of a query. */
export type Lexeme = Mark<"open"> | Mark<"close"> | Mark<"end"> | Said | FieldName | Operating

const SPACE = /\s+/uy
const WORD = /[^\s()"“”«»]+/uy
const FIELD = /([\p{L}_]+):/uy
const QUOTES: Readonly<Record<string, RegExp>> = {
  '"': /(?:\\.|[^"\\])*/suy,
  "“": /[^”"]*/uy,
  "”": /[^”"]*/uy,
  "«": /[^»]*/uy,
  "»": /[^«]*/uy,
}
const DEFAULT_DISTANCE = 10

/** Cuts a query into its pieces; the last is its end. */
export function lexemes(query: string, problems: Problems): Lexeme[] {
  const found: Lexeme[] = []
  let at = 0
  for (;;) {
    at = after(SPACE, query, at)
    if (at >= query.length) break
    const lexeme = oneAt(query, at, found.at(-1), problems)
    if (lexeme.end > lexeme.start) found.push(lexeme)
    at = Math.max(lexeme.end, at + 1)
  }
  found.push({ kind: "end", start: query.length, end: query.length })
  return found
}

function oneAt(query: string, start: number, before: Lexeme | undefined, problems: Problems): Lexeme {
  const first = query[start]!
  if (first === "(" || first === ")") return { kind: first === "(" ? "open" : "close", start, end: start + 1 }
  if (first in QUOTES) return quoted(query, start, problems)
  const isValue = before?.kind === "field" && before.end === start
  if (!isValue) {
    if (first === "-" && isExclusion(query, start, before))
      return { kind: "operator", operator: "NOT", distance: 0, text: "-", start, end: start + 1 }
    FIELD.lastIndex = start
    const field = FIELD.exec(query)
    if (field && isFieldName(query, start, field[1]!))
      return { kind: "field", text: field[1]!.toLowerCase(), start, end: start + field[0].length }
  }
  const end = after(WORD, query, start)
  const text = query.slice(start, end)
  return (isValue ? null : operator(text, start, problems)) ?? { kind: "word", text, start, end }
}

/** Not the beginning of an address; and before a space, only a field that there is (`Star Wars: Andor` are words). */
function isFieldName(query: string, start: number, name: string): boolean {
  if (/^https?:\/\//i.test(query.slice(start, start + 8))) return false
  return isField(name.toLowerCase()) || /\S/.test(query[start + name.length + 1] ?? " ")
}

/** A minus right before a word, a quote, a bracket or a field, and not within a word. */
function isExclusion(query: string, start: number, before: Lexeme | undefined): boolean {
  const apart = before === undefined || before.end < start || before.kind === "open"
  return apart && /[^\s\-)]/.test(query[start + 1] ?? " ")
}

function operator(text: string, start: number, problems: Problems): Lexeme | null {
  const end = start + text.length
  if (text === "AND" || text === "OR" || text === "NOT") return { kind: "operator", operator: text, distance: 0, text, start, end }
  const [, name, ordered = "", number, f = ""] = /^((O?)NEAR)(?:\/([^f]*)(f?))?$/.exec(text) ?? []
  if (name === undefined) return null
  const distance = number === undefined ? DEFAULT_DISTANCE : /^\d{1,6}$/.test(number) ? Number(number) : -1
  if (distance < 0 || distance > MAX_DISTANCE)
    problems.tell({ start, end }, "listening.query.distance", { operator: name, max: MAX_DISTANCE })
  return { kind: "operator", operator: ordered || f ? "ONEAR" : "NEAR", distance: Math.max(0, distance), text, start, end }
}

function quoted(query: string, start: number, problems: Problems): Said {
  const end = after(QUOTES[query[start]!]!, query, start + 1)
  if (end >= query.length) problems.tell({ start, end: start + 1 }, "listening.query.unclosedQuote")
  const text = query.slice(start + 1, end)
  const said = query[start] === '"' ? text.replace(/\\(["\\])/g, "$1") : text
  const lexeme: Said = { kind: "quoted", text: said, start, end: Math.min(end + 1, query.length) }
  const tilde = /^~\d*/.exec(query.slice(lexeme.end, lexeme.end + 8))?.[0]
  if (tilde === undefined) return lexeme
  lexeme.end += tilde.length
  problems.tell({ start: lexeme.end - tilde.length, end: lexeme.end }, "listening.query.tilde", { distance: tilde.slice(1) || "5" })
  return lexeme
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
