import { SECOND } from "#platform"

/** Arrivals a second from which taking mail comes before filing it: faster than filing could follow in any case. */
const FLOOD = 250
const WINDOW = SECOND / 4
/** So long taking goes alone; then filing goes on beside it, one mail at a time. */
const ALONE = 10 * SECOND

/**
 * How much is to be filed while more mail comes in than can be. Senders hear their 250 first, and the spool empties when they are done:
 * taking and filing share two cores, and a sender who is kept waiting sends again.
 */
export class Flood {
  #arrivals = 0
  #measured = performance.now()
  #since: number | null = null

  arrived(): void {
    this.#arrivals++
  }

  /** Mails to be filed at once, of so many in quiet times. None: ask again after `pause`. */
  most(quiet: number): number {
    const now = performance.now()
    if (now - this.#measured >= WINDOW) {
      const high = (this.#arrivals * SECOND) / (now - this.#measured) > FLOOD
      this.#since = high ? (this.#since ?? now) : null
      this.#arrivals = 0
      this.#measured = now
    }
    if (this.#since === null) return quiet
    return now - this.#since < ALONE ? 0 : 1
  }

  readonly pause = WINDOW
}
