import { fits } from "./glob.ts"

const LONGEST_KEY = 4

/**
 * Words with wildcards, by a piece that a fitting word must have: its first letters (`acm*`), or some letters anywhere in it (`*gate`).
 */
export class Patterns {
  readonly #globs = new Map<number, string>()
  readonly #byStart = new Map<string, number[]>()
  readonly #byPiece = new Map<string, number[]>()
  /** How many patterns have a key of this length. */
  readonly #starts = new Int32Array(LONGEST_KEY + 1)
  readonly #pieces = new Int32Array(LONGEST_KEY + 1)

  get size(): number {
    return this.#globs.size
  }

  add(id: number, glob: string): void {
    const { lists, lengths, key } = this.#place(glob)
    this.#globs.set(id, glob)
    const list = lists.get(key)
    if (list) list.push(id)
    else lists.set(key, [id])
    lengths[key.length]!++
  }

  remove(id: number): void {
    const { lists, lengths, key } = this.#place(this.#globs.get(id)!)
    this.#globs.delete(id)
    const left = lists.get(key)!.filter((each) => each !== id)
    if (left.length > 0) lists.set(key, left)
    else lists.delete(key)
    lengths[key.length]!--
  }

  /** The patterns that this word fits. */
  fitting(word: string): number[] {
    const found: number[] = []
    for (let length = 1; length <= LONGEST_KEY; length++) {
      if (this.#starts[length]! > 0 && length <= word.length) this.#tryAll(this.#byStart.get(word.slice(0, length)), word, found)
      if (this.#pieces[length] === 0) continue
      const pieces = new Set<string>()
      for (let at = 0; at + length <= word.length; at++) pieces.add(word.slice(at, at + length))
      for (const piece of pieces) this.#tryAll(this.#byPiece.get(piece), word, found)
    }
    return found
  }

  #place(glob: string): { lists: Map<string, number[]>; lengths: Int32Array; key: string } {
    const [start = "", ...rest] = glob.split(/[*?]+/)
    if (start !== "") return { lists: this.#byStart, lengths: this.#starts, key: start.slice(0, LONGEST_KEY) }
    const longest = rest.reduce((best, piece) => (piece.length > best.length ? piece : best), "")
    return { lists: this.#byPiece, lengths: this.#pieces, key: longest.slice(0, LONGEST_KEY) }
  }

  #tryAll(ids: readonly number[] | undefined, word: string, found: number[]): void {
    if (ids) for (const id of ids) if (fits(this.#globs.get(id)!, word)) found.push(id)
  }
}
