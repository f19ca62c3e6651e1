import { countriesIn } from "./countries-in.ts"
import { nameWords } from "./name-likeness.ts"
import { namesIn } from "./names-in.ts"
import type { OpenSide, OwnSide, Piece, PieceKind, Rarity } from "./sides.ts"
import { WEIGHTS } from "./weights.ts"
import { rootOf, type Said, wordsIn } from "./words-in.ts"

/** What is said: names of places and things, products, rare words, and what pictures show. Each word counts once, where it counts most. */
export function wordPieces(open: OpenSide, own: OwnSide, rarity: Rarity): Piece[] {
  const spent = new Set(
    [open.author?.name ?? "", open.author?.handle?.replace(/[^\p{L}]+/gu, " ") ?? "", ...own.names].flatMap(nameWords).map(rootOf),
  )
  const said = wordsIn([open.title, open.text].filter(Boolean).join("\n"))
  // A country is counted by itself.
  for (const name of countriesIn(open.text).values()) for (const word of wordsIn(name)) spent.add(rootOf(word.word))
  const written = wordsIn(own.words.join("\n"))
  for (const name of own.words.flatMap(namesIn))
    if (nameWords(name).some((word) => spent.has(rootOf(word)))) nameWords(name).forEach((word) => spent.add(rootOf(word)))
  const labels = wordsIn(own.labels.join("\n"))
  const shared = (from: readonly Said[], to: readonly Said[]) => sharedWords(from, to, spent, rarity)
  const names = shared(
    said.filter(({ isName }) => isName),
    written.filter(({ isName }) => isName),
  ).filter(({ weight }) => weight > 0.3)
  const pieces = [piece("place", names, WEIGHTS.place, WEIGHTS.placeMost)]
  for (const { root } of names) spent.add(root)
  const products = shared(said, labels)
  pieces.push(piece("product", products, WEIGHTS.wordMost, WEIGHTS.productMost))
  for (const { root } of products) spent.add(root)
  const words = shared(said, written)
  pieces.push(piece("words", words, WEIGHTS.wordMost, WEIGHTS.wordsMost))
  for (const { root } of words) spent.add(root)
  pieces.push(piece("picture", shared(wordsIn(open.pictures.join("\n")), [...written, ...labels]), WEIGHTS.wordMost, WEIGHTS.pictureMost))
  return pieces.filter((one) => one !== null)
}

interface Shared {
  root: string
  open: string
  own: string
  weight: number
}

function sharedWords(said: readonly Said[], written: readonly Said[], spent: ReadonlySet<string>, rarity: Rarity): Shared[] {
  const theirs = new Map<string, Said>()
  for (const one of written) if (!theirs.has(rootOf(one.word))) theirs.set(rootOf(one.word), one)
  const found = new Map<string, Shared>()
  for (const { word, written: shown } of said) {
    const root = rootOf(word)
    const other = theirs.get(root)
    if (!other || spent.has(root) || found.has(root) || !isTelling(word)) continue
    const share = Math.max(rarity(word), rarity(other.word))
    const weight = Math.min(WEIGHTS.wordMost, -Math.log(share) * WEIGHTS.wordSlope - WEIGHTS.wordFloor)
    if (weight > 0) found.set(root, { root, open: shown, own: other.written, weight })
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight)
}

/** Numbers are counted as references and days. */
const isTelling = (word: string): boolean => word.length >= 4 && !/\p{N}/u.test(word)

const SHOWN = 8

function piece(kind: PieceKind, shared: readonly Shared[], mostEach: number, most: number): Piece | null {
  if (shared.length === 0) return null
  const weight = Math.min(
    most,
    shared.reduce((sum, one) => sum + Math.min(mostEach, one.weight), 0),
  )
  const list = (side: "open" | "own") =>
    shared
      .slice(0, SHOWN)
      .map((one) => one[side])
      .join(", ")
  return { kind, weight, open: list("open"), own: list("own") }
}
