/**
 * Lets words through as they come, but for web addresses that nobody here wrote: a text that talked a machine into one would
 * otherwise put it into an answer of ours. The end of a word is waited for.
 */
export class OnlyKnownLinks {
  readonly #known: ReadonlySet<string>
  readonly #instead: string
  #rest = ""

  /** `known`: texts whose addresses are good. */
  constructor(known: readonly string[], instead: string) {
    this.#known = new Set(known.flatMap((text) => [...text.matchAll(ADDRESS)].map(([found]) => bare(found))))
    this.#instead = instead
  }

  take(words: string): string {
    const all = this.#rest + words
    const cut = Math.max(all.lastIndexOf(" "), all.lastIndexOf("\n")) + 1
    this.#rest = all.slice(cut)
    return this.#clean(all.slice(0, cut))
  }

  end(): string {
    const rest = this.#rest
    this.#rest = ""
    return this.#clean(rest)
  }

  #clean(text: string): string {
    return text.replace(ADDRESS, (found) => (this.#known.has(bare(found)) ? found : this.#instead))
  }
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"')\]]+/giu
const bare = (address: string): string => address.replace(/[.,;:!?/]+$/, "").toLowerCase()
