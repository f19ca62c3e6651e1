import { isHouseNumber, type Word, wordsOf } from "./words-of.ts"

/** How streets end that are written before their number, and what stands before their name. */
const ENDS = /.{2,}(?:strasse|str|weg|platz|allee|gasse|ufer|damm|chaussee|straat|laan|plein|gatan|vagen|vej|gade|katu|utca)$/
const STANDS_BEFORE = new Set(
  "via viale corso piazza vicolo calle avenida plaza paseo rua praca ulica ul rue avenue boulevard place quai chemin strada street".split(
    " ",
  ),
)
const STREET = new Set("strasse str weg platz allee gasse ufer damm straat laan plein street road avenue".split(" "))
/** Words of a name between "via" and its number. */
const LONGEST_NAME = 3

/** "Hauptstraße 12", "Lange Straße 7", "via Garibaldi 5": streets with their numbers behind them. */
export function streetsIn(text: string): { key: string; start: number; end: number }[] {
  const words = wordsOf(text)
  return words.flatMap((number, at) => {
    if (at === 0 || !isHouseNumber(number.word)) return []
    const first = firstOf(words, at)
    if (first < 0 || /[.!?\n]/.test(text.slice(words[first]!.start, number.start).replace(/str\./giu, ""))) return []
    const key = words.slice(first, at + 1).map(({ word }) => word.replace(/strasse$/, "str"))
    return [{ key: key.join(" "), start: words[first]!.start, end: number.end }]
  })
}

/** Where the street begins that ends before this number; -1: none does. */
function firstOf(words: readonly Word[], at: number): number {
  const before = words[at - 1]!.word
  if (ENDS.test(before)) return at - 1
  if (STREET.has(before)) return at >= 2 ? at - 2 : -1
  for (let n = 2; n <= LONGEST_NAME + 1 && at - n >= 0; n++) if (STANDS_BEFORE.has(words[at - n]!.word)) return at - n
  return -1
}
