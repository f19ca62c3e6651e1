import { SURGE } from "./settings.ts"

const { prior, proof, share, floor } = SURGE.season

export interface BeliefState {
  learnt: number
  misses: number[]
  weights: number[]
}

/**
 * Which of three foretells a series best: no season, that of the day, that of the week. Each is scored by the logarithm of how likely it held
 * what came (Laplace, as wide as it has missed so far), before it learns from it; beliefs follow by Bayes' rule, with a fixed share given
 * back at each step, so that what was true for long can become untrue (Herbster and Warmuth, Tracking the best expert, 1998).
 */
export class Belief {
  readonly #after: number
  readonly #remembers: number
  #learnt: number
  readonly #misses: number[]
  #weights: number[]

  /** Believes nothing in the first so many hours; a miss weighs a third after so many. */
  constructor(after: number, remembers: number, state: BeliefState | null) {
    this.#after = after
    this.#remembers = remembers
    this.#learnt = state?.learnt ?? 0
    this.#misses = [...(state?.misses ?? prior.map(() => 0))]
    this.#weights = [...(state?.weights ?? prior)]
  }

  /** From 0 to 1: that there is a season. */
  get inSeason(): number {
    return 1 - this.#weights[0]!
  }

  /** From 0 to 1: that it is one of the week, if there is one. */
  get weekly(): number {
    return this.#weights[2]! / (this.#weights[1]! + this.#weights[2]!)
  }

  /** By how much each missed, in the order of the prior. */
  learn(missed: readonly number[]): void {
    const seen = this.#learnt++ - this.#after
    if (seen < 0) return
    if (seen >= this.#after / 4) this.#judge(missed)
    const gain = Math.max(1 / (seen + 1), 1 / this.#remembers)
    for (const [n, miss] of missed.entries()) this.#misses[n]! += gain * (Math.abs(miss) - this.#misses[n]!)
  }

  #judge(missed: readonly number[]): void {
    const likely = missed.map((miss, n) => {
      const wide = this.#misses[n]! + floor
      return this.#weights[n]! * Math.exp(-proof * (Math.log(wide) + Math.abs(miss) / wide))
    })
    const all = likely.reduce((sum, each) => sum + each, 0)
    this.#weights = likely.map((each, n) => (1 - share) * (each / all) + share * prior[n]!)
  }

  get state(): BeliefState {
    return { learnt: this.#learnt, misses: [...this.#misses], weights: [...this.#weights] }
  }
}
