import { SECOND } from "#platform"

/** How much of a mail is looked into: all of it, its header, or nothing but the envelope and the subject. */
export type Depth = "whole" | "header" | "bare"

/** So often a mail is tried whole; after that once with its header alone, and once bare. */
const WHOLE = 10
const MOST = WHOLE + 2
const LONGEST_PAUSE = 5 * SECOND

/** What is remembered of mails that failed. */
export class Tries {
  readonly #shortestPause: number
  readonly #of = new Map<string, { blamed: number; failed: number }>()

  constructor(shortestPause: number) {
    this.#shortestPause = shortestPause
  }

  depth(id: string): Depth {
    const { blamed } = this.of(id)
    return blamed < WHOLE ? "whole" : blamed === WHOLE ? "header" : "bare"
  }

  /** The try that is under way is the last. */
  isLast(id: string): boolean {
    return this.of(id).blamed >= MOST - 1
  }

  /** Nothing is left to be tried. */
  isOver(id: string): boolean {
    return this.of(id).blamed >= MOST
  }

  /** One more failed. Gives how long the mail is to wait, in milliseconds: longer each time. */
  failed(id: string, blamed: boolean): number {
    const before = this.of(id)
    this.#of.set(id, { blamed: before.blamed + (blamed ? 1 : 0), failed: before.failed + 1 })
    return Math.min(this.#shortestPause * 2 ** Math.min(before.failed, 20), LONGEST_PAUSE)
  }

  of(id: string): { blamed: number; failed: number } {
    return this.#of.get(id) ?? { blamed: 0, failed: 0 }
  }

  forget(id: string): void {
    this.#of.delete(id)
  }
}
