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

/** Spans of 64 minutes, 8½ hours, 3 days, 23 days, half a year, four years: what is new is searched first, wider while it isn't enough. */
export const SPANS = [6, 9, 12, 15, 18, 21] as const
export type Span = (typeof SPANS)[number]

export function spanMarks(at: Date): string[] {
  return SPANS.map((span) => spanMark(span, spanOf(span, at)))
}

export const spanOf = (span: Span, at: Date): number => Math.floor(at.getTime() / 60_000 / 2 ** span)
export const spanMark = (span: Span, n: number): string => `t${span} ${n}`
