import { type Answered, type Asked, Served } from "../../sources/served.fixture.ts"

/** How what is to change something there ends, the next time. */
export type Ending = "cut-after" | "cut-before" | "away" | "throttled" | "refused"

/** A network of one kind on which Maya has said something and the company has an account, as its documentation describes it. */
export interface Played {
  account: (url: string) => { kind: string; settings: Record<string, unknown>; secret: Record<string, unknown> }
  /** A secret that the place doesn't know. */
  wrong: Record<string, unknown>
  /** The source that hears her; null: a program tells. */
  source: ((url: string) => { kind: string; settings: unknown; secret?: unknown }) | null
  /** What she said, as a program tells it or as the source will. */
  said: { key: string; url?: string; text: string; author: { handle: string } }
  answer: (asked: Asked) => Answered
  /** Whether this makes an answer stand there. */
  says: (asked: Asked) => boolean
  /** Ours that stand there, the latest last. */
  standing: () => string[]
  /** Somebody deletes ours there. */
  deleteOurs: () => void
  /** She takes back what she said. */
  forget: () => void
  refusal: Answered
  /** Told with the account: what its answers may have, and so many too many. */
  most: number
  tooLong: string
}

export class AnswerStage {
  readonly played: Played
  readonly served: Served
  next: Ending | null = null
  /** So often something was to be said. */
  writes = 0

  constructor(play: Played) {
    this.played = play
    this.served = new Served((asked) => this.#answer(asked))
  }

  get account() {
    return this.played.account(this.served.url)
  }

  async open(): Promise<this> {
    await this.served.open()
    return this
  }

  close(): Promise<void> {
    return this.served.close()
  }

  #answer(asked: Asked): Answered {
    const { answer, says, refusal } = this.played
    if (!says(asked)) return answer(asked)
    this.writes++
    const how = this.next
    this.next = null
    if (how === "cut-before") return { cut: true }
    if (how === "throttled") return { status: 429, headers: { "retry-after": "120" }, body: "{}" }
    if (how === "refused") return refusal
    const answered = answer(asked)
    if (how === "away") return { status: 503, body: "{}" }
    return how === "cut-after" ? { cut: true } : answered
  }
}

/** The words with which every place on these stages refuses. */
export const REFUSAL = "That is not welcome here."

export const body = (asked: Asked) => JSON.parse(asked.body.toString() || "{}") as Record<string, unknown>
export const form = (asked: Asked) => new URLSearchParams(asked.body.toString())
export const status = (code: number, value: unknown): Answered => ({
  status: code,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value),
})
