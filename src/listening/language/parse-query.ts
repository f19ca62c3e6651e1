import type { Near, Query, Span } from "./ast.ts"
import { exclusionAlone } from "./exclusions.ts"
import { type Field, FIELD_NAMES, isField } from "./fields.ts"
import { readRemarks } from "./remarks.ts"
import { tellDepth } from "./depth.ts"
import { type FieldName, type Lexeme, lexemes, type Said } from "./lexemes.ts"
import { readLeaf } from "./leaves.ts"
import { tellNear } from "./near-operands.ts"
import { MAX_DEPTH, MAX_LENGTH, Problems, type QueryProblem } from "./problem.ts"

/** Read, with remarks where something is likely meant otherwise; or not read, and why. */
export type ParsedQuery = { query: Query; remarks: readonly QueryProblem[] } | { query: null; problems: readonly QueryProblem[] }

/**
 * Reads a query (docs/queries.md): NEAR binds closest, then NOT, AND (written or not), OR. What is wrong is told at its place, several
 * at once; then there is no query.
 */
export function parseQuery(text: string): ParsedQuery {
  const problems = new Problems()
  if (text.length > MAX_LENGTH) {
    problems.tell({ start: MAX_LENGTH, end: text.length }, "listening.query.tooLong", { max: MAX_LENGTH })
    return { query: null, problems: problems.list }
  }
  const pieces = lexemes(text, problems)
  const query = new Parser(pieces, problems).parse()
  if (query && problems.list.length === 0) tellDepth(query, problems)
  if (query && problems.list.length === 0) exclusionAlone(query, problems)
  if (query && problems.list.length === 0) return { query, remarks: readRemarks(pieces) }
  return { query: null, problems: problems.list.sort((a, b) => a.start - b.start) }
}

class Parser {
  readonly #pieces: readonly Lexeme[]
  readonly #problems: Problems
  #at = 0
  #depth = 0
  /** The field whose brackets we are in: `title:(a OR b)`. */
  #field: Field | null = null

  constructor(pieces: readonly Lexeme[], problems: Problems) {
    this.#pieces = pieces
    this.#problems = problems
  }

  parse(): Query | null {
    if (this.#peek().kind === "end") return this.#problems.tell({ start: 0, end: this.#peek().end }, "listening.query.empty")
    const query = this.#either()
    while (this.#peek().kind !== "end") {
      if (this.#peek().kind === "close") this.#problems.tell(this.#take(), "listening.query.strayBracket")
      else this.#either()
    }
    return query
  }

  /** The piece before us. */
  #peek(): Lexeme {
    return this.#pieces[this.#at]!
  }

  /** The next piece, behind us now; the end stays before us. */
  #take(): Lexeme {
    const piece = this.#peek()
    if (piece.kind !== "end") this.#at++
    return piece
  }

  #isNext(...operators: readonly string[]): boolean {
    const next = this.#peek()
    return next.kind === "operator" && operators.includes(next.operator)
  }

  #either(): Query | null {
    const parts = [this.#all(null)]
    while (this.#isNext("OR")) parts.push(this.#all(this.#take()))
    return join("or", parts)
  }

  #all(after: Lexeme | null): Query | null {
    const parts = [this.#exclusion(after)]
    for (;;) {
      if (this.#peek().kind === "end" || this.#peek().kind === "close" || this.#isNext("OR")) return join("and", parts)
      parts.push(this.#exclusion(this.#isNext("AND") ? this.#take() : null))
    }
  }

  #exclusion(after: Lexeme | null): Query | null {
    const nots: Lexeme[] = []
    while (this.#isNext("NOT")) nots.push(this.#take())
    const part = this.#near(nots.at(-1) ?? after)
    if (!part || nots.length % 2 === 0) return part
    return { kind: "not", part, start: nots[0]!.start, end: part.end }
  }

  #near(after: Lexeme | null): Query | null {
    let left = this.#one(after)
    while (this.#isNext("NEAR", "ONEAR")) {
      const sign = this.#take()
      if (sign.kind !== "operator") return left
      const not = this.#isNext("NOT") ? this.#take() : null
      if (not) this.#problems.tell(not, "listening.query.notInNear", { operator: sign.text })
      const right = this.#one(not ?? sign)
      if (!left || !right) continue
      const near: Near = {
        kind: "near",
        ordered: sign.operator === "ONEAR",
        distance: sign.distance,
        left,
        right,
        start: left.start,
        end: right.end,
      }
      tellNear(near, sign.text, this.#problems)
      left = near
    }
    return left
  }

  /** A word, a quote, a field or brackets. `after` is the operator that waits for it. */
  #one(after: Lexeme | null): Query | null {
    let piece = this.#peek()
    for (; piece.kind === "operator"; piece = this.#peek()) {
      this.#problems.tell(piece, "listening.query.missingBefore", { operator: piece.text })
      this.#take()
    }
    if (piece.kind === "end" || piece.kind === "close")
      return after && this.#problems.tell(after, "listening.query.missingAfter", { operator: nameOf(after) })
    this.#take()
    if (piece.kind === "open") return this.#brackets(piece)
    if (piece.kind === "field") return this.#ofField(piece)
    return this.#said(piece)
  }

  #said(piece: Said): Query | null {
    if (piece.text.trim() === "") return this.#problems.tell(piece, "listening.query.emptyQuote")
    return readLeaf(piece.text, this.#field, piece, this.#problems)
  }

  #brackets(open: Span): Query | null {
    if (this.#depth >= MAX_DEPTH) return this.#tooDeep(open)
    if (this.#peek().kind === "close")
      return this.#problems.tell({ start: open.start, end: this.#take().end }, "listening.query.emptyBrackets")
    this.#depth++
    const inner = this.#either()
    this.#depth--
    if (this.#peek().kind !== "close") return this.#problems.tell(open, "listening.query.unclosedBracket")
    const { end } = this.#take()
    return inner && { ...inner, start: open.start, end }
  }

  #ofField(piece: FieldName): Query | null {
    const name = piece.text
    const isKnown = isField(name)
    if (!isKnown) this.#problems.tell(piece, "listening.query.unknownField", { field: name, fields: FIELD_NAMES })
    const value = this.#peek()
    const isValue = value.start === piece.end && (value.kind === "word" || value.kind === "quoted" || value.kind === "open")
    if (!isValue) return this.#problems.tell(piece, "listening.query.noValue", { field: name })
    const outer = this.#field
    this.#field = isKnown ? name : null
    const found = this.#one(null)
    this.#field = outer
    return found && { ...found, start: piece.start }
  }

  /** Nothing more is read: each bracket more would only say the same. */
  #tooDeep(at: Span): null {
    this.#at = this.#pieces.length - 1
    return this.#problems.tell(at, "listening.query.tooDeep", { max: MAX_DEPTH })
  }
}

const nameOf = (piece: Lexeme): string => ("text" in piece ? piece.text : "")

/** Parts of one kind in one; a part of the same kind gives its own. */
function join(kind: "and" | "or", found: readonly (Query | null)[]): Query | null {
  if (found.length === 1) return found[0]!
  const parts = found.flatMap((part) => (part === null ? [] : part.kind === kind ? part.parts : [part]))
  if (parts.length < 2) return parts[0] ?? null
  return { kind, parts, start: parts[0]!.start, end: parts.at(-1)!.end }
}
