import type { Clock, Config } from "#platform"
import type { House } from "../open-house.ts"
import { type DemoMark, writeMark } from "./demo-home.ts"
import { fillCases } from "./fill.ts"
import type { Furnished } from "./past/furnished.ts"
import { beginnings, type Past } from "./past/plan-past.ts"
import { reopened } from "./reopened.ts"

/** Cases filed at a time while somebody may be looking around. */
const STEP = 400

/** The example company while its house is open: older years fill in, tonight goes on, scenes are played. */
export class DemoDesk {
  readonly config: Config
  readonly mark: DemoMark
  readonly clock: Clock
  #house: House | null = null
  #company: Furnished | null = null
  #closing = false
  #filling: Promise<void> = Promise.resolve()

  constructor(config: Config, mark: DemoMark, clock: Clock) {
    this.config = config
    this.mark = mark
    this.clock = clock
  }

  async open(house: House): Promise<void> {
    this.#house = house
    this.#company = await reopened(house.parts, this.mark)
    this.#filling = this.#fillOlder(house, this.#company).catch((error: unknown) => {
      house.parts.log.error("demo.filling-failed", { message: String(error) })
    })
  }

  async close(): Promise<void> {
    this.#closing = true
    await this.#filling
  }

  /** The newest of what is missing first: a figure of the last months is right before one of three years ago. */
  async #fillOlder(house: House, company: Furnished): Promise<void> {
    if (this.mark.older === 0) return
    const past: Past = {
      seed: this.mark.seed,
      now: new Date(this.mark.builtAt).getTime(),
      cases: this.mark.cases,
      customers: this.mark.customers,
    }
    const at = beginnings(past)
    while (this.mark.older > 0 && !this.#closing) {
      const from = Math.max(0, this.mark.older - STEP)
      await fillCases(house.parts, company, past, at, from, this.mark.older)
      this.mark.older = from
      await writeMark(this.config.home, this.mark)
    }
  }
}
