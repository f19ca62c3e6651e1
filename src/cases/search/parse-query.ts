import { Invalid } from "#platform"
import { fold } from "./plain.ts"

/** What somebody looks for, as they typed it. */
export interface Query {
  words: Word[]
  operators: Operator[]
  /** What was not understood as an operator and is looked for as text. */
  strange: string[]
}

/** A word or, from quotes, several in this order. */
export interface Word {
  text: string
  phrase: boolean
  not: boolean
  /** The last word, still being typed: what begins like it is found too. */
  typing: boolean
}

export interface Operator {
  name: OperatorName
  value: string
  not: boolean
}

const NAMES = {
  from: ["from", "de"],
  to: ["to", "a"],
  status: ["status", "statut"],
  tag: ["tag", "etiquette"],
  owner: ["owner", "responsable"],
  has: ["has", "avec"],
  before: ["before", "avant"],
  after: ["after", "apres"],
  number: ["number", "numero"],
} as const
export type OperatorName = keyof typeof NAMES

const BY_NAME = new Map<string, OperatorName>()
for (const [name, spellings] of Object.entries(NAMES)) for (const spelling of spellings) BY_NAME.set(spelling, name as OperatorName)

export const LONGEST_QUERY = 400
const MOST_PARTS = 24

/**
 * Reads a question in one walk from left to right: words, `"phrases"`, `-not`, `#1234` and `operator:value`. A quote that isn't closed
 * ends with the question; what looks like an operator and is none is looked for as text.
 * @throws Invalid search.tooLong, search.tooMany
 */
export function parseQuery(typed: string): Query {
  const text = typed.replaceAll("\0", " ") // which PostgreSQL takes in no text
  if (text.length > LONGEST_QUERY) throw new Invalid("search.tooLong", { maximum: LONGEST_QUERY })
  const query: Query = { words: [], operators: [], strange: [] }
  let at = 0
  while (at < text.length) {
    if (isBlank(text[at])) at++
    else at = readPart(text, at, query)
  }
  if (query.words.length + query.operators.length > MOST_PARTS) throw new Invalid("search.tooMany", { maximum: MOST_PARTS })
  return query
}

/** Reads the part that begins here and gives where it ends. */
function readPart(text: string, start: number, query: Query): number {
  const not = text[start] === "-" && start + 1 < text.length && !isBlank(text[start + 1])
  const at = not ? start + 1 : start
  if (text[at] === '"') {
    const [phrase, end] = readQuoted(text, at)
    query.words.push({ text: phrase, phrase: true, not, typing: false })
    return end
  }
  const nameEnd = endOfName(text, at)
  if (nameEnd > at && text[nameEnd] === ":" && nameEnd + 1 < text.length && !isBlank(text[nameEnd + 1]) && text[nameEnd + 1] !== "/") {
    return readOperator(text, at, nameEnd, not, query)
  }
  const end = endOfWord(text, at)
  const word = text.slice(at, end)
  if (/^#\d{1,15}$/.test(word)) query.operators.push({ name: "number", value: word.slice(1), not })
  else query.words.push({ text: word, phrase: false, not, typing: end === text.length })
  return end
}

function readOperator(text: string, start: number, nameEnd: number, not: boolean, query: Query): number {
  const typed = text.slice(start, nameEnd)
  const name = BY_NAME.get(fold(typed))
  const [value, end] =
    text[nameEnd + 1] === '"'
      ? readQuoted(text, nameEnd + 1)
      : [text.slice(nameEnd + 1, endOfWord(text, nameEnd + 1)), endOfWord(text, nameEnd + 1)]
  if (name) query.operators.push({ name, value, not })
  else {
    query.strange.push(typed)
    query.words.push({ text: `${typed} ${value}`, phrase: true, not, typing: false })
  }
  return end
}

/** The text between this quote and the next, or the end. */
function readQuoted(text: string, start: number): [string, number] {
  const close = text.indexOf('"', start + 1)
  return close < 0 ? [text.slice(start + 1), text.length] : [text.slice(start + 1, close), close + 1]
}

function endOfName(text: string, start: number): number {
  let at = start
  while (at < text.length && /[\p{L}\p{M}]/u.test(text[at]!)) at++
  return at
}

function endOfWord(text: string, start: number): number {
  let at = start
  while (at < text.length && !isBlank(text[at])) at++
  return at
}

function isBlank(letter: string | undefined): boolean {
  return letter !== undefined && /\s/.test(letter)
}
