import { plainWords } from "./plain.ts"

/**
 * Marks lie among the words of an entry and narrow a search inside the one index: who wrote, when, what comes with it. A mark has a
 * space in it, which no word has. `in INBOX` is written by the database (search_inbox_marks in migrations/0005-cases.sql).
 */
export const ATTACHMENT = "has attachment"

export const from = (word: string): string => `from ${word}`
export const to = (word: string): string => `to ${word}`
export const inInbox = (id: string): string => `in ${id}`

/** One mark for each piece of these names and addresses. */
export function personMarks(mark: (word: string) => string, people: readonly string[]): string[] {
  return [...new Set(people.flatMap((person) => plainWords(person, 400)))].map(mark)
}

/** Spans of 64 minutes, 8½ hours, 3 days, 23 days, half a year, four years: any stretch of time is covered by a few of them. */
const SPANS = [6, 9, 12, 15, 18, 21] as const

export function spanMarks(at: Date): string[] {
  return SPANS.map((span) => spanMark(span, spanOf(span, at)))
}

/** At most eight marks that cover the time between, and a little more. */
export function spanMarksBetween(oldest: Date, newest: Date): string[] {
  const span = SPANS.find((one) => spanOf(one, newest) - spanOf(one, oldest) < 8) ?? 21
  const [first, last] = [spanOf(span, oldest), spanOf(span, newest)]
  return Array.from({ length: last - first + 1 }, (_, n) => spanMark(span, first + n))
}

const spanOf = (span: number, at: Date): number => Math.floor(at.getTime() / 60_000 / 2 ** span)
const spanMark = (span: number, n: number): string => `t${span} ${n}`
