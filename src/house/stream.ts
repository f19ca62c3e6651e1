import type { PersonActor } from "#people"
import type { SealedFact } from "#platform"

/** A subscriber that reads so slowly that this many bytes wait for it is let go; it resumes from where it was. */
const TOO_SLOW = 1_000_000
/** Whoever is told what they missed has so long to read half of that. */
const PATIENCE_MS = 60_000
/** So many new facts wait behind what was missed; more of them are read again from the sequence. */
const MOST_WAITING = 1000

/** One subscriber of the feed. */
export class Stream {
  readonly body: ReadableStream<Uint8Array>
  actor: PersonActor
  /** What came while it is still told what it missed; null: it is told at once. */
  waiting: SealedFact[] | null = []
  /** More came than may wait. */
  overflowed = false
  closed = false
  readonly #gone: () => void
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null
  #hasRead: () => void = () => {}

  constructor(actor: PersonActor, gone: () => void) {
    this.actor = actor
    this.#gone = gone
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller
        },
        pull: () => this.#hasRead(),
        cancel: () => this.close(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: TOO_SLOW }),
    )
  }

  send(frame: Uint8Array): void {
    if (this.closed) return
    if (this.#room() <= 0) return this.close()
    this.#controller?.enqueue(frame)
  }

  wait(fact: SealedFact): void {
    if (this.waiting && this.waiting.length >= MOST_WAITING) {
      this.waiting = []
      this.overflowed = true
    }
    this.waiting?.push(fact)
  }

  /** Resolves when it has read at least half of what may wait for it, or is closed. */
  async drained(): Promise<void> {
    const end = performance.now() + PATIENCE_MS
    while (!this.closed && this.#room() < TOO_SLOW / 2) {
      if (performance.now() > end) return this.close()
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, PATIENCE_MS).unref()
        this.#hasRead = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    this.#hasRead()
    this.#gone()
    try {
      this.#controller?.close()
    } catch {
      // closed by the other side already
    }
  }

  #room(): number {
    return this.#controller?.desiredSize ?? 0
  }
}
