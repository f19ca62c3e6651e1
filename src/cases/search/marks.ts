import { plainWords } from "./plain.ts"

/** Marks lie among the words of an entry: who wrote, to whom, what came with it. A mark has a space in it, which no word has. */
export const ATTACHMENT = "has attachment"

export const from = (word: string): string => `from ${word}`
export const to = (word: string): string => `to ${word}`

/** One mark for each piece of these names and addresses. */
export function personMarks(mark: (word: string) => string, people: readonly string[]): string[] {
  return [...new Set(people.flatMap((person) => plainWords(person, 400)))].map(mark)
}
