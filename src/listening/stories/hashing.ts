const PRIME = 0x01000193
const STEM = 6

/** A word as a number. Words are told apart by it; two in four thousand million are taken for one. */
export function hashOf(word: string, seed = 0x811c9dc5): number {
  let hash = seed | 0
  for (let n = 0; n < word.length; n++) hash = Math.imul(hash ^ word.charCodeAt(n), PRIME)
  return finish(hash)
}

/**
 * A word by its beginning: `rappel`, `rappelle` and `rappelé` are one, `panne` and `pannes` too, and so are many words that French and
 * English share. What has a digit is taken whole.
 */
export function hashOfStem(word: string): number {
  let end = word.length
  for (let n = 0; n < end; n++) if (word.charCodeAt(n) < 58) return hashOf(word)
  while (end > 4 && isEnding(word.charCodeAt(end - 1))) end--
  if (end > STEM) end = STEM
  let hash = 0x811c9dc5 | 0
  for (let n = 0; n < end; n++) hash = Math.imul(hash ^ word.charCodeAt(n), PRIME)
  return finish(hash)
}

/** An address or key as a number that no two of a few million share (53 bits). */
export const longHashOf = (text: string): number => (hashOf(text) >>> 0) * 0x200000 + (hashOf(text, 0x9747b28c) >>> 11)

/** Three words in a row as one number. */
export const hashOfThree = (a: number, b: number, c: number): number =>
  finish(Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ c, 0xc2b2ae35))

function finish(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** `s`, `x`, `e` */
const isEnding = (code: number): boolean => code === 115 || code === 120 || code === 101
