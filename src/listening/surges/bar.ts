import { SURGE } from "./settings.ts"

export interface BarState {
  glow: number
  wariness: number
}

/** How strong a row must be to be called. Rises with each call, so that one event is called once, and sinks as time goes by. */
export class Bar {
  readonly #glowKeeps: number
  readonly #warinessKeeps: number
  #glow: number
  #wariness: number

  constructor(interval: number, state: BarState | null) {
    this.#glowKeeps = Math.exp(-interval / SURGE.again.fades)
    this.#warinessKeeps = Math.exp(-interval / SURGE.wariness.fades)
    this.#glow = state?.glow ?? 0
    this.#wariness = state?.wariness ?? 0
  }

  get height(): number {
    return SURGE.threshold + this.#wariness + this.#glow
  }

  /** A row later, read or not. */
  sink(): void {
    this.#glow *= this.#glowKeeps
    this.#wariness *= this.#warinessKeeps
  }

  rise(strength: number): void {
    this.#glow = SURGE.again.times * strength - SURGE.threshold
    this.#wariness += SURGE.wariness.share * (strength - SURGE.threshold)
  }

  get state(): BarState {
    return { glow: this.#glow, wariness: this.#wariness }
  }
}
