import { SURGE } from "./settings.ts"

export interface BarState {
  glow: number
  wariness: number
}

/** How strong a row must be to be called. Rises with each call, so that one event is called once, and sinks as time goes by. */
export class Bar {
  readonly #threshold: number
  readonly #glowKeeps: number
  readonly #warinessKeeps: number
  #glow: number
  #wariness: number

  constructor(interval: number, threshold: number, state: BarState | null) {
    this.#threshold = threshold
    this.#glowKeeps = Math.exp(-interval / SURGE.again.fades)
    this.#warinessKeeps = Math.exp(-interval / SURGE.wariness.fades)
    this.#glow = state?.glow ?? 0
    this.#wariness = state?.wariness ?? 0
  }

  get height(): number {
    return this.#threshold + this.#wariness + this.#glow
  }

  /** A row later, read or not. */
  sink(): void {
    this.#glow *= this.#glowKeeps
    this.#wariness *= this.#warinessKeeps
  }

  rise(strength: number): void {
    this.#glow = SURGE.again.times * strength - this.#threshold
    this.#wariness += SURGE.wariness.share * (strength - this.#threshold)
  }

  get state(): BarState {
    return { glow: this.#glow, wariness: this.#wariness }
  }
}
