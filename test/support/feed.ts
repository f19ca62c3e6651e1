import type { Json } from "./house.ts"

/** One server-sent event of the feed. */
export interface Heard {
  id: string
  event: string
  data: Json
}

/** Somebody who listens to `/api/feed`, and remembers what they heard. */
export class Listener {
  readonly heard: Heard[] = []
  /** Resolves when the house ends the stream. */
  readonly ended: Promise<void>
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>
  readonly #waiting = new Set<() => void>()

  constructor(answer: Response) {
    if (answer.status !== 200 || !answer.body) throw new Error(`The feed answers ${answer.status}`)
    this.#reader = answer.body.getReader()
    this.ended = this.#read()
  }

  /** The first event that fits, heard already or to come. Rejects after so long, with what was heard instead. */
  async until(what: string, fits: (heard: Heard) => boolean, timeoutMs = 15_000): Promise<Heard> {
    const end = Date.now() + timeoutMs
    for (;;) {
      const found = this.heard.find(fits)
      if (found) return found
      if (Date.now() > end) throw new Error(`Not heard: ${what}. Heard: ${this.heard.map(({ event }) => event).join(" ")}`)
      await this.#something(end - Date.now())
    }
  }

  async stop(): Promise<void> {
    await this.#reader.cancel()
  }

  #something(timeoutMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, timeoutMs)
    this.#waiting.add(resolve)
    return promise.finally(() => {
      clearTimeout(timer)
      this.#waiting.delete(resolve)
    })
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder()
    let unread = ""
    for (;;) {
      const { done, value } = await this.#reader.read()
      if (done) return
      unread += decoder.decode(value, { stream: true })
      const frames = unread.split("\n\n")
      unread = frames.pop() ?? ""
      for (const frame of frames) this.#take(frame)
      for (const wake of this.#waiting) wake()
    }
  }

  #take(frame: string): void {
    const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(frame)?.[1] ?? ""
    if (field("data")) this.heard.push({ id: field("id"), event: field("event"), data: JSON.parse(field("data")) })
  }
}
