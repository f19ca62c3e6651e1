import { languageOfText } from "#words"
import { firstWords } from "../../first-words.ts"
import { isPromised } from "./is-promised.ts"
import { CUES } from "./promise-cues.ts"
import { plainClock } from "./clock-words.ts"
import { readDates, type Reading } from "./read-dates.ts"

export interface PromisedTime {
  /** The sentence it stands in, shortened. */
  words: string
  dueAt: Date
}

const MOST = 5

/**
 * The moments that a text going out seems to promise something for, French or English, at most five. Dates that lie behind, that name a
 * thing ("votre commande du 12"), that ask the customer for something, or that only tell are not promises.
 */
export function promisedTimes(text: string, reading: Reading): PromisedTime[] {
  const language = languageOfText(text, reading.language)
  const found = new Map<number, PromisedTime>()
  for (const sentence of sentencesOf(plainClock(text.slice(0, 20_000), language))) {
    if (!/\d|\p{L}/u.test(sentence.text) || CUES[language].asks.test(sentence.text)) continue
    for (const named of readDates(sentence.text, { ...reading, language })) {
      if (!isPromised(sentence.text, named, CUES[language])) continue
      const words = firstWords(text.normalize("NFC").slice(sentence.index, sentence.index + sentence.text.length))
      if (!found.has(named.at.getTime())) found.set(named.at.getTime(), { words, dueAt: named.at })
    }
  }
  return [...found.values()].slice(0, MOST)
}

function sentencesOf(text: string): { index: number; text: string }[] {
  return [...text.matchAll(/[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*[.!?]*/gu)].map((found) => ({ index: found.index, text: found[0] }))
}
