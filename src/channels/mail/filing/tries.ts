import { SECOND } from "#platform"

/** How much of a mail is looked into: all of it, its header, or nothing but the envelope and the subject. */
export type Depth = "whole" | "header" | "bare"

/** So often a mail is tried whole; after that once with its header alone, and once bare. */
const WHOLE = 10
const MOST = WHOLE + 2
/** So often a failure that may be the database's is put down to it, though it writes; after that it is the mail that is too much for it. */
const DOUBTS = 20
const LONGEST_PAUSE = 5 * SECOND

/** Why filing failed: for want of a database that writes or a disk that takes; for the mail's own sake; or nobody can tell. */
export type Cause = "passing" | "unclear" | "mail"

interface Failures {
  all: number
  unclear: number
  blamed: number
}

const NONE: Failures = { all: 0, unclear: 0, blamed: 0 }

/** What is remembered of mails that failed. */
export class Tries {
  readonly #shortestPause: number
  readonly #of = new Map<string, Failures>()

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

  /** Nobody can tell yet whether it is the mail that fails, or the database that is slow. */
  isDoubtful(id: string): boolean {
    return this.of(id).unclear < DOUBTS
  }

  /** One more failed. Gives how long the mail is to wait, in milliseconds: longer each time. */
  failed(id: string, cause: Cause): number {
    const { all, unclear, blamed } = this.of(id)
    this.#of.set(id, { all: all + 1, unclear: unclear + (cause === "unclear" ? 1 : 0), blamed: blamed + (cause === "mail" ? 1 : 0) })
    return Math.min(this.#shortestPause * 2 ** Math.min(all, 20), LONGEST_PAUSE)
  }

  of(id: string): Failures {
    return this.#of.get(id) ?? NONE
  }

  forget(id: string): void {
    this.#of.delete(id)
  }
}
