import type { Jobs, Tx } from "#platform"

export const DUE = "listening.alerts-due"
export const MAIL = "listening.mail-alarm"

/** By what alerts reach people who don't look at the desk, and themselves later. */
export class Reach {
  readonly #jobs: Pick<Jobs, "put">
  readonly #heldBecause: () => string | null

  constructor(jobs: Pick<Jobs, "put">, heldBecause: () => string | null) {
    this.#jobs = jobs
    this.#heldBecause = heldBecause
  }

  /** Whether mails can leave at all. */
  get hasRelay(): boolean {
    return this.#heldBecause() === null
  }

  /** What is due then is looked for then, even if nobody asks before. */
  async lookAt(tx: Tx, at: Date): Promise<void> {
    await this.#jobs.put(tx, DUE, {}, at)
  }

  /** A mail leaves once this transaction is true. */
  async mail(tx: Tx, mailId: string): Promise<void> {
    await this.#jobs.put(tx, MAIL, { mail: mailId })
  }
}
