import { fold } from "../text/fold.ts"
import { WEIGHTS } from "./weights.ts"

const TITLES = new Set("m mr mrs ms mme mlle dr pr prof monsieur madame mademoiselle sir".split(" "))
const PARTICLES = new Set("de du des d la le les l van von der den ter ten el al bin ben da dos di del della of y e".split(" "))

/** A name's words as they are compared: without accents, titles and particles; whatever their order. */
export function nameWords(name: string): string[] {
  return (
    name
      .replace(/\([^()]*\)/g, " ")
      .split(/[^\p{L}\p{M}]+/u)
      .map(fold)
      .filter((word) => word !== "" && !PARTICLES.has(word))
      // "Theo M." has an initial, "M. Martin" a title.
      .filter((word, n) => !TITLES.has(word) || (word.length === 1 && n > 0))
  )
}

/** How much two names speak for one person; null where they say nothing, below zero where they are two people's. */
export function nameLikeness(open: { name: string | null; handle: string | null }, own: string): number | null {
  const theirs = nameWords(own)
  if (theirs.length === 0) return null
  const named = nameWords(open.name ?? "")
  const spelt = spelling(named, theirs)
  const inHandle = handleSpells(open.handle ?? "", theirs)
  const best = Math.max(spelt ?? 0, inHandle ?? 0)
  if (best > 0) return best
  return named.length >= 2 && theirs.length >= 2 && named.every((word) => word.length > 1) && isRealName(open.name ?? "")
    ? WEIGHTS.otherName
    : null
}

/** Two or three words with a capital each: a name somebody bears, rather than one they wear. */
const isRealName = (name: string): boolean => /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2}$/u.test(name.trim())

function spelling(named: readonly string[], theirs: readonly string[]): number | null {
  const shared = named.filter((word) => word.length > 1 && theirs.includes(word))
  if (shared.length >= 2) return WEIGHTS.nameWhole
  if (shared.length === 0) return null
  const rest = theirs.filter((word) => !shared.includes(word))
  const others = named.filter((word) => !shared.includes(word))
  if (rest.length > 0 && others.some((word) => word.length === 1 && rest.some((one) => one.startsWith(word)))) return WEIGHTS.nameInitial
  if (others.some((word) => word.length > 1) && rest.length > 0) return null
  return (shared[0]?.length ?? 0) >= 3 ? WEIGHTS.nameOne : null
}

/** `lea.martin75` spells Léa Martin; `lmartin` and `lea_m` do half; `theo_on_two_wheels` one of two. */
function handleSpells(handle: string, theirs: readonly string[]): number | null {
  const parts = handle
    .split(/[^\p{L}]+/u)
    .map(fold)
    .filter(Boolean)
  const letters = parts.join("")
  const long = theirs.filter((word) => word.length >= 3)
  const within = long.filter((word) => letters.includes(word))
  if (long.length >= 2 && within.length >= 2) return WEIGHTS.nameInHandle
  const alone = long.find((word) => parts.includes(word))
  if (alone && theirs.some((word) => word !== alone && parts.includes(word[0]!))) return WEIGHTS.nameInitial
  const initials = theirs
    .filter((word) => word !== long.at(-1))
    .map((word) => word[0])
    .join("")
  const last = long.at(-1)
  if (last && last.length >= 4 && initials && letters === initials + last) return WEIGHTS.nameInitial
  return alone ? WEIGHTS.nameOne : null
}
