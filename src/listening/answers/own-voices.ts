import type { PublicChannel } from "#conversations"
import type { Database } from "#platform"
import type { Heard } from "../sources/source.ts"

/** Who we are in the open, so that our own words, heard back by a source, don't count as somebody's. */
export class OwnVoices {
  readonly #db: Database
  readonly #channel: Pick<PublicChannel, "ownAuthors">
  #known: ReadonlySet<string> | null = null

  constructor(db: Database, channel: Pick<PublicChannel, "ownAuthors">) {
    this.#db = db
    this.#channel = channel
  }

  /** Accounts have changed. */
  forget(): void {
    this.#known = null
  }

  /** What others said. */
  async others(heard: readonly Heard[]): Promise<readonly Heard[]> {
    this.#known ??= await this.#channel.ownAuthors(this.#db.read)
    const known = this.#known
    if (known.size === 0) return heard
    return heard.filter(({ author }) => !author || !(known.has(author.key) || (author.url !== null && known.has(author.url))))
  }
}
