const ANY = 42
const ONE = 63

/** Whether a word fits a pattern: `*` any number of letters, `?` exactly one. Never slower than the product of their lengths. */
export function fits(pattern: string, word: string): boolean {
  let [p, w, star, from] = [0, 0, -1, 0]
  while (w < word.length) {
    const code = pattern.charCodeAt(p)
    if (code === ANY) [star, from, p] = [p, w, p + 1]
    else if (code === ONE || code === word.charCodeAt(w)) [p, w] = [p + 1, w + 1]
    else if (star >= 0) [p, w, from] = [star + 1, from + 1, from + 1]
    else return false
  }
  while (pattern.charCodeAt(p) === ANY) p++
  return p === pattern.length
}

export const isPattern = (word: string): boolean => word.includes("*") || word.includes("?")
