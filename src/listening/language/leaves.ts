import { ANY_LETTERS, ONE_LETTER } from "../text/characters.ts"
import { hostOf, wordsOfAddress } from "../text/links.ts"
import { Tokens } from "../text/tokens.ts"
import type { Leaf, Span, ValueField, WordField } from "./ast.ts"
import { type Field, isNumberField, isWordField } from "./fields.ts"
import type { Problems } from "./problem.ts"
import { readRange } from "./ranges.ts"

const tokens = new Tokens()

/** What a word or quote says, under its field; null when it says nothing, which is told. */
export function readLeaf(text: string, field: Field | null, span: Span, problems: Problems): Leaf | null {
  if (field === "raw") return readRaw(text, span, problems)
  if (field !== null && isNumberField(field)) return readRange(text, field, span, problems)
  if (field !== null && !isWordField(field)) return readValue(text, field, span, problems)
  if (field === null && /^https?:\/\//i.test(text)) return readWords(text, "url", span, problems)
  return readWords(text, field, span, problems)
}

function readWords(text: string, field: WordField | null, { start, end }: Span, problems: Problems): Leaf | null {
  const plain = field === "url" ? wordsOfAddress(text) : text
  const words = wordsOf(plain, field === null || field === "title")
  if (words.length === 0 || words.includes("")) return problems.tell({ start, end }, "listening.query.noWord", { text })
  const bare = words.find((word) => /^[*?]+$/.test(word) && (word !== "*" || words.length === 1))
  if (bare !== undefined || words.every((word) => word === "*"))
    return problems.tell({ start, end }, "listening.query.everything", { text })
  return { kind: "words", field, words, start, end }
}

/** The words of a piece of a query, read as those of a text are; wildcards are letters meanwhile. */
function wordsOf(text: string, withSigns: boolean): string[] {
  tokens.read(text.normalize("NFC").replaceAll("*", ANY_LETTERS).replaceAll("?", ONE_LETTER))
  return tokens.words.slice(0, tokens.count).map((word, n) => {
    const signed = tokens.signed[n]!
    const isWild = word.includes(ANY_LETTERS) || word.includes(ONE_LETTER)
    // A sign before the word is kept with wildcards (#acme*); one after it would be part of what they stand for.
    const said = withSigns && signed !== "" && !(isWild && signed.startsWith(word)) ? signed : word
    return said.replace(/\ue000+/g, "*").replaceAll(ONE_LETTER, "?")
  })
}

function readRaw(text: string, { start, end }: Span, problems: Problems): Leaf | null {
  if (text.trim() === "") return problems.tell({ start, end }, "listening.query.emptyQuote")
  return { kind: "raw", text: text.trim(), start, end }
}

function readValue(text: string, field: ValueField, { start, end }: Span, problems: Problems): Leaf | null {
  if (/^[<>=]/.test(text)) return problems.tell({ start, end }, "listening.query.notComparable", { field })
  const value = valueOf(field, text)
  if (/^[*?]*$/.test(value)) return problems.tell({ start, end }, "listening.query.noValue", { field })
  return { kind: "value", field, value, start, end }
}

/** A value as it is compared, in a query and in a text alike. */
export function valueOf(field: ValueField, text: string): string {
  if (field === "site") return hostOf(text).replace(/^\./, "")
  const plain = text.normalize("NFKD").toLowerCase()
  return plain
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\s_-]+/g, "-")
    .replace(/^-|-$/g, "")
    .replace(/\*+/g, "*")
}
