import { type Height, Scale, type ScaleState } from "./scale.ts"
import { Season, type SeasonState } from "./season.ts"
import { SURGE } from "./settings.ts"

export interface SeriesState {
  /** Logarithms of the latest counts, the newest last; null where nothing was read. */
  recent: (number | null)[]
  rows: number
  scales: ScaleState[]
  /** For how many rows nothing stood above what is seldom exceeded. */
  calm?: number
  /** Left out in a state that is older than seasons: it is learnt from now on. */
  season?: SeasonState
}

/** One count in its time: posts, or people. */
export class Series {
  readonly #scales: readonly Scale[]
  readonly #season: Season
  readonly #recent: (number | null)[]
  readonly #keeps: number
  readonly #learnsFor: number
  #rows: number
  #calm: number

  constructor(interval: number, state: SeriesState | null) {
    const fitting = SURGE.scales.filter(({ length }) => length >= interval)
    this.#scales = (fitting.length > 0 ? fitting : SURGE.scales.slice(-1)).map(
      (scale, n) => new Scale(interval, scale, state?.scales[n] ?? null),
    )
    this.#season = new Season(interval, state?.season ?? null)
    this.#keeps = Math.max(...this.#scales.map(({ rows }) => rows))
    this.#learnsFor = Math.max(SURGE.learns.rows, SURGE.learns.time / interval)
    this.#recent = [...(state?.recent ?? [])]
    this.#rows = state?.rows ?? 0
    this.#calm = state?.calm ?? 0
  }

  /** The greatest height at this row, judged by the rows before it; null where it wasn't read or too little is known. */
  push(count: number | null): Height | null {
    const value = count === null ? null : Math.log1p(count)
    this.#recent.push(value)
    if (this.#recent.length > this.#keeps) this.#recent.shift()
    const highest = value === null ? null : this.#highest()
    this.#season.push(value)
    this.#calm = highest && highest.strength < 1 ? this.#calm + 1 : 0
    return highest
  }

  #highest(): Height | null {
    const isKnown = this.#rows++ >= this.#learnsFor
    const trust = this.#season.trust
    const heights: Height[] = []
    for (const scale of this.#scales) {
      const mean = this.#mean(scale.rows)
      if (mean === null) continue
      const inSeason = this.#season.lately(scale.length)
      if (isKnown) heights.push(scale.height(mean))
      if (isKnown && inSeason && trust > 0) heights.push(scale.heightInSeason(mean, inSeason, trust))
      scale.learn(mean, inSeason)
    }
    return heights.reduce<Height | null>((best, one) => (best && best.strength >= one.strength ? best : one), null)
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
    return {
      recent: [...this.#recent],
      rows: this.#rows,
      calm: this.#calm,
      scales: this.#scales.map(({ state }) => state),
      season: this.#season.state,
    }
  }
}
