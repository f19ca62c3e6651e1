import { setTimeout as wait } from "node:timers/promises"
import type { Received } from "#conversations"
import { isPassing } from "#platform"
import { fileMails, type FilingParts } from "../file-mail.ts"
import type { Understood } from "./incoming.ts"

/** So many mails at most share a transaction. */
export const TOGETHER = 16
/** The least time from one transaction to the next, in milliseconds: what is understood meanwhile shares that one. */
const PAUSE = 50

interface Waiting {
  mail: Understood
  done: PromiseWithResolvers<Received>
}

/**
 * Files mails in groups, one group after the other: a group costs the database and us little more than one mail. The first mail after a
 * quiet moment waits for nobody; one that can't be filed doesn't keep those of its group.
 */
export class FilingGroups {
  readonly #parts: FilingParts
  readonly #waiting: Waiting[] = []
  #running = false

  constructor(parts: FilingParts) {
    this.#parts = parts
  }

  /** Resolves when the mail is filed and out of the spool; rejects with what kept this one from it. */
  file(mail: Understood): Promise<Received> {
    const done = Promise.withResolvers<Received>()
    this.#waiting.push({ mail, done })
    if (!this.#running) void this.#run()
    return done.promise
  }

  async #run(): Promise<void> {
    this.#running = true
    while (this.#waiting.length > 0) {
      const began = performance.now()
      await this.#fileGroup(this.#waiting.splice(0, TOGETHER))
      const left = PAUSE - (performance.now() - began)
      if (left > 0 && this.#waiting.length < TOGETHER) await wait(left)
    }
    this.#running = false
  }

  async #fileGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const received = await fileMails(
        this.#parts,
        group.map(({ mail }) => mail),
      )
      for (const [n, { done }] of group.entries()) done.resolve(received[n]!)
    } catch (error) {
      if (group.length === 1 || isPassing(error)) for (const { done } of group) done.reject(error)
      else for (const one of group) await this.#fileGroup([one])
    }
  }
}
