import { Rings } from "./rings.ts"
import { STORIES } from "./settings.ts"
import { type Overlap, overlapOf, type Sketch } from "./sketch.ts"

/** A text is found by so many of its shingles, the smallest: two that share six in ten hardly ever share none of them. */
const FOUND_BY = 6

/** The wordings that were heard last, each with its item and story. */
export class Texts {
  readonly #most: number
  readonly #sketches: Int32Array
  readonly #sizes: Int32Array
  /** The story of each text, by its slot and its number. */
  readonly story: Int32Array
  readonly serial: Float64Array
  readonly items: string[] = []
  readonly #rings: Rings
  #next = 0
  #found: Overlap = { alike: 0, within: 0, known: 0 }
  #tried = new Int32Array(64)

  constructor(most: number) {
    this.#most = most
    this.#sketches = new Int32Array(most * STORIES.sketch)
    this.#sizes = new Int32Array(most)
    this.story = new Int32Array(most)
    this.serial = new Float64Array(most)
    this.#rings = new Rings(1 << Math.ceil(Math.log2(most * 2)), 8)
  }

  add(sketch: Sketch, item: string, story: number, serial: number): number {
    const text = this.#next
    this.#next = text + 1 === this.#most ? 0 : text + 1
    const kept = Math.min(sketch.size, STORIES.sketch)
    this.#sketches.set(sketch.all.subarray(0, kept), text * STORIES.sketch)
    this.#sizes[text] = sketch.size
    this.story[text] = story
    this.serial[text] = serial
    this.items[text] = item
    for (let n = 0; n < Math.min(FOUND_BY, kept); n++) this.#rings.add(sketch.all[n]!, text)
    return text
  }

  /** The overlap of what `copyAmong…` found last. */
  get found(): Overlap {
    return this.#found
  }

  /** The text that this one repeats most, among those that share one of its smallest shingles; -1 when it repeats none. */
  copyOf(sketch: Sketch, isLive: (text: number) => boolean): number {
    let [best, tried] = [-1, 0]
    for (let n = 0; n < Math.min(FOUND_BY, sketch.size); n++) {
      const count = this.#rings.find(sketch.all[n]!)
      for (let at = 0; at < count; at++) {
        const text = this.#rings.found[at]!
        if (!this.#isNew(text, tried) || !isLive(text)) continue
        this.#tried[tried++] = text
        if (this.#isBetter(sketch, text, best)) best = text
      }
    }
    return best
  }

  /** The same, among all of them: the reference. */
  copyOfBrute(sketch: Sketch, isLive: (text: number) => boolean): number {
    let best = -1
    for (let text = 0; text < this.items.length; text++) if (isLive(text) && this.#isBetter(sketch, text, best)) best = text
    return best
  }

  #isNew(text: number, tried: number): boolean {
    for (let n = 0; n < tried; n++) if (this.#tried[n] === text) return false
    return true
  }

  #isBetter(sketch: Sketch, text: number, best: number): boolean {
    const overlap = overlapOf(sketch.all, 0, sketch.size, this.#sketches, text * STORIES.sketch, this.#sizes[text]!)
    const { alike, within, least } = STORIES.copy
    if (overlap.known < least || (overlap.alike < alike && overlap.within < within)) return false
    if (best >= 0 && shareOf(overlap) <= shareOf(this.#found)) return false
    this.#found = overlap
    return true
  }
}

/** A whole copy comes before a part of one. */
const shareOf = ({ alike, within }: Overlap): number => alike + within / 2
