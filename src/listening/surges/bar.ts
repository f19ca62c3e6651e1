import { SURGE } from "./settings.ts"

export interface BarState {
  glow: number
  wariness: number
  /** Milliseconds for which what was called may still grow. */
  grows?: number
}

/** Other numbers than the frozen ones, for measuring. */
export interface Tuning {
  threshold?: number
  /** The share of each call's excess by which the bar rises. */
  wariness?: number
}

/** How strong a row must be to be called. Rises with each call, so that one event is called once, and sinks as time goes by. */
export class Bar {
  readonly #interval: number
  readonly #threshold: number
  readonly #share: number
  readonly #glowKeeps: number
  readonly #warinessKeeps: number
  #glow: number
  #wariness: number
  #grows: number

  constructor(interval: number, { threshold = SURGE.threshold, wariness = SURGE.wariness.share }: Tuning, state: BarState | null) {
    this.#interval = interval
    this.#threshold = threshold
    this.#share = wariness
    this.#glowKeeps = Math.exp(-interval / SURGE.again.fades)
    this.#warinessKeeps = Math.exp(-interval / SURGE.wariness.fades)
    this.#glow = state?.glow ?? 0
    this.#wariness = state?.wariness ?? 0
    this.#grows = state?.grows ?? 0
  }

  /** A row later, read or not. */
  sink(): void {
    this.#glow *= this.#glowKeeps
    this.#wariness *= this.#warinessKeeps
    this.#grows = Math.max(0, this.#grows - this.#interval)
  }

  /** Of what it takes to be called: 1 or more is. What was called within the hour and goes on growing is still the same. */
  score(strength: number): number {
    if (this.#grows > 0) this.#glowUpTo(SURGE.again.grown * strength)
    const score = strength / (this.#threshold + this.#wariness + this.#glow)
    if (score < 1) return score
    this.#glowUpTo(SURGE.again.times * strength)
    this.#wariness += this.#share * (strength - this.#threshold)
    this.#grows = SURGE.again.growsFor
    return score
  }

  #glowUpTo(height: number): void {
    this.#glow = Math.max(this.#glow, height - this.#threshold)
  }

  get state(): BarState {
    return { glow: this.#glow, wariness: this.#wariness, grows: this.#grows }
  }
}
