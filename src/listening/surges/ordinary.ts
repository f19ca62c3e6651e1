import { floatsFromText, floatsToText } from "./floats.ts"

const BINS_IN_ONE = 32
const BINS = 640 // to e^20
const RENEWED_AT = 1024

/** As it is stored; the weights of the bins from `from` on, as 32-bit floats in base64. */
export interface OrdinaryState {
  from: number
  weights: string
  total: number
  growth: number
}

/**
 * What has been ordinary lately: a histogram of logarithms in which a value weighs less the longer ago it came. Forgetting is done by
 * letting new values weigh more. Costs one addition to learn, a walk over at most 640 bins to ask.
 */
export class Ordinary {
  readonly #weights = new Float32Array(BINS)
  readonly #forgets: number
  #total = 0
  #growth = 1

  /** `rows`: after so many a value weighs a third. */
  constructor(rows: number, state: OrdinaryState | null) {
    this.#forgets = 1 + 1 / rows
    if (!state) return
    floatsFromText(state.weights, this.#weights, state.from)
    this.#total = state.total
    this.#growth = state.growth
  }

  learn(value: number): void {
    this.#growth *= this.#forgets
    const bin = Math.max(0, Math.min(BINS - 1, Math.round(value * BINS_IN_ONE)))
    this.#weights[bin]! += this.#growth
    this.#total += this.#growth
    if (this.#growth < RENEWED_AT) return
    for (let n = 0; n < BINS; n++) this.#weights[n]! /= this.#growth
    this.#total /= this.#growth
    this.#growth = 1
  }

  /** The values under which these two shares lie, the smaller share first. */
  quantiles(low: number, high: number): [number, number] {
    const weights = this.#weights
    let bin = 0
    let below = 0
    const reach = (share: number) => {
      const wanted = share * this.#total
      while (bin < BINS - 1 && below + weights[bin]! <= wanted) below += weights[bin++]!
      return Math.max(0, (bin - 0.5 + (wanted - below) / (weights[bin]! || 1)) / BINS_IN_ONE)
    }
    return [reach(low), reach(high)]
  }

  get state(): OrdinaryState {
    const from = Math.max(
      0,
      this.#weights.findIndex((weight) => weight > 0),
    )
    const used = this.#weights.subarray(from, this.#weights.findLastIndex((weight) => weight > 0) + 1)
    return { from, weights: floatsToText(used), total: this.#total, growth: this.#growth }
  }
}
