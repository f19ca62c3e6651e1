import { fold } from "../text/fold.ts"
import { Tokens } from "../text/tokens.ts"

export interface Word {
  word: string
  start: number
  end: number
}

/** The words of a text, as they are compared, each where it stands. */
export function wordsOf(text: string): Word[] {
  const read = new Tokens().read(text)
  return Array.from({ length: read.count }, (_, n) => ({ word: fold(read.words[n]!), start: read.starts[n]!, end: read.ends[n]! })).filter(
    ({ word }) => word !== "",
  )
}

export const isHouseNumber = (word: string): boolean => /^\d{1,4}[a-f]?$/.test(word)
