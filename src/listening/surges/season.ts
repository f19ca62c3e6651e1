import { type BeliefState, Belief } from "./belief.ts"
import { floatsFromText, floatsToText } from "./floats.ts"
import { DAY, HOUR, SURGE, WEEK } from "./settings.ts"

const { remembers, triedAfter, calledAfter, floor } = SURGE.season

export interface SeasonState {
  /** Milliseconds since its week began: where the series did. */
  at: number
  /** Hours that are known. */
  hours: number
  sum: number
  read: number
  level: number
  /** 32-bit floats in base64. */
  days: string
  weeks: string
  spreads: string
  belief: BeliefState
}

/** What is usual at an hour, and how far rows are from it; both in logarithms. */
export interface InSeason {
  usual: number
  spread: number
}

/**
 * What is usual at each hour of the day and of the week. Knows no clock and no calendar: only how long ago something was. Where rows are
 * longer than an hour, so are its hours.
 */
export class Season {
  readonly #interval: number
  readonly #hour: number
  readonly #hoursADay: number
  #at: number
  #hours: number
  #sum: number
  #read: number
  #level: number
  readonly #days: Float32Array
  /** What an hour of the week differs from that hour of the day. */
  readonly #weeks: Float32Array
  readonly #spreads: Float32Array
  readonly #belief: Belief

  constructor(interval: number, state: SeasonState | null) {
    this.#interval = interval
    this.#hoursADay = Math.max(1, Math.min(24, Math.round(DAY / interval)))
    this.#hour = DAY / this.#hoursADay
    this.#at = state?.at ?? 0
    this.#hours = state?.hours ?? 0
    this.#sum = state?.sum ?? 0
    this.#read = state?.read ?? 0
    this.#level = state?.level ?? 0
    this.#days = new Float32Array(this.#hoursADay)
    this.#weeks = new Float32Array(7 * this.#hoursADay)
    this.#spreads = new Float32Array(this.#hoursADay)
    if (state) {
      floatsFromText(state.days, this.#days)
      floatsFromText(state.weeks, this.#weeks)
      floatsFromText(state.spreads, this.#spreads)
    }
    this.#belief = new Belief(triedAfter / this.#hour, remembers.days / this.#hour, state?.belief ?? null)
  }

  /** How far it is believed, from 0 to 1, by how well it has foretold this series so far. */
  get trust(): number {
    return this.#known < calledAfter ? 0 : this.#belief.inSeason
  }

  /**
   * Of so many milliseconds that end with the next row; null before there are days to compare. What is usual an hour sooner or later is no
   * surprise: clocks change, and a morning isn't punctual.
   */
  lately(length: number): InSeason | null {
    if (this.#known < triedAfter) return null
    const at = this.#at + this.#interval - length / 2
    const usual = Math.max(this.#between(at - HOUR, this.#usual), this.#between(at, this.#usual), this.#between(at + HOUR, this.#usual))
    return { usual, spread: this.#between(at, this.#spread) + floor }
  }

  /** One row later; null where it wasn't read. */
  push(value: number | null): void {
    const before = Math.floor(this.#at / this.#hour)
    if (value !== null) {
      this.#learnSpread(value)
      this.#sum += value
      this.#read++
    }
    this.#at += this.#interval
    if (Math.floor(this.#at / this.#hour + 1e-9) > before) this.#endHour(before)
    this.#at %= WEEK
  }

  #learnSpread(value: number): void {
    if (this.#known < triedAfter) return
    const middle = this.#at + this.#interval / 2
    const hour = Math.floor(middle / this.#hour) % this.#hoursADay
    const rows = (time: number) => ((time / DAY) * this.#hour) / this.#interval
    const gain = Math.max(1 / (rows(this.#known - triedAfter) + 1), 1 / rows(remembers.days))
    this.#spreads[hour]! += gain * (Math.abs(value - this.#between(middle, this.#usual)) - this.#spreads[hour]!)
  }

  /** Hours of which less than half was read teach nothing. */
  #endHour(ofWeek: number): void {
    const [sum, read] = [this.#sum, this.#read]
    this.#sum = 0
    this.#read = 0
    if (read === 0 || read * this.#interval < this.#hour / 2) return
    const mean = sum / read
    const hour = ofWeek % this.#hoursADay
    const fromDay = mean - this.#days[hour]!
    const fromWeek = fromDay - this.#weeks[ofWeek]!
    const [days, weeks] = [Math.floor(this.#known / DAY), Math.floor(this.#known / WEEK)]
    this.#belief.learn([mean - this.#level, fromDay, fromWeek])
    this.#level += Math.max(1 / (this.#hours + 1), this.#hour / remembers.days) * (mean - this.#level)
    this.#days[hour]! += Math.max(1 / (days + 1), DAY / remembers.days) * fromDay
    // One more than were seen: a single week is not yet a habit.
    this.#weeks[ofWeek]! += Math.max(1 / (weeks + 2), WEEK / remembers.weeks) * fromWeek
    this.#hours++
  }

  /** For how many milliseconds. */
  get #known(): number {
    return this.#hours * this.#hour
  }

  readonly #usual = (ofWeek: number): number => this.#days[ofWeek % this.#hoursADay]! + this.#belief.weekly * this.#weeks[ofWeek]!
  readonly #spread = (ofWeek: number): number => this.#spreads[ofWeek % this.#hoursADay]!

  /** Between the middles of two hours it goes straight from one to the other. */
  #between(at: number, of: (ofWeek: number) => number): number {
    const place = at / this.#hour - 0.5 + this.#weeks.length
    const [from, share] = [Math.floor(place), place % 1]
    return of(from % this.#weeks.length) * (1 - share) + of((from + 1) % this.#weeks.length) * share
  }

  get state(): SeasonState {
    const text = (values: Float32Array) => (this.#hours === 0 ? "" : floatsToText(values))
    return {
      at: this.#at,
      hours: this.#hours,
      sum: this.#sum,
      read: this.#read,
      level: this.#level,
      days: text(this.#days),
      weeks: text(this.#weeks),
      spreads: text(this.#spreads),
      belief: this.#belief.state,
    }
  }
}
