interface Wanted {
  words: readonly string[]
  without: readonly string[]
  languages: readonly string[]
  reposts: boolean
}

/** What is wanted, as X's search writes it (docs.x.com/x-api/posts/search/integrate/build-a-query). */
export function queryOf({ words, without, languages, reposts }: Wanted): string {
  return [
    anyOf(words.map(operand)),
    ...without.map((word) => `-${operand(word)}`),
    languages.length > 0 ? anyOf(languages.map((language) => `lang:${language}`)) : "",
    reposts ? "" : "-is:retweet",
  ]
    .filter(Boolean)
    .join(" ")
}

const anyOf = (operands: readonly string[]): string => (operands.length === 1 ? operands[0]! : `(${operands.join(" OR ")})`)

/** A word, tag or name as it is; whatever else could be an operator is a phrase. */
function operand(word: string): string {
  const isPlain = /^[#@$]?[\p{L}\p{N}_]+$/u.test(word) && !/^(or|and|not)$/i.test(word)
  return isPlain ? word : `"${word.replaceAll('"', " ").replace(/\s+/g, " ").trim()}"`
}
