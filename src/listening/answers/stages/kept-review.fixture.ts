/** One review, and at most one answer to it. */
export class KeptReview {
  isThere = true
  reply: string | null = null
  readonly at: string

  constructor(start: Date) {
    this.at = start.toISOString()
  }

  get standing(): string[] {
    return this.reply === null ? [] : [this.reply]
  }
}
