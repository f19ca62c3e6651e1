/** Without accents and capitals: é is found by e. */
export const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase()

/**
 * How well what was typed fits a name: 0 not at all, up to 1. Every word typed must be there: at a word's beginning is best, inside
 * a word next, its letters in their order ("rsv" for "resolve") last.
 */
export function fit(typed: string, name: string): number {
  const where = plain(name)
  let sum = 0
  const words = plain(typed).split(/\s+/).filter(Boolean)
  for (const word of words) {
    const one = fitWord(word, where)
    if (one === 0) return 0
    sum += one
  }
  return words.length ? sum / words.length : 1
}

function fitWord(word: string, where: string): number {
  if (where.startsWith(word)) return 1
  const at = where.indexOf(word)
  if (at > 0 && /[\s'’(#@.-]/.test(where[at - 1] ?? "")) return 0.9
  if (at > 0) return 0.6
  return word.length > 1 && inOrder(word, where) ? 0.3 : 0
}

/** The first letter at a word's beginning, the rest after it. */
function inOrder(word: string, where: string): boolean {
  for (const match of where.matchAll(/(?<=^|[\s'’-])\S/gu)) {
    if (match[0] !== word[0]) continue
    let at = match.index
    if ([...word].every((letter, index) => index === 0 || (at = where.indexOf(letter, at + 1)) > 0)) return true
  }
  return false
}
