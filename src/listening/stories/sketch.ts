import { STORIES } from "./settings.ts"

const { sketch: SIZE } = STORIES
/** All shingles that may be read of one item, and half as many places again to know them by. */
const MOST = STORIES.words

/** How much two texts share. */
export interface Overlap {
  /** Of all that either says (Jaccard). */
  alike: number
  /** Of the shorter of the two. */
  within: number
  /** From how many shingles this is known. */
  known: number
}

/**
 * The wording of a text: its shingles, or of a long one the 64 smallest, from which the share of all can be told (Broder 1997; Beyer et al.
 * 2007). Sorted numbers, so that two are compared by walking both.
 */
export class Sketch {
  readonly all = new Int32Array(MOST)
  /** Different shingles of the text; `all` holds them sorted. */
  size = 0

  clear(): void {
    this.size = 0
  }

  add(shingle: number): void {
    if (this.size < MOST) this.all[this.size++] = shingle
  }

  /** Sorts, and takes out what came twice. */
  finish(): void {
    if (this.size < 2) return
    this.all.subarray(0, this.size).sort()
    let kept = 1
    for (let n = 1; n < this.size; n++) if (this.all[n] !== this.all[n - 1]) this.all[kept++] = this.all[n]!
    this.size = kept
  }
}

/**
 * Compares two sorted sketches, of which those beyond `SIZE` shingles know only their smallest: what lies above the smaller of the two ends
 * isn't known of both.
 */
export function overlapOf(a: Int32Array, aFrom: number, aSize: number, b: Int32Array, bFrom: number, bSize: number): Overlap {
  const aKept = Math.min(aSize, SIZE)
  const bKept = Math.min(bSize, SIZE)
  const aEnd = aSize > SIZE ? a[aFrom + aKept - 1]! : 0x7fffffff
  const bEnd = bSize > SIZE ? b[bFrom + bKept - 1]! : 0x7fffffff
  const end = Math.min(aEnd, bEnd)
  let [i, j, both, ofA, ofB] = [0, 0, 0, 0, 0]
  while (true) {
    const left = i < aKept ? a[aFrom + i]! : Infinity
    const right = j < bKept ? b[bFrom + j]! : Infinity
    const next = left < right ? left : right
    if (next > end || next === Infinity) break
    if (left === next) [i, ofA] = [i + 1, ofA + 1]
    if (right === next) [j, ofB] = [j + 1, ofB + 1]
    if (left === right) both++
  }
  const shorter = aSize < bSize ? ofA : ofB
  const either = ofA + ofB - both
  return { alike: either === 0 ? 0 : both / either, within: shorter === 0 ? 0 : both / shorter, known: shorter }
}
