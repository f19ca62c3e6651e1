import { LITTLE } from "../text/common-words.ts"
import { fold } from "../text/fold.ts"

export interface SaidBy {
  person: number | string
  text: string
}

/** Fewer people than this using a word say nothing of it. */
const LEAST = 3
/** So many times as usual as before. */
const MORE = 2.5
const SAY_NOTHING = new Set(LITTLE)

/**
 * Words that more people use than before, the most telling first: by how many use them, and how much more than was usual. Counted in people, so
 * that one who repeats a word doesn't make it.
 */
export function newWords(now: readonly SaidBy[], before: readonly SaidBy[]): { word: string; people: number }[] {
  const [latest, usual] = [usersOf(now), usersOf(before)]
  const [people, peopleBefore] = [new Set(now.map(({ person }) => person)).size, new Set(before.map(({ person }) => person)).size]
  const found: { word: string; people: number; worth: number }[] = []
  for (const [word, users] of latest) {
    if (users.size < LEAST) continue
    const share = users.size / people
    const shareBefore = ((usual.get(word)?.size ?? 0) + 0.5) / (peopleBefore + 10)
    if (share / shareBefore >= MORE) found.push({ word, people: users.size, worth: share * Math.log(share / shareBefore) })
  }
  return found.toSorted((a, b) => b.worth - a.worth || a.word.localeCompare(b.word)).map(({ word, people }) => ({ word, people }))
}

function usersOf(said: readonly SaidBy[]): Map<string, Set<number | string>> {
  const users = new Map<string, Set<number | string>>()
  for (const { person, text } of said) {
    for (const [written] of text
      .replaceAll(/https?:\/\/\S+/g, " ")
      .toLowerCase()
      .matchAll(/#?[\p{L}\p{N}]{4,}/gu)) {
      if (SAY_NOTHING.has(fold(written))) continue
      const known = users.get(written)
      if (known) known.add(person)
      else users.set(written, new Set([person]))
    }
  }
  return users
}
