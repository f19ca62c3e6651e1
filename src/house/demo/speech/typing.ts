import type { Random } from "../random.ts"

/** As typed with thumbs: small letters, few accents and stops, the odd shortcut. */
export function thumbed(random: Random, text: string): string {
  const small = text
    .replace(/\n{2,}/g, "\n")
    .replace(
      /(^|\n|[.!?] )(\p{Lu})(?=\p{Ll})/gu,
      (_, before: string, letter: string) => before + (random.chance(0.6) ? letter.toLowerCase() : letter),
    )
  const bare = random.chance(0.55) ? small.normalize("NFD").replace(/\p{M}/gu, "") : small
  return bare
    .replace(/\. /g, () => (random.chance(0.3) ? " " : ". "))
    .replace(/\b(s'il vous plait|s'il vous plaît)\b/gi, "svp")
    .replace(/\b(bonjour),/gi, "bjr")
    .replace(/\b(pourquoi)\b/gi, (word) => (random.chance(0.4) ? "pq" : word))
    .replace(/\byou\b/g, (word) => (random.chance(0.15) ? "u" : word))
    .replace(/\bplease\b/gi, (word) => (random.chance(0.4) ? "pls" : word))
}

/** One or two slips in a text: letters swapped, doubled or lost. */
export function mistype(random: Random, text: string): string {
  let typed = text
  for (let n = random.between(0, 2); n > 0; n--) {
    const words = [...typed.matchAll(/\p{Ll}{5,}/gu)]
    if (words.length === 0) return typed
    const { index, 0: word } = random.of(words)
    const at = index + random.between(1, word.length - 3)
    const [a, b] = [typed[at]!, typed[at + 1]!]
    typed = typed.slice(0, at) + random.of([b + a, a + a + b, a]) + typed.slice(at + 2)
  }
  return typed
}
