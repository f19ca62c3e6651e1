import { fits } from "./glob.ts"

/** Pieces longer than this are cut: what they would part more is less than looking them up costs. */
const LONGEST = 8
const LONGEST_INSIDE = 4

/** Patterns by a piece that a fitting word must have at one place. */
class Keyed {
  readonly #lists = new Map<string, number[]>()
  /** How many patterns have a key of this length. */
  readonly #lengths = new Int32Array(LONGEST + 1)

  add(key: string, id: number): void {
    const list = this.#lists.get(key)
    if (list) list.push(id)
    else this.#lists.set(key, [id])
    this.#lengths[key.length]!++
  }

  remove(key: string, id: number): void {
    const left = this.#lists.get(key)!.filter((each) => each !== id)
    if (left.length > 0) this.#lists.set(key, left)
    else this.#lists.delete(key)
    this.#lengths[key.length]!--
  }

  /** Calls with each list whose key one of these pieces is. */
  each(word: string, pieces: (word: string, length: number) => Iterable<string>, call: (ids: readonly number[]) => void): void {
    for (let length = 1; length <= LONGEST && length <= word.length; length++) {
      if (this.#lengths[length] === 0) continue
      for (const piece of pieces(word, length)) {
        const ids = this.#lists.get(piece)
        if (ids) call(ids)
      }
    }
  }
}

/** Words with wildcards, by their first letters (`acm*`), their last (`*gate`), or some within (`*eti*`): the longer, the fewer are tried. */
export class Patterns {
  readonly #globs = new Map<number, string>()
  readonly #byStart = new Keyed()
  readonly #byEnd = new Keyed()
  readonly #byPiece = new Keyed()

  add(id: number, glob: string): void {
    this.#globs.set(id, glob)
    const [keyed, key] = this.#place(glob)
    keyed.add(key, id)
  }

  remove(id: number): void {
    const [keyed, key] = this.#place(this.#globs.get(id)!)
    keyed.remove(key, id)
    this.#globs.delete(id)
  }

  /** The patterns that this word fits. */
  fitting(word: string): number[] {
    const found: number[] = []
    const tryAll = (ids: readonly number[]) => {
      for (const id of ids) if (fits(this.#globs.get(id)!, word)) found.push(id)
    }
    this.#byStart.each(word, (whole, length) => [whole.slice(0, length)], tryAll)
    this.#byEnd.each(word, (whole, length) => [whole.slice(-length)], tryAll)
    this.#byPiece.each(word, piecesOf, tryAll)
    return found
  }

  #place(glob: string): [Keyed, string] {
    const pieces = glob.split(/[*?]+/)
    const start = pieces[0]!.slice(0, LONGEST)
    const end = pieces.at(-1)!.slice(-LONGEST)
    if (start !== "" && start.length >= end.length) return [this.#byStart, start]
    if (end !== "") return [this.#byEnd, end]
    const longest = pieces.reduce((best, piece) => (piece.length > best.length ? piece : best))
    return [this.#byPiece, longest.slice(0, LONGEST_INSIDE)]
  }
}

/** Every piece of this length, each once. */
function piecesOf(word: string, length: number): Set<string> {
  const pieces = new Set<string>()
  for (let at = 0; at + length <= word.length; at++) pieces.add(word.slice(at, at + length))
  return pieces
}
