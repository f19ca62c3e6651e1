import { Bar, type BarState, type Tuning } from "./bar.ts"
import type { Height } from "./scale.ts"
import { Series, type SeriesState } from "./series.ts"
import { SURGE } from "./settings.ts"

/** What a watch heard in one interval. */
export interface Heard {
  /** Null where the collector didn't read. */
  posts: number | null
  /** Distinct people who wrote them; left out where nobody can tell. */
  people?: number | null
  /** False for a catch-up: what came in this interval isn't what was said in it. It is then neither learnt nor called. */
  isCovered?: boolean
}

/** What is said of one interval. */
export interface SurgeRow {
  /** Of what it takes to be called: 1 or more is an alarm. Null where it wasn't read. */
  score: number | null
  isAlarm: boolean
  /** What stands out most, in posts or, where those are weaker, in people. */
  height: Height | null
  /** Of which of the two that is. */
  of: "posts" | "people"
}

/** Of a JSON that is kept between two intervals: 4 to 9 kB for posts, as much again for people. */
export interface SurgeState {
  version: 1
  interval: number
  posts: SeriesState
  people: SeriesState
  bar: BarState
}

/**
 * Tells a surge from noise, one interval at a time, from nothing but what came before. A surge needs more posts than usual and, where
 * people are counted, more people: one who posts a hundred times is no surge.
 */
export class SurgeDetector {
  readonly #interval: number
  readonly #posts: Series
  readonly #people: Series
  readonly #bar: Bar

  /** Intervals of so many milliseconds; a state must be of the same. */
  constructor(interval: number = SURGE.interval, state: SurgeState | null = null, tuning: Tuning = {}) {
    if (state && (state.version !== 1 || state.interval !== interval)) throw new Error(`not a state for intervals of ${interval} ms`)
    this.#interval = interval
    this.#posts = new Series(interval, state?.posts ?? null)
    this.#people = new Series(interval, state?.people ?? null)
    this.#bar = new Bar(interval, tuning, state?.bar ?? null)
  }

  push({ posts, people = null, isCovered = true }: Heard): SurgeRow {
    const isRead = posts !== null && isCovered
    this.#bar.sink()
    const ofPosts = this.#posts.push(isRead ? posts : null)
    const ofPeople = this.#people.push(isRead ? people : null)
    if (!isRead) return { score: null, isAlarm: false, height: null, of: "posts" }
    const isOfPeople = ofPosts !== null && ofPeople !== null && ofPeople.strength < ofPosts.strength
    const height = isOfPeople ? ofPeople : ofPosts
    const of = isOfPeople ? "people" : "posts"
    if (!height) return { score: 0, isAlarm: false, height, of }
    const score = this.#bar.score(height.strength)
    return { score, isAlarm: score >= 1, height, of }
  }

  get state(): SurgeState {
    return { version: 1, interval: this.#interval, posts: this.#posts.state, people: this.#people.state, bar: this.#bar.state }
  }
}
