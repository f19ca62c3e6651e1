import type { And, Leaf, Or, Query, Value, Words } from "../language/ast.ts"
import { Tokens } from "../text/tokens.ts"
import { ALL, AND, ANY, ANY_WORD, HEAD, halvesOf, NEAR, NOT, NUMBER_FIELDS, OR, RANGE, RAW, ROW } from "./program.ts"
import { exactly } from "./exact.ts"
import { type Kind, kindOfTerm } from "./kinds.ts"
import type { Vocabulary } from "./vocabulary.ts"

/** A query as a program over the terms of the vocabulary (`program.ts`); each term is taken once for each place where it stands. */
export function compile(query: Query, vocabulary: Vocabulary): number[] {
  const code: number[] = []
  write(query, vocabulary, code)
  return code
}

function write(query: Query, vocabulary: Vocabulary, code: number[]): void {
  const from = code.length
  if (query.kind === "and" || query.kind === "or") writeParts(query, vocabulary, code)
  else if (query.kind === "not") {
    code.push(NOT, 0)
    write(query.part, vocabulary, code)
  } else if (query.kind === "near") {
    code.push(NEAR, 0, query.ordered ? 1 : 0, query.distance)
    write(query.left, vocabulary, code)
    write(query.right, vocabulary, code)
  } else writeLeaf(query, vocabulary, code)
  code[from + 1] = code.length - from
}

/** Single terms among the parts become one list, which is asked at a stroke. */
function writeParts({ kind, parts }: And | Or, vocabulary: Vocabulary, code: number[]): void {
  const isSingle = (part: Query): part is Words | Value => part.kind === "value" || (part.kind === "words" && part.words.length === 1)
  const single = parts.filter(isSingle)
  const rest = parts.filter((part) => !isSingle(part))
  const list = single.map((leaf) => termOf(leaf, vocabulary))
  const operation = kind === "and" ? ALL : ANY
  if (rest.length === 0) return void code.push(operation, 0, ...list)
  code.push(kind === "and" ? AND : OR, 0)
  if (list.length > 0) code.push(operation, HEAD + list.length, ...list)
  for (const part of rest) write(part, vocabulary, code)
}

function writeLeaf(leaf: Leaf, vocabulary: Vocabulary, code: number[]): void {
  if (leaf.kind === "range") {
    const open = (leaf.minOpen ? 1 : 0) | (leaf.maxOpen ? 2 : 0)
    code.push(RANGE, 0, NUMBER_FIELDS.indexOf(leaf.field), open, ...halvesOf(leaf.min), ...halvesOf(leaf.max))
  } else if (leaf.kind === "raw") {
    const written = exactly(leaf.text)
    const tokens = new Tokens().read(written)
    const words = tokens.words.slice(0, tokens.count)
    const lead = tokens.count > 0 ? tokens.starts[0]! : 0
    code.push(RAW, 0, vocabulary.take("raw:", written), lead, ...words.map((word) => (word === "" ? ANY_WORD : vocabulary.take("", word))))
  } else if (leaf.kind === "words" && leaf.words.length > 1) {
    const kind: Kind = leaf.field === null ? "" : `${leaf.field}:`
    code.push(ROW, 0, ...leaf.words.map((word) => (word === "*" ? ANY_WORD : vocabulary.take(kindOfWord(kind, word), word))))
  } else code.push(ANY, 0, termOf(leaf, vocabulary))
}

function termOf(leaf: Words | Value, vocabulary: Vocabulary): number {
  if (leaf.kind === "value") return vocabulary.take(`${leaf.field}:`, leaf.value)
  return vocabulary.take(kindOfWord(leaf.field === null ? "" : `${leaf.field}:`, leaf.words[0]!), leaf.words[0]!)
}

const kindOfWord = (kind: Kind, word: string): Kind => (kind === "" || kind === "title:" ? kindOfTerm(kind + word) : kind)
