import { Ordinary, type OrdinaryState } from "./ordinary.ts"
import { SURGE } from "./settings.ts"

/** How far a short mean stands above the ordinary. Counts are of one row. */
export interface Height {
  strength: number
  /** Over how many milliseconds this is the mean. */
  length: number
  count: number
  usual: number
  seldomAbove: number
}

export interface SeriesState {
  /** Logarithms of the latest counts, the newest last; null where nothing was read. */
  recent: (number | null)[]
  rows: number
  scales: OrdinaryState[]
}

interface Scale {
  rows: number
  length: number
  worth: number
  ordinary: Ordinary
}

/** One count in its time: posts, or people. */
export class Series {
  readonly #scales: Scale[]
  readonly #recent: (number | null)[]
  readonly #keeps: number
  readonly #learnsFor: number
  #rows: number

  constructor(interval: number, state: SeriesState | null) {
    const fitting = SURGE.scales.filter(({ length }) => length >= interval)
    this.#scales = (fitting.length > 0 ? fitting : SURGE.scales.slice(-1)).map(({ length, worth }, n) => ({
      rows: Math.max(1, Math.round(length / interval)),
      length: Math.max(length, interval),
      worth,
      ordinary: new Ordinary(SURGE.remembers / interval, state?.scales[n] ?? null),
    }))
    this.#keeps = Math.max(...this.#scales.map(({ rows }) => rows))
    this.#learnsFor = Math.max(SURGE.learns.rows, SURGE.learns.time / interval)
    this.#recent = [...(state?.recent ?? [])]
    this.#rows = state?.rows ?? 0
  }

  /** The greatest height at this row, judged by the rows before it; null where it wasn't read or too little is known. */
  push(count: number | null): Height | null {
    this.#recent.push(count === null ? null : Math.log1p(count))
    if (this.#recent.length > this.#keeps) this.#recent.shift()
    if (count === null) return null
    const known = this.#rows >= this.#learnsFor
    this.#rows++
    let highest: Height | null = null
    for (const scale of this.#scales) {
      const mean = this.#mean(scale.rows)
      if (mean === null) continue
      const height = known ? heightOf(mean, scale) : null
      if (height && height.strength > (highest?.strength ?? -Infinity)) highest = height
      scale.ordinary.learn(mean)
    }
    return highest
  }

  /** A mean is known where all of its rows were read; at the very beginning, of those there are. */
  #mean(rows: number): number | null {
    const from = Math.max(0, this.#recent.length - rows)
    let sum = 0
    for (let n = from; n < this.#recent.length; n++) {
      const value = this.#recent[n]
      if (typeof value !== "number") return null
      sum += value
    }
    return sum / (this.#recent.length - from)
  }

  get state(): SeriesState {
    return { recent: [...this.#recent], rows: this.#rows, scales: this.#scales.map(({ ordinary }) => ordinary.state) }
  }
}

function heightOf(mean: number, { ordinary, rows, length, worth }: Scale): Height {
  const [usual, seldom] = ordinary.quantiles(0.5, SURGE.seldom)
  const [count, usualCount] = [Math.expm1(mean), Math.expm1(usual)]
  const isEnough = rows * (count - usualCount) >= SURGE.leastMore
  const strength = isEnough ? ((mean - usual) / (seldom - usual + SURGE.floor)) * worth : 0
  return { strength: Math.max(0, strength), length, count, usual: usualCount, seldomAbove: Math.expm1(seldom) }
}
