import { Ordinary, type OrdinaryState } from "./ordinary.ts"
import type { InSeason } from "./season.ts"
import { SURGE } from "./settings.ts"

/** How far a short mean stands above the ordinary. Counts are of one row. */
export interface Height {
  strength: number
  /** Over how many milliseconds this is the mean. */
  length: number
  count: number
  usual: number
  seldomAbove: number
  /** Whether these two are what is usual and seldom exceeded at this hour of the day or week, or at any. */
  isOfThisHour: boolean
}

export interface ScaleState extends OrdinaryState {
  /** Left out in a state that is older than seasons: it is learnt from now on. */
  inSeason?: OrdinaryState
}

/** Heights above what is usual at an hour are kept in spreads of that hour, coarsely, and so that those below it fit in. */
const COARSE = 8
const LOWEST = -8

/** The mean of the last so many rows: what it has been at any hour, and at this one. */
export class Scale {
  readonly rows: number
  readonly length: number
  readonly #worth: number
  readonly #ordinary: Ordinary
  readonly #inSeason: Ordinary

  constructor(interval: number, { length, worth }: { length: number; worth: number }, state: ScaleState | null) {
    this.rows = Math.max(1, Math.round(length / interval))
    this.length = Math.max(length, interval)
    this.#worth = worth
    this.#ordinary = new Ordinary(SURGE.remembers / interval, state)
    this.#inSeason = new Ordinary(SURGE.remembers / interval, state?.inSeason ?? null)
  }

  /** Above what is ordinary at any hour. */
  height(mean: number): Height {
    const [usual, seldom] = this.#ordinary.quantiles(0.5, SURGE.seldom)
    return { ...this.#above(mean, usual, seldom, this.#worth), isOfThisHour: false }
  }

  /** Above what is ordinary at this hour. */
  heightInSeason(mean: number, { usual, spread }: InSeason, trust: number): Height {
    const [low, high] = this.#inSeason.quantiles(0.5, SURGE.seldom)
    const at = (place: number) => Math.max(0, usual + (place * COARSE + LOWEST) * spread)
    return { ...this.#above(mean, at(low), at(high), this.#worth * SURGE.season.worth * trust), isOfThisHour: true }
  }

  learn(mean: number, inSeason: InSeason | null): void {
    this.#ordinary.learn(mean)
    if (inSeason) this.#inSeason.learn(((mean - inSeason.usual) / inSeason.spread - LOWEST) / COARSE)
  }

  #above(mean: number, usual: number, seldom: number, worth: number): Omit<Height, "isOfThisHour"> {
    const [count, usualCount] = [Math.expm1(mean), Math.expm1(usual)]
    const isEnough = this.rows * (count - usualCount) >= SURGE.leastMore
    const strength = isEnough ? ((mean - usual) / (seldom - usual + SURGE.floor)) * worth : 0
    return { strength: Math.max(0, strength), length: this.length, count, usual: usualCount, seldomAbove: Math.expm1(seldom) }
  }

  get state(): ScaleState {
    return { ...this.#ordinary.state, inSeason: this.#inSeason.state }
  }
}
