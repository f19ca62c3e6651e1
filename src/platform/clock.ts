/** The time, as a thing one is given: verbs never ask the machine. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved. For tests, and for replaying a past day. */
export interface MovableClock extends Clock {
  set(to: Date | string): void
  /** Moves forward by so many milliseconds. */
  advance(ms: number): void
}

export function fixedClock(start: Date | string): MovableClock {
  let at = new Date(start).getTime()
  return {
    now: () => new Date(at),
    set: (to) => {
      at = new Date(to).getTime()
    },
    advance: (ms) => {
      at += ms
    },
  }
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
