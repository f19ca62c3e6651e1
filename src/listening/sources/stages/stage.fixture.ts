import { type Answered, type Asked, Served } from "../served.fixture.ts"
import type { SourceKind } from "../source.ts"

export type Mood = "well" | "throttling" | "broken" | "refusing" | "down"

/** A place of one kind, played by a real server of this machine as its documentation describes it. */
export interface Stage {
  kind: SourceKind
  settings: unknown
  secret: unknown
  /** Somebody says something there. */
  say(text: string): void
  /** They take it back; null where the place never tells. */
  takeBack: ((text: string) => void) | null
  /** They take it back where the place only says so to who asks for it; left out: it tells by itself, or says nothing. */
  vanish?: (text: string) => void
  /** They change what they said; left out where the place doesn't tell. */
  edit?: (text: string, to: string) => void
  /** Milliseconds after which it is asked what was taken back; left out: each time. */
  forgetsAfter?: number
  setMood(mood: Mood): void
  close(): Promise<void>
}

const ANSWERS: Readonly<Record<Exclude<Mood, "well">, Answered>> = {
  throttling: { status: 429, headers: { "retry-after": "120" } },
  broken: { headers: { "content-type": "application/json" }, body: '{"surprise": [' },
  refusing: { status: 401, body: "{}" },
  down: { status: 500 },
}

export interface Said {
  n: number
  text: string
  at: Date
  /** Grows with each edit. */
  version: number
}

/** What is said at a place, numbered as it comes, and the server that shows it. */
export class Place {
  readonly said: Said[] = []
  readonly served: Served
  mood: Mood = "well"
  #count = 0
  readonly #start: number

  constructor(start: Date, show: (asked: Asked, newest: Said[]) => Answered | Promise<Answered>) {
    this.#start = start.getTime()
    this.served = new Served((asked) => (this.mood === "well" ? show(asked, [...this.said].reverse()) : ANSWERS[this.mood]))
  }

  say(text: string): Said {
    this.#count++
    const said = { n: this.#count, text, at: new Date(this.#start + this.#count * 1000), version: 1 }
    this.said.push(said)
    return said
  }

  edit(text: string, to: string): void {
    const said = this.said.find((each) => each.text === text)!
    Object.assign(said, { text: to, version: said.version + 1 })
  }

  takeBack(text: string): Said {
    const at = this.said.findIndex((each) => each.text === text)
    return this.said.splice(at, 1)[0]!
  }
}

export const json = (value: unknown): Answered => ({ headers: { "content-type": "application/json" }, body: JSON.stringify(value) })
